/** What a file may be at most (and at least) to become pages. Each has its own refusal. */
export const LIMITS = {
  /** A scanned dossier of 300 pages in colour is about this large. */
  fileBytes: 100 * 1024 * 1024,
  pages: 300,
  /** A1 at 300 dpi fits; 30,000 × 30,000 does not. Decoded, 100 megapixels are 300 MB: the most that a desk has to spare. */
  pixels: 100_000_000,
  /** Below this no letter can be read. */
  shortestSidePx: 200,
} as const;

export type Limits = { readonly [K in keyof typeof LIMITS]: number };

/** How long and how large the rendering of a PDF may grow before it is stopped. */
export const PDF_GUARD = {
  /** A noisy colour page takes 2–4 s on a loaded desk. */
  pageTimeoutMs: 60_000,
  heapMegabytes: 512,
  /** Growth of the whole process, which also sees what lies outside the heap: canvases, decoded pictures. */
  growthMegabytes: 1024,
} as const;

export type PdfGuard = { readonly [K in keyof typeof PDF_GUARD]: number };
