/** In millimetres. */
export type PaperSize = { readonly widthMm: number; readonly heightMm: number };

const A4: PaperSize = { widthMm: 210, heightMm: 297 };
/** Cards, passports and stubs; the smallest sheet of office paper, A6, is longer. */
const LONGEST_CARD_MM = 130;
/** The two sides of a card are equally large; their edges are found to a few millimetres. */
const SAME_SIZE = 0.8;
/** As on the copies that offices have always made: in the upper part, so that there is room to attest below. */
const TOP_MM = 40;
const GAP_MM = 15;

export const isCardSized = ({ widthMm, heightMm }: PaperSize): boolean =>
  Math.max(widthMm, heightMm) <= LONGEST_CARD_MM;

/** May these pages, one behind the other in a paper, be the two sides of one card? */
export function areTwoSides(one: PaperSize, other: PaperSize): boolean {
  const alike = (a: number, b: number): boolean => Math.min(a, b) >= SAME_SIZE * Math.max(a, b);
  return (
    isCardSized(one) &&
    isCardSized(other) &&
    alike(one.widthMm, other.widthMm) &&
    alike(one.heightMm, other.heightMm)
  );
}

/** Where both sides lie on one A4 at 100 %: the first above the second, in the middle. `xMm`, `yMm`: upper left corners. */
export function layCard(first: PaperSize, second: PaperSize) {
  const topMm = Math.min(TOP_MM, (A4.heightMm - first.heightMm - GAP_MM - second.heightMm) / 2);
  const middle = ({ widthMm }: PaperSize): number => (A4.widthMm - widthMm) / 2;
  return {
    sheet: A4,
    places: [
      { xMm: middle(first), yMm: topMm },
      { xMm: middle(second), yMm: topMm + first.heightMm + GAP_MM },
    ],
  } as const;
}
