import type { WordModel } from './word-model.ts';

/** What may stand at a place of the text: the word's number and what it costs to believe in it. */
export type Choice = { readonly word: number; readonly cost: number };

/** Nats for one certain word that the model does not know, beyond that of meeting any unknown word. */
const UNKNOWN_WORD_COST = 5;

export const wordCost = (model: WordModel, before: number, last: number, word: number): number =>
  model.cost(before, last, word) + (word === 0 ? UNKNOWN_WORD_COST : 0);

/**
 * Which choice at each place makes the whole text cheapest (Viterbi over the last two words). Between places with a
 * single choice the search is as quick as reading along. `start` stands before the text.
 */
export function bestPath(
  model: WordModel,
  places: readonly (readonly Choice[])[],
  start: number,
): Int32Array {
  const none: readonly Choice[] = [{ word: start, cost: 0 }];
  let costs = Float64Array.of(0);
  const cameFrom: Int32Array[] = [];
  for (const [at, choices] of places.entries()) {
    const lasts = at > 0 ? (places[at - 1] ?? none) : none;
    const befores = at > 1 ? (places[at - 2] ?? none) : none;
    const next = new Float64Array(lasts.length * choices.length).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(next.length);
    for (const [l, last] of lasts.entries()) {
      for (const [c, choice] of choices.entries()) {
        const state = l * choices.length + c;
        for (const [b, before] of befores.entries()) {
          const cost =
            (costs[b * lasts.length + l] ?? 0) +
            choice.cost +
            wordCost(model, before.word, last.word, choice.word);
          if (cost < (next[state] ?? 0)) {
            next[state] = cost;
            from[state] = b;
          }
        }
      }
    }
    cameFrom.push(from);
    costs = next;
  }
  const chosen = new Int32Array(places.length);
  let state = costs.indexOf(Math.min(...costs));
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const width = places[at]?.length ?? 1;
    const last = Math.floor(state / width);
    chosen[at] = state % width;
    state = (cameFrom[at]?.[state] ?? 0) * (at > 0 ? (places[at - 1]?.length ?? 1) : 1) + last;
  }
  return chosen;
}
