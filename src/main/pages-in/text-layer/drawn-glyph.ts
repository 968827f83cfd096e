/**
 * One glyph as a PDF draws it, in pixels of the rendered page. `text`: what the file says that it stands for, as it
 * says it (several letters for a ligature, a lone combining mark, a space).
 */
export type DrawnGlyph = {
  readonly text: string;
  /** From where the pen stood to where it would stand without the spacing that was asked for. */
  readonly left: number;
  readonly right: number;
  /** Where the next glyph was meant to begin: tracked headings ("Q U Y Ế T") ask for a distance of their own. */
  readonly next: number;
  readonly baseline: number;
  /** Height of the font. */
  readonly size: number;
};

/** What a page draws that has to do with text. */
export type DrawnText = {
  /** In the order of drawing; only what runs from left to right on the page as it is shown. */
  readonly glyphs: readonly DrawnGlyph[];
  /** Letters that run in another direction. */
  readonly aslant: number;
  /** Letters that are not drawn at all (rendering mode 3): what OCR programs put over a scan. */
  readonly invisible: number;
  /** Share of the page that pictures cover, 0…1, overlaps counted twice. */
  readonly pictureShare: number;
};
