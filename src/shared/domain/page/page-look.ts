import type { Sha256 } from '../../base/ids.ts';
import { PageCorners, type PageCut, type PageLook } from './page.ts';

const DIGITS = 5;

/** A cut as text for addresses and keys: `whole`, or eight fractions with five digits. */
export function cutText(cut: PageCut): string {
  return cut === 'whole' ? cut : cut.flatMap(({ x, y }) => [x.toFixed(DIGITS), y.toFixed(DIGITS)]).join(',');
}

/** Undefined for no cut at all; null when the text is none. */
export function parseCut(text: string | null): PageCut | undefined | null {
  if (text === null) return undefined;
  if (text === 'whole') return text;
  const [x1, y1, x2, y2, x3, y3, x4, y4, ...more] = text.split(',').map(Number);
  if (more.length > 0) return null;
  const parsed = PageCorners.safeParse([
    { x: x1, y: y1 },
    { x: x2, y: y2 },
    { x: x3, y: y3 },
    { x: x4, y: y4 },
  ]);
  return parsed.success ? parsed.data : null;
}

/** Names a look: equal texts, equal pictures. */
export const lookKey = ({ rotation, cut }: PageLook): string =>
  cut === undefined ? String(rotation) : `${rotation}~${cutText(cut)}`;

export const sameLook = (one: PageLook, other: PageLook): boolean => lookKey(one) === lookKey(other);

/** Names a picture and its cut, however it is turned: one scan may be two pages, one for each side of a card. */
export const pictureKey = (page: { readonly sha256: Sha256; readonly cut?: PageCut | undefined }): string =>
  page.cut === undefined ? page.sha256 : `${page.sha256}~${cutText(page.cut)}`;
