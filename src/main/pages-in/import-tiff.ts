import sharp from 'sharp';
import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';
import { refuse } from './import-failure.ts';
import type { Limits } from './limits.ts';
import { type PictureHeader, readPictureHeader } from './picture-header.ts';
import type { PageFacts, PutPage } from './put-page.ts';

/**
 * Every picture of a TIFF (any compression that libtiff reads: G3, G4, LZW, Deflate, JPEG, none) becomes one page:
 * black-and-white and grey without loss as PNG, colour as JPEG of quality 92 without chroma subsampling (a lossless
 * colour scan is 10–25 MB a page, too much for the line).
 */
export async function importTiff(
  bytes: Buffer,
  name: string,
  limits: Limits,
  put: PutPage,
): Promise<Result<readonly StoredPage[], Failure>> {
  const pages: StoredPage[] = [];
  let total = 1;
  for (let page = 0; page < total; page++) {
    const header = await readPictureHeader(bytes, limits, name, page);
    if (!header.ok) return header;
    total = header.value.pages;
    if (total > limits.pages)
      return refuse('file-too-many-pages', { name, pages: total, limit: limits.pages });
    const made = await encodeTiffPage(bytes, page, header.value, limits);
    if (made === null) return refuse('file-cut-off', { name, page: page + 1 });
    const stored = await put(made.bytes, made.facts);
    if (!stored.ok) return stored;
    pages.push(stored.value);
  }
  return ok(pages);
}

async function encodeTiffPage(
  bytes: Buffer,
  page: number,
  header: PictureHeader,
  limits: Limits,
): Promise<{ bytes: Buffer; facts: PageFacts } | null> {
  const { width, height, dpi } = header;
  const image = sharp(bytes, {
    page,
    failOn: 'truncated',
    limitInputPixels: limits.pixels,
    sequentialRead: true,
  })
    .autoOrient()
    .flatten({ background: 'white' });
  const encoder = header.grey
    ? // `colours: 2` without a palette writes plain 1-bit grey: a third smaller, nothing lost
      image.toColourspace('b-w').png(header.oneBit ? { palette: false, colours: 2 } : {})
    : image.toColourspace('srgb').jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
  try {
    const encoded = await (dpi === null ? encoder : encoder.withDensity(dpi)).toBuffer();
    return {
      bytes: encoded,
      facts: { mediaType: header.grey ? 'image/png' : 'image/jpeg', width, height, dpi },
    };
  } catch {
    // libtiff stops where data are missing or broken; which of the two it was, it only says in words
    return null;
  }
}
