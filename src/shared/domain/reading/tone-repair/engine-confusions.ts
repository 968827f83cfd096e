import { letterParts } from './letter-marks.ts';

/** Nats for reading a letter as another, once the word is known to be misread (measured on generated pages, see bench). */
const COST = { tone: 1.6, shape: 1.8, both: 2.6, stroke: 1.8, base: 3.2, extra: 3.8 } as const;

/** Other letters that the engine takes for each other, besides marks: on the bare letters, both ways. */
const LOOK_ALIKE: readonly (readonly [string, string])[] = [
  ['i', 'l'],
  ['i', 't'],
  ['c', 'e'],
  ['c', 'o'],
  ['h', 'b'],
  ['n', 'u'],
  ['n', 'm'],
  ['n', 'r'],
  ['a', 'o'],
  ['a', 'e'],
  ['t', 'l'],
  ['g', 'q'],
  ['y', 'v'],
];
const alike = new Set(LOOK_ALIKE.flatMap(([one, other]) => [one + other, other + one]));

const ALIKE_OF: ReadonlyMap<string, readonly string[]> = (() => {
  const of = new Map<string, string[]>();
  for (const pair of alike) of.set(pair.charAt(0), [...(of.get(pair.charAt(0)) ?? []), pair.charAt(1)]);
  return of;
})();

const LETTERS_DROPPED = 'hnitcgu';

function letterCost(read: string, meant: string): number {
  if (read === meant) return 0;
  const from = letterParts(read);
  const to = letterParts(meant);
  if (from.base !== to.base) return alike.has(from.base + to.base) ? COST.base : Number.POSITIVE_INFINITY;
  if (from.base === 'd') return COST.stroke;
  if (from.shape === to.shape) return COST.tone;
  return from.tone === to.tone ? COST.shape : COST.both;
}

/** Nats for reading `meant` as `read`; infinite where the engine does not do such a thing. Lower case, NFC. */
export function misreadingCost(read: string, meant: string): number {
  const [longer, shorter] = read.length >= meant.length ? [read, meant] : [meant, read];
  if (longer.length - shorter.length > 1) return Number.POSITIVE_INFINITY;
  if (longer.length === shorter.length) return sameLengthCost(read, meant);
  let cheapest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < longer.length; at += 1) {
    const without = longer.slice(0, at) + longer.slice(at + 1);
    cheapest = Math.min(cheapest, COST.extra + sameLengthCost(without, shorter));
  }
  return cheapest;
}

function sameLengthCost(read: string, meant: string): number {
  let cost = 0;
  for (let at = 0; at < read.length; at += 1) cost += letterCost(read.charAt(at), meant.charAt(at));
  return cost;
}

/** The skeleton itself and those one look-alike, one letter too many or one too few away. */
export function nearSkeletons(skeleton: string): readonly string[] {
  const near = new Set([skeleton]);
  for (let at = 0; at < skeleton.length; at += 1) {
    const before = skeleton.slice(0, at);
    const after = skeleton.slice(at + 1);
    for (const letter of ALIKE_OF.get(skeleton.charAt(at)) ?? []) near.add(before + letter + after);
    if (skeleton.length > 2) near.add(before + after);
  }
  if (skeleton.length > 1) {
    for (let at = 0; at <= skeleton.length; at += 1) {
      for (const letter of LETTERS_DROPPED) near.add(skeleton.slice(0, at) + letter + skeleton.slice(at));
    }
  }
  return [...near];
}
