import sharp, { type Sharp } from 'sharp';
import type { PageRotation } from '../../shared/domain/page/page.ts';
import type { FlatPaper } from './edges/flat-paper.ts';
import { rectify } from './edges/rectify.ts';
import { openPage } from './open-page.ts';
import { type Size, turned } from './page-geometry.ts';

export type PageTurn = {
  /** Size of the page as stored, after its EXIF turn. */
  readonly stored: Size;
  /** The paper on it, laid flat first; null where the whole picture is paper. */
  readonly paper: FlatPaper | null;
  /** Applied first, while decoding where the format allows it: the costly turn works on fewer pixels. */
  readonly scale: number;
  readonly rotation: PageRotation;
  readonly skewDegrees: number;
};

/**
 * Lays a page flat, scales it, turns it by right angles and straightens it, on a white canvas that holds all of it. The
 * one way in which upright and reading images are made, so all have the same proportions.
 */
export async function turnPage(bytes: Buffer, turn: PageTurn): Promise<Sharp> {
  const { stored, paper, scale, rotation, skewDegrees } = turn;
  const scaled = (size: Size) => ({
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
    fit: 'fill' as const,
  });
  if (paper !== null) {
    const { data, info } = await openPage(bytes)
      .resize(scaled(stored))
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const flat = rectify({ pixels: data, width, height, channels }, paper.corners, scaled(paper.size));
    const page = sharp(flat.pixels, { raw: { width: flat.width, height: flat.height, channels } });
    return page.rotate(rotation - skewDegrees, { background: 'white' });
  }
  // sharp takes one angle: right angles are turned before scaling, any other angle after it
  if (skewDegrees === 0)
    return openPage(bytes)
      .rotate(rotation)
      .resize(scaled(turned(stored, rotation)));
  return openPage(bytes)
    .resize(scaled(stored))
    .rotate(rotation - skewDegrees, { background: 'white' });
}
