import type { Candidate } from './candidate.ts';
import type { ValueSort } from './values/parsed-value.ts';

/** Decoded with its own error correction or check digits. */
export const DECODED = 0.995;
/** Two sources say the same. */
export const AGREED = 0.999;
/** An id number that only one source gives: below what is ever taken as sure, however well it was read. */
export const UNCONFIRMED_ID = 0.79;
/** A PDF's own words are exact; only whether they are this field's is in question. */
const OWN_WORDS = 0.99;

/** Ways of being wrong: figures and words of a list are right or no value at all; names and sentences lose marks. */
type Reliability = 'figures' | 'name' | 'address' | 'text';

/**
 * How often a value was right, by its raw score (the worst word's confidence × how sure the pattern is), from the
 * score down. Measured on 334 generated forms, 2,214 values right of 2,626, 49 ways of print and damage (seed 11; scores of
 * cells with few values are taken lower than they came out, and none higher than the one above it):
 *   figures ≥ 0.80 961 of 961, 0.50–0.80 45 of 46 · name ≥ 0.96 120 of 120, 0.80–0.96 172 of 174, 0.70–0.80 9 of 11,
 *   0.50–0.70 13 of 23 · address ≥ 0.93 213 of 214, 0.80–0.93 85 of 87, below 38 of 51 · text ≥ 0.93 158 of 158,
 *   0.85–0.93 137 of 139, 0.70–0.85 26 of 29, below 14 of 22
 */
const MEASURED: Readonly<Record<Reliability, readonly (readonly [score: number, right: number])[]>> = {
  figures: [
    [0.8, 0.995],
    [0.7, 0.96],
    [0.5, 0.93],
    [0, 0.7],
  ],
  name: [
    [0.96, 0.995],
    [0.9, 0.985],
    [0.8, 0.98],
    [0.7, 0.8],
    [0.5, 0.56],
    [0, 0.3],
  ],
  address: [
    [0.96, 0.995],
    [0.93, 0.985],
    [0.8, 0.96],
    [0.7, 0.8],
    [0.5, 0.75],
    [0, 0.2],
  ],
  text: [
    [0.93, 0.99],
    [0.85, 0.98],
    [0.7, 0.89],
    [0.5, 0.75],
    [0, 0.2],
  ],
};

const OF_SORT: Readonly<Partial<Record<ValueSort, Reliability>>> = {
  name: 'name',
  address: 'address',
  text: 'text',
  capitals: 'text',
};
const OF_ZONE: Readonly<Partial<Record<Candidate['name'], Reliability>>> = {
  'person-name': 'name',
  'document-title': 'text',
  'issuing-body': 'text',
};

/** How often such a value is right, 0…1 [RD-8]. */
export function confidenceOf(candidate: Candidate, fromTextLayer = false): number {
  const worst = fromTextLayer
    ? OWN_WORDS
    : Math.min(1, ...candidate.words.map(({ confidence }) => confidence));
  const score = worst * candidate.sureness;
  const { sort } = candidate;
  const reliability = (sort === undefined ? OF_ZONE[candidate.name] : OF_SORT[sort]) ?? 'figures';
  return MEASURED[reliability].find(([from]) => score >= from)?.[1] ?? 0;
}
