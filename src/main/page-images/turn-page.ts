import type { Sharp } from 'sharp';
import type { PageRotation } from '../../shared/domain/page/page.ts';
import { openPage } from './open-page.ts';
import { type Size, turned } from './page-geometry.ts';

/**
 * Scales a page, turns it by right angles and straightens it, on a white canvas that holds all of it. The one way in
 * which upright and reading images are made, so both have the same proportions.
 * @param stored size of the page as stored, after its EXIF turn
 * @param scale applied first, while decoding where the format allows it: the costly turn works on fewer pixels
 */
export function turnPage(
  bytes: Buffer,
  stored: Size,
  scale: number,
  rotation: PageRotation,
  skewDegrees: number,
): Sharp {
  const scaled = (size: Size) => ({
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
    fit: 'fill' as const,
  });
  // sharp takes one angle: right angles are turned before scaling, any other angle after it
  if (skewDegrees === 0)
    return openPage(bytes)
      .rotate(rotation)
      .resize(scaled(turned(stored, rotation)));
  return openPage(bytes)
    .resize(scaled(stored))
    .rotate(rotation - skewDegrees, { background: 'white' });
}
