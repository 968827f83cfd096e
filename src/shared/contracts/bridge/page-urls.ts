import { z } from 'zod';
import type { Sha256 } from '../../base/ids.ts';
import { type PageLook, StoredPage } from '../../domain/page/page.ts';
import { cutText } from '../../domain/page/page-look.ts';

/**
 * Relative URLs of the page store. Upright and reading images share one geometry (turned, then deskewed, same canvas
 * proportions), so a box given as fractions fits both.
 *   GET  /pages/<sha256>                                   the original bytes
 *   GET  /pages/<sha256>/upright?rotation=90&width=900     JPEG for the eye (turned, deskewed), at most `width` px wide
 *   GET  /pages/<sha256>/reading?rotation=90               grey PNG, red channel, 200 dpi, for OCR; its facts (page-picture.ts) in headers, by HEAD alone too
 * Both take `&cut=whole` or `&cut=` with eight fractions (`PageCut`); without it the desk finds the paper's edges itself.
 *   GET  /pages/<sha256>/quality?rotation=90               `PageQuality`: what is wrong with the picture, and where
 *   GET  /pages/<sha256>/text-layer                        `TextLayer` of a born-digital PDF's page; 404 when it had none
 *   POST /pages?name=don.pdf                               a dropped or chosen file → 200 `PagesImported` | 4xx/5xx `{failure}`
 */
export const uprightUrl = (sha256: Sha256, look: PageLook, width: number): string =>
  `/pages/${sha256}/upright?${lookQuery(look)}&width=${width}`;
export const readingUrl = (sha256: Sha256, look: PageLook): string =>
  `/pages/${sha256}/reading?${lookQuery(look)}`;
export const qualityUrl = (sha256: Sha256, look: PageLook): string =>
  `/pages/${sha256}/quality?${lookQuery(look)}`;
export const textLayerUrl = (sha256: Sha256): string => `/pages/${sha256}/text-layer`;

/** A look as the addresses carry it. */
export const lookQuery = ({ rotation, cut }: PageLook): string =>
  `rotation=${rotation}${cut === undefined ? '' : `&cut=${cutText(cut)}`}`;
export const importUrl = (name: string): string => `/pages?name=${encodeURIComponent(name)}`;

export const PagesImported = z.object({ pages: z.array(StoredPage).min(1) });
export type PagesImported = z.infer<typeof PagesImported>;

export const FailureReply = z.object({
  failure: z.object({
    code: z.string(),
    remedy: z.enum(['retry-later', 'officer-decides', 'call-support']),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
});
