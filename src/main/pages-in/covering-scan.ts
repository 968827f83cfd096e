import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a page draws, in order, as pdf.js tells it. */
export type DrawingList = {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
};

type Matrix = readonly number[];
const SAME: Matrix = [1, 0, 0, 1, 0, 0];
/** Scanners leave a rim; stamps and logos cover far less. */
const COVERS_PAGE = 0.8;

/**
 * The picture that covers the page, when the page is a scan (with or without an invisible text layer).
 * Follows the transformations of the page's drawing list; gives the pixels of the picture as stored in the file.
 * @param view the page's box in points: left, bottom, right, top
 */
export function findCoveringScan(
  { fnArray, argsArray }: DrawingList,
  view: readonly number[],
): { readonly width: number; readonly height: number } | null {
  const pageArea = ((view[2] ?? 0) - (view[0] ?? 0)) * ((view[3] ?? 0) - (view[1] ?? 0));
  let now: Matrix = SAME;
  const saved: Matrix[] = [];
  for (const [at, operator] of fnArray.entries()) {
    const args: unknown = argsArray[at];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(now);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) now = saved.pop() ?? SAME;
    if (operator === OPS.transform && isNumbers(args, 6)) now = Util.transform([...now], [...args]);
    if (operator === OPS.paintFormXObjectBegin && Array.isArray(args) && isNumbers(args[0], 6))
      now = Util.transform([...now], [...args[0]]);
    if (operator !== OPS.paintImageXObject || !Array.isArray(args)) continue;
    const [, width, height] = args;
    if (typeof width !== 'number' || typeof height !== 'number') continue;
    const area = Math.abs((now[0] ?? 0) * (now[3] ?? 0) - (now[1] ?? 0) * (now[2] ?? 0));
    if (area >= pageArea * COVERS_PAGE) return { width, height };
  }
  return null;
}

const isNumbers = (value: unknown, length: number): value is number[] =>
  Array.isArray(value) && value.length >= length && value.every((entry) => typeof entry === 'number');
