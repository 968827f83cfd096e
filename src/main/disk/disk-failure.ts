import { type Failure, fail } from '../../shared/base/result.ts';

export type DiskFailure = Failure<'disk-full'> | Failure<'disk-error'>;

/** What the system refused has a number or the name of the call; codes alone are also those of Node and of streams. */
const isOfSystem = (thrown: unknown): thrown is Error & { readonly code: unknown } =>
  thrown instanceof Error && 'code' in thrown && ('errno' in thrown || 'syscall' in thrown);

/**
 * Turns what the file system threw into a Failure: no room (ENOSPC, quota) is `disk-full`, which an officer can mend;
 * anything else of the system is `disk-error`. The rest (defects, what a source stream threw) is thrown on.
 */
export function diskFailure(thrown: unknown): { readonly ok: false; readonly failure: DiskFailure } {
  if (!isOfSystem(thrown)) throw thrown;
  const errno = String(thrown.code);
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return fail('disk-full', 'officer-decides');
  return fail('disk-error', 'call-support', { errno });
}
