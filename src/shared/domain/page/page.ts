import { z } from 'zod';
import { Sha256 } from '../../base/ids.ts';

export const PageMediaType = z.enum(['image/jpeg', 'image/png']);
export const PageSource = z.enum(['scanner', 'file', 'clipboard', 'camera']);
export type PageSource = z.infer<typeof PageSource>;

/**
 * One page image as it lies in the page store: never changed once written.
 * `width`/`height` in pixels after the EXIF turn; `dpi` null when the file does not say.
 */
export const StoredPage = z.object({
  sha256: Sha256,
  mediaType: PageMediaType,
  byteLength: z.int().min(1),
  width: z.int().min(1),
  height: z.int().min(1),
  dpi: z.int().min(1).nullable(),
});
export type StoredPage = Readonly<z.infer<typeof StoredPage>>;

/** Clockwise turn that brings the page upright, chosen by the officer or by the reader. */
export const PageRotation = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type PageRotation = z.infer<typeof PageRotation>;

/** A page in a dossier: an untouched original plus how to show it. */
export const DossierPage = StoredPage.extend({
  pageId: z.uuid(),
  rotation: PageRotation,
  source: PageSource,
  /** File the page came from, or the scanner's name. */
  origin: z.string(),
});
export type DossierPage = Readonly<z.infer<typeof DossierPage>>;
