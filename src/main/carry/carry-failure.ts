import { type Failure, fail } from '../../shared/base/result.ts';
import { diskFailure } from '../disk/disk-failure.ts';

export type CarryFailure = Failure<
  | 'carry-not-a-file'
  | 'carry-newer-format'
  | 'carry-other-key'
  | 'carry-other-desk'
  | 'carry-damaged'
  | 'carry-not-signed'
  | 'carry-stick-full'
  | 'carry-stick-gone'
  | 'carry-stick-locked'
  | 'carry-read-back-differs'
  | 'carry-cancelled'
  | 'disk-full'
  | 'disk-error'
>;

type Refused = Error & { readonly refusedAs: CarryFailure['code'] };

/** Ends the reading of a file that is not what it should be; `carryFailureOf` makes the failure of it. */
export function refuse(code: CarryFailure['code']): never {
  throw Object.assign(new Error(code), { refusedAs: code } satisfies Pick<Refused, 'refusedAs'>);
}

/** The stick was pulled out, or is dying. */
const GONE = new Set(['ENOENT', 'EIO', 'ENODEV', 'ENXIO', 'ENOTCONN', 'ESTALE']);
const LOCKED = new Set(['EROFS', 'EACCES', 'EPERM']);

/** A failure of what reading or writing a stick threw; a defect is thrown on. */
export function carryFailureOf(thrown: unknown): { readonly ok: false; readonly failure: CarryFailure } {
  if (thrown instanceof Error && 'refusedAs' in thrown)
    return fail((thrown as Refused).refusedAs, 'officer-decides');
  // What was sealed by the right key and is no JSON was never written by the other side.
  if (thrown instanceof SyntaxError) return fail('carry-damaged', 'officer-decides');
  const { failure } = diskFailure(thrown);
  if (failure.code === 'disk-full') return fail('carry-stick-full', 'officer-decides');
  const errno = String(failure.facts?.errno ?? '');
  if (GONE.has(errno)) return fail('carry-stick-gone', 'officer-decides');
  if (LOCKED.has(errno)) return fail('carry-stick-locked', 'officer-decides');
  // A link where a file should lie, a folder with a file's name.
  if (errno === 'ELOOP' || errno === 'EISDIR') return fail('carry-not-a-file', 'officer-decides');
  return { ok: false, failure };
}
