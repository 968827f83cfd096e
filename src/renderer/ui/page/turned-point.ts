import type { PagePoint, PageRotation } from '../../../shared/domain/page/page.ts';

/** Where a place on the stored picture stands when the picture is shown turned; fractions both. */
export function shownAt({ x, y }: PagePoint, rotation: PageRotation): PagePoint {
  switch (rotation) {
    case 0:
      return { x, y };
    case 90:
      return { x: 1 - y, y: x };
    case 180:
      return { x: 1 - x, y: 1 - y };
    case 270:
      return { x: y, y: 1 - x };
  }
}

const BACK = { 0: 0, 90: 270, 180: 180, 270: 90 } as const;

/** The place on the stored picture that is shown at `point`. */
export const storedAt = (point: PagePoint, rotation: PageRotation): PagePoint =>
  shownAt(point, BACK[rotation]);
