/**
 * The file of the model, little and quick to load (all numbers LEB128 unless said otherwise):
 * `QMT1`; number of words, pairs, triples; each word as length and UTF-16 units; a byte of cost and one of backoff for
 * each word; for each word how many pairs it opens and their second words as steps; a byte of cost, then one of backoff,
 * for each pair; for each pair how many triples it opens and their third words as steps; a byte of cost for each.
 */
export const MAGIC = [0x51, 0x4d, 0x54, 0x31] as const;

/** A byte of cost is this part of a nat: 0…21 nats in steps of 0.08. */
const STEPS_PER_NAT = 12;

export const costToByte = (cost: number): number =>
  Math.max(0, Math.min(255, Math.round(cost * STEPS_PER_NAT)));
export const byteToCost = (byte: number): number => byte / STEPS_PER_NAT;
