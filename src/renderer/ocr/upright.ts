import type { PageRotation } from '../../shared/domain/page/page.ts';
import { type EngineReading, standsOnEnd } from './words.ts';

/** Below this mean confidence a page may lie sideways or upside-down (upright print reads at 0.85 and above). */
const MAYBE_TURNED_BELOW = 0.6;

/**
 * How much a reading speaks for the page being upright, 0…1. The engine reads lines that run down the page as well,
 * quite surely; then the words are taller than wide.
 */
export const uprightness = (reading: EngineReading): number =>
  standsOnEnd(reading.words) ? reading.meanConfidence / 2 : reading.meanConfidence;

export const mayBeTurned = (reading: EngineReading): boolean => uprightness(reading) < MAYBE_TURNED_BELOW;

const TURNS = [0, 90, 180, 270] as const;

/** `rotation` and then `turn` more, clockwise. */
export function turnedBy(rotation: PageRotation, turn: PageRotation): PageRotation {
  return TURNS[((rotation + turn) / 90) % 4] ?? 0;
}
