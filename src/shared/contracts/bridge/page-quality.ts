import { z } from 'zod';
import { PageCut } from '../../domain/page/page.ts';
import { PageBox } from '../../domain/paper/paper.ts';

/**
 * What is wrong with a picture, said on arrival while the citizen still stands there (TT 01/2023 Đ8 k2: whole and exact;
 * NĐ 30/2020 PL I: at least 200 dpi). Each is looked up in the texts by its code.
 */
export const PageFlaw = z.object({
  code: z.enum([
    'page-blurred',
    'page-cut-off',
    'page-glare',
    'page-too-dark',
    'page-too-pale',
    'page-low-resolution',
    'page-blank',
    'page-almost-blank',
  ]),
  /** Where, in fractions of the upright page; null: all of it. */
  box: PageBox.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PageFlaw = Readonly<z.infer<typeof PageFlaw>>;

/** Answer of `GET /pages/<sha256>/quality`: measures of the picture alone, without reading it. */
export const PageQuality = z.object({
  flaws: z.array(PageFlaw).readonly(),
  /** Of the paper as it lies on the picture. */
  dpi: z.number(),
  blank: z.boolean(),
  skewDegrees: z.number(),
  /** The edges that the desk found; null: the whole picture is paper. */
  foundCut: PageCut.nullable(),
  /** Small enough to be an identity card. */
  isCard: z.boolean(),
  /** Cards that lie beside one another on the sheet (both sides of one, usually), from top to bottom; else empty. */
  cards: z.array(PageCut).readonly(),
});
export type PageQuality = Readonly<z.infer<typeof PageQuality>>;
