/** Resolution for pages that are drawn (text, vectors): what OCR wants. */
const DRAWN_DPI = 200;
/** A scan inside a PDF comes out at its own resolution, within these. */
const SCAN_DPI = { least: 150, most: 300 };
const POINTS_PER_INCH = 72;

/**
 * At which resolution a PDF page is rendered.
 * @param page size in points (1/72 inch)
 * @param scan pixels of the one picture that covers the page; null when there is none
 * @param maxPixels a page of 5 × 5 m must not become a canvas of that size: the resolution gives way
 */
export function renderingDpi(
  page: { readonly width: number; readonly height: number },
  scan: { readonly width: number; readonly height: number } | null,
  maxPixels: number,
): number {
  const wanted =
    scan === null
      ? DRAWN_DPI
      : Math.min(
          SCAN_DPI.most,
          Math.max(
            SCAN_DPI.least,
            (Math.max(scan.width, scan.height) / Math.max(page.width, page.height)) * POINTS_PER_INCH,
          ),
        );
  const most = POINTS_PER_INCH * Math.sqrt(maxPixels / (page.width * page.height));
  return Math.max(1, Math.round(Math.min(wanted, most)));
}
