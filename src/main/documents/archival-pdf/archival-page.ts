import type { PrintedWord } from '../../../shared/domain/reading/printed-word.ts';

/** An upright, straightened page, whole: 8-bit sRGB, three bytes a pixel, row by row. */
export type UprightPicture = {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Of these pixels; width / dpi is the real width of the paper in inches. */
  readonly dpi: number;
  /** Of the page as it was scanned: more detail than that is not in it. */
  readonly scannedDpi: number;
};

/** One page to be kept: the picture and its words in reading order, boxes in fractions of that picture. */
export type ArchivalPage = {
  readonly picture: UprightPicture;
  readonly words: readonly PrintedWord[];
};

export type ArchivalAbout = {
  /** Name of the paper; what the viewer's window is called. */
  readonly title: string;
  /** Where it belongs: dossier code and procedure. */
  readonly subject: string;
  readonly keywords: string;
  /** Handed in, never the clock, so that the same pages give the same bytes. */
  readonly createdAt: Date;
  /** What makes this document itself; becomes the file identifier. */
  readonly identity: string;
  /** 1B exists because its rules can be checked by PDFBox Preflight; papers of the desk are 2B. */
  readonly conformance?: '2B' | '1B';
};
