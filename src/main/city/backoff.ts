import type { LineFault } from './line-fault.ts';

const FIRST_MS = 300;
/** A dead line costs nothing to try, and the desk shall start by itself within 5 s of the line's return. */
const LINE_CAP_MS = 2500;
/** A city that answers with errors is spared. */
const CITY_CAP_MS = 30_000;
const SPARED = new Set<LineFault['kind']>(['city-failing', 'refused', 'desk-trouble']);
const MOST_RETRY_AFTER_MS = 10 * 60_000;

/** Pause before the next try after `failures` faults in a row: doubling, capped, with jitter; never less than Retry-After. */
export function pauseAfter(fault: LineFault, failures: number, random: () => number): number {
  const cap = SPARED.has(fault.kind) ? CITY_CAP_MS : LINE_CAP_MS;
  const grown = Math.min(cap, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  const jittered = grown * (0.6 + 0.4 * random());
  return Math.max(jittered, Math.min(fault.retryAfterMs ?? 0, MOST_RETRY_AFTER_MS));
}
