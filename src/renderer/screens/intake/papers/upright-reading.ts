import type { PageReading } from '../../../../shared/contracts/bridge/reading.ts';
import type { PageRotation } from '../../../../shared/domain/page/page.ts';

/** As stored: with the turn that it was asked with; `rotation` is what the reader turned on top of that. */
type StoredReading = PageReading & { readonly requestedRotation?: number };

const TURNS = [0, 90, 180, 270] as const;

/** The turn at which this reading found the page upright; its boxes fit only a page shown so. */
export function uprightAt(reading: StoredReading): PageRotation {
  return TURNS[(((reading.requestedRotation ?? 0) + reading.rotation) / 90) % 4] ?? 0;
}
