import type { Sha256 } from '../../shared/base/ids.ts';
import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import { copyPage, mendPage } from './copy-page.ts';
import type { PageFiles } from './ports.ts';

/** A share that is gone or full ends the round; anything else is about this one page. */
const endsRound = ({ code }: Failure): boolean => code === 'disk-full' || code === 'disk-error';

export type PageFollowing = {
  readonly want: (pages: Iterable<Sha256>) => void;
  /** Copies what is missing there, and brings back what is missing here; stops early when `isStopped`. */
  readonly copyRound: (there: PageFiles, isStopped: () => boolean) => Promise<Result<null, Failure>>;
  /** Reads a few pages again on both sides, in turn, and mends each from the other. */
  readonly checkSome: (there: PageFiles, most: number) => Promise<Result<null, Failure>>;
  readonly waiting: () => number;
  /** Whole neither here nor there. */
  readonly lost: () => ReadonlySet<Sha256>;
  readonly mended: () => number;
};

export function createPageFollowing(here: PageFiles): PageFollowing {
  const open = new Set<Sha256>();
  /** In the order in which they are read again. */
  const done = new Set<Sha256>();
  let toCheck = done.values();
  const lost = new Set<Sha256>();
  let mended = 0;

  async function bringTogether(there: PageFiles, sha256: Sha256): Promise<Result<null, Failure>> {
    const isThere = await there.has(sha256);
    if (isThere && (await here.has(sha256))) return ok(null);
    if (isThere) {
      if (!(await mendPage(here, there, sha256))) lost.add(sha256);
      else mended += 1;
      return ok(null);
    }
    const copied = await copyPage(here, there, sha256);
    if (copied.ok || endsRound(copied.failure)) return copied;
    lost.add(sha256);
    return ok(null);
  }

  /** All of them in turn, then from the beginning. */
  function nextToCheck(): Sha256 | undefined {
    const { value } = toCheck.next();
    if (value !== undefined) return value;
    toCheck = done.values();
    return toCheck.next().value;
  }

  return {
    want: (pages) => {
      for (const sha256 of pages) if (!done.has(sha256)) open.add(sha256);
    },
    copyRound: async (there, isStopped) => {
      for (const sha256 of [...open]) {
        if (isStopped()) return ok(null);
        lost.delete(sha256);
        const brought = await bringTogether(there, sha256);
        if (!brought.ok) return brought;
        if (lost.has(sha256)) continue;
        open.delete(sha256);
        done.add(sha256);
      }
      return ok(null);
    },
    checkSome: async (there, most) => {
      for (let count = 0; count < Math.min(most, done.size); count += 1) {
        const sha256 = nextToCheck();
        if (sha256 === undefined) break;
        const [ours, theirs] = [await here.verify(sha256), await there.verify(sha256)];
        if (ours.ok && theirs.ok) continue;
        if (!ours.ok && !theirs.ok) {
          lost.add(sha256);
          continue;
        }
        const copied = ours.ok ? await copyPage(here, there, sha256) : await copyPage(there, here, sha256);
        if (!copied.ok) return copied;
        if (!ours.ok) mended += 1;
      }
      return ok(null);
    },
    waiting: () => open.size,
    lost: () => lost,
    mended: () => mended,
  };
}
