import { BREAK } from '../../src/shared/domain/reading/tone-repair/tokens.ts';
import { type NgramCounts, WORD_BITS } from './count-ngrams.ts';
import type { ModelContent, PairRow, TripleRow } from './encode-model.ts';

/** What is taken off every count and given to the unseen (n1 / (n1 + 2 n2) of this corpus is about this). */
const DISCOUNT = 0.8;
/** Triples seen once are two thirds of all of them; they would treble the model. */
const FEWEST_TRIPLES = 2;

type Followers = {
  readonly counts: Map<number, number>;
  /** Sum of the counts, and the share that is kept for what never followed. */
  all: number;
};

/**
 * Interpolated Kneser–Ney: single words and pairs count by how many different words they follow, triples by how often
 * they occur. Costs are negated natural logarithms; what left-out triples had is given back by `backoff`.
 */
export function estimateNgrams({ words, twos, threes }: NgramCounts): ModelContent {
  const single = followedBy(words.length, twos);
  const pairs = pairFollowers(words, twos, threes);
  const triples = tripleFollowers(threes);
  const restOf = ({ counts, all }: Followers): number => (all === 0 ? 1 : (DISCOUNT * counts.size) / all);
  const pairProbability = (first: number, next: number): number => {
    const after = pairs[first];
    const alone = single[next] ?? 0;
    if (after === undefined || after.all === 0) return alone;
    return Math.max(0, (after.counts.get(next) ?? 0) - DISCOUNT) / after.all + restOf(after) * alone;
  };

  const tripleRows = (first: number, second: number): Pick<PairRow, 'backoff' | 'triples'> => {
    const after = triples.get(first * WORD_BITS + second);
    if (after === undefined) return { backoff: 0, triples: [] };
    const rows: TripleRow[] = [];
    let kept = 0;
    let keptByPairs = 0;
    for (const [word, times] of [...after.counts].sort(byWord)) {
      if (times < FEWEST_TRIPLES) continue;
      const byPair = pairProbability(second, word);
      const probability = (times - DISCOUNT) / after.all + restOf(after) * byPair;
      rows.push({ word, cost: -Math.log(probability) });
      kept += probability;
      keptByPairs += byPair;
    }
    return { backoff: -Math.log(Math.max(1e-6, 1 - kept) / Math.max(1e-6, 1 - keptByPairs)), triples: rows };
  };

  return {
    words,
    costs: Array.from(single, (probability) => -Math.log(probability)),
    backoffs: pairs.map((after) => -Math.log(restOf(after))),
    pairs: pairs.map((after, first) =>
      [...after.counts].sort(byWord).map(([word]) => ({
        word,
        cost: -Math.log(pairProbability(first, word)),
        ...tripleRows(first, word),
      })),
    ),
  };
}

/** Share of all pairs that each word ends. */
function followedBy(words: number, twos: ReadonlyMap<number, number>): Float64Array {
  // half a pair for words that end none: no probability is zero
  const ends = new Float64Array(words).fill(0.5);
  for (const key of twos.keys()) ends[key % WORD_BITS] = (ends[key % WORD_BITS] ?? 0) + 1;
  const all = ends.reduce((sum, count) => sum + count, 0);
  return ends.map((count) => count / all);
}

function pairFollowers(
  words: readonly string[],
  twos: ReadonlyMap<number, number>,
  threes: ReadonlyMap<number, number>,
): readonly Followers[] {
  const different = new Map<number, number>();
  for (const key of threes.keys()) {
    const pair = key % (WORD_BITS * WORD_BITS);
    different.set(pair, (different.get(pair) ?? 0) + 1);
  }
  const lineStart = words.indexOf(BREAK);
  const followers: readonly Followers[] = words.map(() => ({ counts: new Map(), all: 0 }));
  for (const [key, times] of twos) {
    const first = Math.floor(key / WORD_BITS);
    // nothing stands before a line, so what opens one counts by how often it does
    addFollower(followers[first], key % WORD_BITS, first === lineStart ? times : (different.get(key) ?? 1));
  }
  return followers;
}

function tripleFollowers(threes: ReadonlyMap<number, number>): ReadonlyMap<number, Followers> {
  const followers = new Map<number, Followers>();
  for (const [key, times] of threes) {
    const pair = Math.floor(key / WORD_BITS);
    const after = followers.get(pair) ?? { counts: new Map(), all: 0 };
    followers.set(pair, after);
    addFollower(after, key % WORD_BITS, times);
  }
  return followers;
}

function addFollower(after: Followers | undefined, word: number, count: number): void {
  if (after === undefined) return;
  after.counts.set(word, count);
  after.all += count;
}

const byWord = (a: readonly [number, number], b: readonly [number, number]): number => a[0] - b[0];
