import sharp, { type Metadata } from 'sharp';
import { ok, type Result } from '../../shared/base/result.ts';
import { type ImportFailure, refuse } from './import-failure.ts';
import type { Limits } from './limits.ts';

export type PictureHeader = {
  /** In pixels, after the EXIF turn. */
  readonly width: number;
  readonly height: number;
  /** Dots per inch as the file states them; null when it does not, or states a placeholder. */
  readonly dpi: number | null;
  /** Pictures in the file (TIFF). */
  readonly pages: number;
  readonly grey: boolean;
  readonly oneBit: boolean;
};

/** 72 and 96 are what programs write when they do not know; no document scanner goes below 100. */
const LOWEST_STATED_DPI = 100;

/**
 * Reads the header of a picture and refuses what must not be decoded. Nothing is decoded here, so a picture of
 * 30,000 × 30,000 px costs nothing.
 * @param page which picture of a TIFF, from 0
 */
export async function readPictureHeader(
  bytes: Buffer,
  limits: Limits,
  name: string,
  page = 0,
): Promise<Result<PictureHeader, ImportFailure>> {
  let found: Metadata;
  try {
    found = await sharp(bytes, { limitInputPixels: false, page }).metadata();
  } catch {
    // libvips cannot read the header: whether a tail or the start is missing cannot be told
    return refuse('file-damaged', { name });
  }
  const { width, height } = found.autoOrient;
  if (width * height > limits.pixels) {
    return refuse('page-too-many-pixels', {
      name,
      width,
      height,
      megapixels: Math.round((width * height) / 1e6),
      limitMegapixels: Math.round(limits.pixels / 1e6),
    });
  }
  if (Math.min(width, height) < limits.shortestSidePx)
    return refuse('page-too-small', { name, width, height, shortestSidePx: limits.shortestSidePx });
  const density = Math.round(found.density ?? 0);
  return ok({
    width,
    height,
    dpi: density >= LOWEST_STATED_DPI ? density : null,
    pages: found.pages ?? 1,
    grey: found.space === 'b-w' || found.space === 'grey16',
    oneBit: found.bitsPerSample === 1 && found.channels === 1,
  });
}
