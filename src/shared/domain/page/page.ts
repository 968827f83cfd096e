import { z } from 'zod';
import { Sha256 } from '../../base/ids.ts';

export const PageMediaType = z.enum(['image/jpeg', 'image/png']);
export const PageSource = z.enum(['scanner', 'file', 'clipboard', 'camera', 'hot-folder']);
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

const Fraction = z.number().min(0).max(1);
/** A place on the picture as stored (after its EXIF turn), in fractions of its width and height. */
export const PagePoint = z.object({ x: Fraction, y: Fraction });
export type PagePoint = Readonly<z.infer<typeof PagePoint>>;

/** Corners of the paper on the stored picture, clockwise from its top left; what lies outside is bed or table. */
export const PageCorners = z.tuple([PagePoint, PagePoint, PagePoint, PagePoint]).readonly();
export type PageCorners = z.infer<typeof PageCorners>;

/**
 * What of the stored picture is shown: `whole`, or the paper within four corners, its perspective taken out. Absent:
 * as the desk finds it by itself, which it does only where it is sure that nothing is cut off.
 */
export const PageCut = z.union([z.literal('whole'), PageCorners]);
export type PageCut = z.infer<typeof PageCut>;

/** How a page is shown and read: an instruction over an untouched original. */
export type PageLook = { readonly rotation: PageRotation; readonly cut?: PageCut | undefined };

/** Why a page is in the dossier but not before the eyes: it still counts (images = pages, TT 01/2023 Đ8 k2). */
export const PageHidden = z.enum(['blank', 'separator', 'by-officer']);
export type PageHidden = z.infer<typeof PageHidden>;

/** A page in a dossier: an untouched original plus how to show it. */
export const DossierPage = StoredPage.extend({
  pageId: z.uuid(),
  rotation: PageRotation,
  cut: PageCut.optional(),
  hidden: PageHidden.optional(),
  source: PageSource,
  /** File the page came from, or the scanner's name. */
  origin: z.string(),
});
export type DossierPage = Readonly<z.infer<typeof DossierPage>>;
