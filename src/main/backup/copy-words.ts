import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { WordLog } from './ports.ts';

const WORDS_A_PAGE = 500;

/** Follows what the city said. A word that is there already is known by the log itself and kept once. */
export function createWordCopy(source: WordLog): (copy: WordLog) => Promise<Result<null, Failure>> {
  let after = 0;
  let copiedTo: WordLog | null = null;
  return async (copy) => {
    if (copiedTo !== copy) {
      copiedTo = copy;
      after = 0;
    }
    while (after < source.last()) {
      const page = await source.read({ after, limit: WORDS_A_PAGE });
      if (!page.ok) return page;
      const last = page.value.messages.at(-1);
      if (last === undefined) break;
      const kept = await copy.append(page.value.messages.map(({ message }) => message));
      if (!kept.ok) return kept;
      after = last.position;
    }
    return ok(null);
  };
}
