import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { ValueFiles } from './ports.ts';

/**
 * Follows small sealed values. One that no longer opens here is left there as it was: a damaged source overwrites
 * nothing. `isOver`: may a value that is gone here go there too?
 */
export function createValueCopy(
  source: ValueFiles,
  options: {
    readonly isCopied: (name: string) => boolean;
    readonly isOver: (name: string) => boolean;
  },
): (copy: ValueFiles) => Promise<Result<null, Failure>> {
  /** What is known to lie in the copy that is open now. */
  let known = new Map<string, string>();
  /** `changes` of the source as of which they are known: the reference data alone takes 10 ms and more to look at. */
  let seen = new Map<string, number>();
  let knownOf: ValueFiles | null = null;

  return async (copy) => {
    if (knownOf !== copy) {
      knownOf = copy;
      known = new Map();
      seen = new Map();
    }
    const names = (await source.list()).filter(options.isCopied);
    for (const name of names) {
      const changes = source.changes(name);
      if (seen.get(name) === changes) continue;
      const loaded = await source.load(name);
      if (!loaded.ok || loaded.value === null) continue;
      const text = JSON.stringify(loaded.value);
      if (known.get(name) === undefined) {
        const there = await copy.load(name);
        if (there.ok && there.value !== null) known.set(name, JSON.stringify(there.value));
      }
      if (known.get(name) !== text) {
        const saved = await copy.save(name, loaded.value);
        if (!saved.ok) return saved;
        known.set(name, text);
      }
      seen.set(name, changes);
    }
    for (const name of await copy.list()) {
      if (names.includes(name) || !options.isOver(name)) continue;
      const removed = await copy.remove(name);
      if (!removed.ok) return removed;
      known.delete(name);
      seen.delete(name);
    }
    return ok(null);
  };
}
