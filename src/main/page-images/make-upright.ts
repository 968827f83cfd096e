import type { PageRotation } from '../../shared/domain/page/page.ts';
import type { FlatPaper } from './edges/flat-paper.ts';
import { openPage } from './open-page.ts';
import { straightened, turned } from './page-geometry.ts';
import { turnPage } from './turn-page.ts';

export type UprightWish = {
  /** Clockwise, chosen by the officer or the reader. */
  readonly rotation: PageRotation;
  /** From `measurePage`. */
  readonly skewDegrees: number;
  /** From `measurePage`; the whole picture when absent. */
  readonly paper?: FlatPaper | null;
  /** At most so wide, in pixels; never enlarged. */
  readonly width: number;
};

const THUMBNAIL_PX = 400;

/**
 * The page for the eye: turned, straightened, colour JPEG in sRGB. A thumbnail of a 300-dpi page costs a fraction of its
 * full decode. Rejects when the bytes are no picture.
 */
export async function makeUpright(bytes: Buffer, wish: UprightWish): Promise<Buffer> {
  const { rotation, skewDegrees, paper = null } = wish;
  const { autoOrient: stored } = await openPage(bytes).metadata();
  const canvas = straightened(turned(paper?.size ?? stored, rotation), skewDegrees);
  const scale = Math.min(1, wish.width / canvas.width);
  const page = await turnPage(bytes, { stored, paper, scale, rotation, skewDegrees });
  return page
    .toColourspace('srgb')
    .jpeg({ quality: wish.width <= THUMBNAIL_PX ? 75 : 85 })
    .toBuffer();
}
