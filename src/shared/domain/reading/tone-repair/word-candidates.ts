import { misreadingCost, nearSkeletons } from './engine-confusions.ts';
import { skeleton } from './letter-marks.ts';
import { modelSpelling } from './tone-placement.ts';
import type { WordModel } from './word-model.ts';

/** What a word may have been before it was misread. */
export type WordCandidate = { readonly word: number; readonly misread: number };

/** More change nothing and cost time: three words side by side are tried in all combinations. */
const MOST_CANDIDATES = 10;
/** Bare: abbreviations (`UBND`) and foreign words of the texts are known as neighbours, but nothing becomes one. */
const SYLLABLE =
  /^(?:ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

/**
 * Finds the words of the model that the engine may have read as the given letters (lower case), likeliest misreadings
 * first; never the word itself. Other letters than marks are only considered with `letters`.
 */
export function wordCandidates(
  model: WordModel,
): (read: string, letters: boolean) => readonly WordCandidate[] {
  const bySkeleton = new Map<string, number[]>();
  for (const [number, word] of model.words.entries()) {
    const bare = skeleton(word);
    if (!SYLLABLE.test(bare)) continue;
    const same = bySkeleton.get(bare);
    if (same === undefined) bySkeleton.set(bare, [number]);
    else same.push(number);
  }
  const found = new Map<string, readonly WordCandidate[]>();

  return (read, letters) => {
    const key = `${read} ${letters}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const spelled = modelSpelling(read);
    const bare = skeleton(spelled);
    const candidates = (letters ? nearSkeletons(bare) : [bare])
      .flatMap((near) => bySkeleton.get(near) ?? [])
      .filter((number) => model.words[number] !== spelled)
      .map((number) => ({ word: number, misread: misreadingCost(spelled, model.words[number] ?? '') }))
      .filter(({ misread }) => Number.isFinite(misread))
      .sort((a, b) => a.misread - b.misread || a.word - b.word)
      .slice(0, letters ? 2 * MOST_CANDIDATES : MOST_CANDIDATES);
    found.set(key, candidates);
    return candidates;
  };
}
