import { hasFilledBlock } from './filled-block.ts';
import type { PrintComponents } from './print-components.ts';

/**
 * A filled bar or box that can bear a line of bright print: a heading of a form, a row of a table. Print in it takes some
 * of the ink away; a frame or a ruled table fills less.
 */
const BAR = { longMm: 12, shortMm: 3, fill: 0.45 };

/**
 * Is any of the ground dark, so that bright print may stand on it? Elsewhere the engine need not try every line that it
 * read badly as bright on dark too (measured: 4 % less time, seven of 38 pages read a little better and one worse).
 * @param dpi of the picture in which the pieces were found
 */
export const hasDarkGround = (pieces: PrintComponents, dpi: number): boolean =>
  hasFilledBlock(pieces, dpi, BAR);
