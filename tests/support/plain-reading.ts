/** The parts of a `PageReading` that a page of plain text has: no codes, no kind, nothing that contradicts. */
export const plainReading = {
  engine: 'tesseract-js',
  codes: [],
  mrz: null,
  kind: null,
  contradictions: [],
} as const;
