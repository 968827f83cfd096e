import type { FlatPaper } from './edges/flat-paper.ts';
import type { Size } from './page-geometry.ts';

const MM_PER_INCH = 25.4;
const A4 = { shortSideMm: 210, leastRatio: 1.2, mostRatio: 1.55 };
const CARD = { longSideMm: 85.6, leastRatio: 1.3, mostRatio: 1.7, mostLongSidePx: 1500 };
/** An ID-1 card has 1.586, an A4 sheet 1.414. */
const CARD_PHOTO_RATIO = { least: 1.5, most: 1.68 };

/** 72 and 96 are what programs write when they do not know. */
const LOWEST_STATED_DPI = 100;
/** Paper that lies on an office scanner: shortest side of a card, longest side of A3 with a rim. */
const PAPER_MM = { least: 40, most: 450 };

/** When nothing can be said, the picture is taken as it is. */
const UNKNOWN_DPI = 200;

/**
 * Dots per inch of a page. What the file states counts when the paper it implies can exist; otherwise the shape decides:
 * the proportions of A4 mean A4; a small picture in the proportions of an identity card means a card.
 */
export function pageDpi(stated: number | undefined, { width, height }: Size): number {
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  if (stated !== undefined && stated >= LOWEST_STATED_DPI) {
    const mm = (px: number): number => (px / stated) * MM_PER_INCH;
    if (mm(short) >= PAPER_MM.least && mm(long) <= PAPER_MM.most) return stated;
  }
  const ratio = long / short;
  const landscape = width > height;
  if (landscape && long <= CARD.mostLongSidePx && ratio >= CARD.leastRatio && ratio <= CARD.mostRatio)
    return (long / CARD.longSideMm) * MM_PER_INCH;
  if (ratio >= A4.leastRatio && ratio <= A4.mostRatio) return (short / A4.shortSideMm) * MM_PER_INCH;
  return UNKNOWN_DPI;
}

/**
 * The same for the paper on a picture: a camera does not know how far it was away, so what its file states is not
 * believed, and a card may have any number of pixels.
 */
export function paperDpi(stated: number | undefined, stored: Size, paper: FlatPaper | null): number {
  if (paper === null) return pageDpi(stated, stored);
  if (!paper.photographed) return pageDpi(stated, paper.size);
  const long = Math.max(paper.size.width, paper.size.height);
  const ratio = long / Math.min(paper.size.width, paper.size.height);
  const isCard = ratio >= CARD_PHOTO_RATIO.least && ratio <= CARD_PHOTO_RATIO.most;
  return isCard ? (long / CARD.longSideMm) * MM_PER_INCH : pageDpi(undefined, paper.size);
}

const READING_DPI = 200;
/** Cards are printed in 6 pt: they are read at 300 dpi, as measured for their QR codes and small type. */
const CARD_READING_DPI = 300;
const CARD_LONG_SIDE_MM = 130;
/** Blowing up further adds no information, only time. */
const MOST_ENLARGEMENT = 2;
/** A reading image is never larger, whatever the paper: two A3 pages at 200 dpi. */
const LONGEST_SIDE_PX = 4800;

const LARGE_PRINT_DPI = 150;
/** Up to 165 dpi, bringing a picture down to 150 would cost more than it saves. */
const NEAR_ENOUGH = 1.1;
/** What has fewer dots is blown up further, whatever its print. */
const LEAST_DPI = 100;

export type ReadingScale = {
  /** How much the page is scaled for reading. */
  readonly scale: number;
  /** The resolution that it then has. */
  readonly dpi: number;
  /** Small enough to be an identity card. */
  readonly isCard: boolean;
};

/** @param dpi of the page, as `pageDpi` has it */
export function readingScale(dpi: number, size: Size): ReadingScale {
  const long = Math.max(size.width, size.height);
  const isCard = (long / dpi) * MM_PER_INCH <= CARD_LONG_SIDE_MM;
  const wanted = (isCard ? CARD_READING_DPI : READING_DPI) / dpi;
  const scale = Math.min(wanted, MOST_ENLARGEMENT, LONGEST_SIDE_PX / long);
  return { scale, dpi: Math.max(1, Math.round(dpi * scale)), isCard };
}

/** For print of 12 pt and more; null for a page that has too few dots even for that. */
export function largePrintScale(dpi: number, size: Size): Omit<ReadingScale, 'isCard'> | null {
  if (dpi < LEAST_DPI) return null;
  const isNear = dpi >= LARGE_PRINT_DPI && dpi <= LARGE_PRINT_DPI * NEAR_ENOUGH;
  const wanted = isNear ? 1 : LARGE_PRINT_DPI / dpi;
  const scale = Math.min(wanted, LONGEST_SIDE_PX / Math.max(size.width, size.height));
  return { scale, dpi: Math.max(1, Math.round(dpi * scale)) };
}
