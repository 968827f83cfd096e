import type { TextLayer } from '../../shared/contracts/bridge/text-layer.ts';

/** What main and the PDF thread say to each other. */
export type PdfThreadData = {
  readonly bytes: Uint8Array;
  readonly maxPages: number;
  readonly maxPixels: number;
};

/** `next`: render the following page. One page is in the air at a time, so memory stays flat. */
export type ToPdfThread = { readonly type: 'next' };

export type FromPdfThread =
  | { readonly type: 'opened'; readonly pages: number }
  | {
      readonly type: 'page';
      /** RGBA, 4 bytes a pixel. */
      readonly pixels: Uint8ClampedArray;
      readonly width: number;
      readonly height: number;
      readonly dpi: number;
      /** The page's own words; null when it has none that can be trusted. */
      readonly textLayer: TextLayer | null;
    }
  /** `defect`: pdf.js's own words, for the log only. */
  | { readonly type: 'refused'; readonly why: 'encrypted' | 'damaged'; readonly defect: string }
  | { readonly type: 'done' };
