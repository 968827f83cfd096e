import type { PageLook, PageRotation } from '../../../../shared/domain/page/page.ts';
import { sameLook } from '../../../../shared/domain/page/page-look.ts';
import type { StoredReading } from '../../../state/use-stored.ts';

const TURNS = [0, 90, 180, 270] as const;

/** The turn at which this reading found the page upright; its boxes fit only a page shown so. */
export function uprightAt(reading: StoredReading): PageRotation {
  return TURNS[((reading.requestedRotation + reading.rotation) / 90) % 4] ?? 0;
}

/** Its boxes fit the page as it is shown: same turn, same cut. */
export const fitsLook = (reading: StoredReading, look: PageLook): boolean =>
  sameLook({ rotation: uprightAt(reading), cut: reading.requestedCut }, look);
