import { byteToCost, MAGIC } from './model-format.ts';

/** Which words follow which in Vietnamese legal texts. Words are numbers; 0 is any word that the model does not know. */
export type WordModel = {
  readonly words: readonly string[];
  readonly numberOf: (word: string) => number;
  /** Nats: −log of how probable `word` is after the two before it. */
  readonly cost: (before: number, last: number, word: number) => number;
  /** Whether the two ever stood side by side. */
  readonly hasPair: (first: number, second: number) => boolean;
};

/** Reads the file that `build/tone-model` wrote. Throws when it is another file or cut short: a build error. */
export function readWordModel(bytes: Uint8Array): WordModel {
  let at = 0;
  const next = (): number => {
    let value = 0;
    let weight = 1;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) throw new Error('The tone model ends too early.');
      at += 1;
      value += (byte % 128) * weight;
      if (byte < 128) return value;
      weight *= 128;
    }
  };
  const take = (length: number): Uint8Array => {
    at += length;
    if (at > bytes.length) throw new Error('The tone model ends too early.');
    return bytes.subarray(at - length, at);
  };
  /** Rows one behind the other, and where each begins. */
  const takeRows = (starts: Uint32Array, entries: Uint32Array): void => {
    let entry = 0;
    for (let row = 0; row + 1 < starts.length; row += 1) {
      let word = 0;
      for (let left = next(); left > 0; left -= 1) {
        word += next();
        entries[entry] = word;
        entry += 1;
      }
      starts[row + 1] = entry;
    }
  };

  if (MAGIC.some((byte, index) => bytes[index] !== byte)) throw new Error('This file is not a tone model.');
  at = MAGIC.length;
  const [wordCount, pairCount, tripleCount] = [next(), next(), next()];
  const words = Array.from({ length: wordCount }, () => {
    let word = '';
    for (let left = next(); left > 0; left -= 1) word += String.fromCharCode(next());
    return word;
  });
  const numbers = new Map(words.map((word, number) => [word, number]));
  const wordCosts = take(wordCount);
  const wordBackoffs = take(wordCount);
  const pairStarts = new Uint32Array(wordCount + 1);
  const pairWords = new Uint32Array(pairCount);
  takeRows(pairStarts, pairWords);
  const pairCosts = take(pairCount);
  const pairBackoffs = take(pairCount);
  const tripleStarts = new Uint32Array(pairCount + 1);
  const tripleWords = new Uint32Array(tripleCount);
  takeRows(tripleStarts, tripleWords);
  const tripleCosts = take(tripleCount);
  if (at !== bytes.length) throw new Error('The tone model has bytes too many.');

  const findPair = (first: number, second: number): number =>
    positionOf(pairWords, second, pairStarts[first] ?? 0, pairStarts[first + 1] ?? 0);

  const pairCost = (last: number, word: number): number => {
    const pair = findPair(last, word);
    if (pair >= 0) return byteToCost(pairCosts[pair] ?? 0);
    return byteToCost((wordBackoffs[last] ?? 0) + (wordCosts[word] ?? 0));
  };

  return {
    words,
    numberOf: (word) => numbers.get(word) ?? 0,
    hasPair: (first, second) => first !== 0 && second !== 0 && findPair(first, second) >= 0,
    cost: (before, last, word) => {
      const pair = findPair(before, last);
      if (pair < 0) return pairCost(last, word);
      const triple = positionOf(tripleWords, word, tripleStarts[pair] ?? 0, tripleStarts[pair + 1] ?? 0);
      if (triple >= 0) return byteToCost(tripleCosts[triple] ?? 0);
      return byteToCost(pairBackoffs[pair] ?? 0) + pairCost(last, word);
    },
  };
}

/** Where `word` stands in the sorted part from `start` up to `end`, or -1. */
function positionOf(sorted: Uint32Array, word: number, start: number, end: number): number {
  let low = start;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === word) return middle;
    if (found < word) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
