import { type Failure, fail } from '../../shared/base/result.ts';

export type DiskFailure = Failure<'disk-full'> | Failure<'disk-error'>;

/**
 * Turns what the file system threw into a Failure: no room (ENOSPC, quota) is `disk-full`, which an officer can mend;
 * anything else with an errno is `disk-error`. What has no errno is a defect and is thrown on.
 */
export function diskFailure(thrown: unknown): { readonly ok: false; readonly failure: DiskFailure } {
  const errno = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : null;
  if (errno === null) throw thrown;
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return fail('disk-full', 'officer-decides');
  return fail('disk-error', 'call-support', { errno });
}
