import type { PageRotation } from '../../../../shared/domain/page/page.ts';
import type { StoredReading } from '../../../state/use-stored.ts';

const TURNS = [0, 90, 180, 270] as const;

/** The turn at which this reading found the page upright; its boxes fit only a page shown so. */
export function uprightAt(reading: StoredReading): PageRotation {
  return TURNS[((reading.requestedRotation + reading.rotation) / 90) % 4] ?? 0;
}
