import { costToByte, MAGIC } from '../../src/shared/domain/reading/tone-repair/model-format.ts';

export type TripleRow = { readonly word: number; readonly cost: number };
export type PairRow = TripleRow & { readonly backoff: number; readonly triples: readonly TripleRow[] };

/** Costs in nats; rows sorted by word number; `pairs[n]` are what follows word n. */
export type ModelContent = {
  readonly words: readonly string[];
  readonly costs: readonly number[];
  readonly backoffs: readonly number[];
  readonly pairs: readonly (readonly PairRow[])[];
};

/** The bytes of the model: the same for the same content (`model-format.ts`). */
export function encodeModel({ words, costs, backoffs, pairs }: ModelContent): Uint8Array {
  const bytes: number[] = [...MAGIC];
  const put = (value: number): void => {
    let left = value;
    for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
    bytes.push(left);
  };
  const putSteps = (rows: readonly TripleRow[]): void => {
    put(rows.length);
    let last = 0;
    for (const { word } of rows) {
      put(word - last);
      last = word;
    }
  };
  const putCosts = (values: Iterable<number>): void => {
    for (const value of values) bytes.push(costToByte(value));
  };
  const allPairs = pairs.flat();
  put(words.length);
  put(allPairs.length);
  put(allPairs.reduce((sum, pair) => sum + pair.triples.length, 0));
  for (const word of words) {
    put(word.length);
    for (let at = 0; at < word.length; at += 1) put(word.charCodeAt(at));
  }
  putCosts(costs);
  putCosts(backoffs);
  for (const rows of pairs) putSteps(rows);
  putCosts(allPairs.map((pair) => pair.cost));
  putCosts(allPairs.map((pair) => pair.backoff));
  for (const pair of allPairs) putSteps(pair.triples);
  for (const pair of allPairs) putCosts(pair.triples.map((triple) => triple.cost));
  return Uint8Array.from(bytes);
}
