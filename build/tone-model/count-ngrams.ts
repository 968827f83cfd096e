import { BREAK, modelTokens, NUMBER } from '../../src/shared/domain/reading/tone-repair/tokens.ts';

/** Runs of up to three words and how often each was seen, keyed by `pairKey`/`tripleKey` of word numbers. */
export type NgramCounts = {
  /** Number 0 is any word not listed; then in the order of the letters. */
  readonly words: readonly string[];
  readonly ones: Float64Array;
  readonly twos: ReadonlyMap<number, number>;
  readonly threes: ReadonlyMap<number, number>;
};

/** Word numbers are below 2^17, so that three of them fit the 53 bits of a number. */
export const WORD_BITS = 2 ** 17;
export const pairKey = (first: number, second: number): number => first * WORD_BITS + second;
export const UNKNOWN = 0;

/**
 * Counts over whole lines, each between two breaks. A word seen less than `fewestTimes` is a slip of the typist, a name or a foreign word:
 * it is counted as unknown, so that nothing is ever corrected to it.
 */
export function countNgrams(lines: ReadonlyMap<string, number>, fewestTimes: number): NgramCounts {
  const seen = new Map<string, number>();
  const tokenLines: (readonly [tokens: readonly string[], times: number])[] = [];
  for (const [line, times] of lines) {
    const tokens = [BREAK, ...modelTokens(line), BREAK].filter((token, at, all) => token !== all[at - 1]);
    if (tokens.length < 2) continue;
    tokenLines.push([tokens, times]);
    for (const token of tokens) seen.set(token, (seen.get(token) ?? 0) + times);
  }
  const kept = [...seen].filter(([word, times]) => times >= fewestTimes || word === BREAK || word === NUMBER);
  const words = ['', ...kept.map(([word]) => word).sort(byCodeUnits)];
  if (words.length >= WORD_BITS) throw new Error(`${words.length} words are too many for the model's keys`);
  const numberOf = new Map(words.map((word, number) => [word, number]));

  const ones = new Float64Array(words.length);
  const twos = new Map<number, number>();
  const threes = new Map<number, number>();
  for (const [tokens, times] of tokenLines) {
    let before = -1;
    let last = -1;
    for (const token of tokens) {
      const word = numberOf.get(token) ?? UNKNOWN;
      ones[word] = (ones[word] ?? 0) + times;
      if (last >= 0) add(twos, pairKey(last, word), times);
      if (before >= 0) add(threes, pairKey(before, last) * WORD_BITS + word, times);
      before = last;
      last = word;
    }
  }
  return { words, ones, twos, threes };
}

const add = (counts: Map<number, number>, key: number, times: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + times);
};

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
