import sharp from 'sharp';
import { ok, type Result } from '../../shared/base/result.ts';
import { type ImportFailure, refuse } from './import-failure.ts';
import type { Limits } from './limits.ts';

/**
 * Proves that a JPEG or PNG is there to its last line. Decoders fill what is missing with grey and say nothing, so half
 * a page would be accepted: `failOn: 'truncated'` makes that an error. JPEG is decoded at an eighth (all entropy-coded
 * data is still read; 20–40 ms for A4 at 300 dpi), PNG as a stream of lines.
 */
export async function checkWholePicture(
  bytes: Buffer,
  limits: Limits,
  name: string,
): Promise<Result<null, ImportFailure>> {
  try {
    await sharp(bytes, { failOn: 'truncated', limitInputPixels: limits.pixels, sequentialRead: true })
      .resize({ width: 200, height: 200, fit: 'inside', kernel: 'nearest' })
      .raw()
      .toBuffer();
    return ok(null);
  } catch {
    return refuse('file-cut-off', { name });
  }
}
