import type { Cells } from './paper-cells.ts';
import { PAPER } from './print-threshold.ts';

/** Grain of paper is brighter than this. */
export const CLEARLY_PAPER = 0.93 * PAPER;
const HALF_TONE_BELOW = 0.88 * PAPER;
const DARK_BELOW = 0.8 * PAPER;
/** Beyond the tint of its sheet by this much, a pixel belongs to a seal, a pen or a coloured print. */
const COLOUR_BEYOND_SHEET = 20;

/** What lies in each cell: numbers of pixels, and sums over some of them. */
export type CellCounts = {
  readonly print: Uint16Array;
  readonly halfTones: Uint16Array;
  readonly dark: Uint16Array;
  readonly colourful: Uint16Array;
  /** Sums over the dark pixels of red less green and of blue less green. */
  readonly redOver: Int32Array;
  readonly blueOver: Int32Array;
  readonly paper: Uint16Array;
  /** Sums over the pixels that are clearly paper, three a cell. */
  readonly paperSums: Uint32Array;
};

/** @param share of the paper's brightness, @param threshold below which it is print; @param sheetTint usual tint of the page */
export function countCells(
  pixels: Uint8Array,
  share: Uint8Array,
  tint: Uint8Array,
  cells: Cells,
  threshold: number,
  sheetTint: number,
): CellCounts {
  const { width, height, side, across, down } = cells;
  const count = across * down;
  const counts: CellCounts = {
    print: new Uint16Array(count),
    halfTones: new Uint16Array(count),
    dark: new Uint16Array(count),
    colourful: new Uint16Array(count),
    redOver: new Int32Array(count),
    blueOver: new Int32Array(count),
    paper: new Uint16Array(count),
    paperSums: new Uint32Array(count * 3),
  };
  const add = (sums: Uint16Array | Int32Array | Uint32Array, at: number, more: number): void => {
    sums[at] = (sums[at] ?? 0) + more;
  };
  const colourfulFrom = sheetTint + COLOUR_BEYOND_SHEET;
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / side) * across;
    for (let column = 0; column < across; column++) {
      const right = Math.min(width, (column + 1) * side);
      let print = 0;
      let halfTones = 0;
      let dark = 0;
      let colourful = 0;
      let redOver = 0;
      let blueOver = 0;
      let paper = 0;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let x = column * side; x < right; x++, at++) {
        const value = share[at] ?? 0;
        if ((tint[at] ?? 0) > colourfulFrom) colourful++;
        if (value >= CLEARLY_PAPER) {
          paper++;
          red += pixels[at * 3] ?? 0;
          green += pixels[at * 3 + 1] ?? 0;
          blue += pixels[at * 3 + 2] ?? 0;
        } else if (value < HALF_TONE_BELOW) {
          if (value < threshold) print++;
          else halfTones++;
          if (value < DARK_BELOW) {
            const middle = pixels[at * 3 + 1] ?? 0;
            dark++;
            redOver += (pixels[at * 3] ?? 0) - middle;
            blueOver += (pixels[at * 3 + 2] ?? 0) - middle;
          }
        }
      }
      const cell = row + column;
      add(counts.print, cell, print);
      add(counts.halfTones, cell, halfTones);
      add(counts.dark, cell, dark);
      add(counts.colourful, cell, colourful);
      add(counts.redOver, cell, redOver);
      add(counts.blueOver, cell, blueOver);
      add(counts.paper, cell, paper);
      add(counts.paperSums, cell * 3, red);
      add(counts.paperSums, cell * 3 + 1, green);
      add(counts.paperSums, cell * 3 + 2, blue);
    }
  }
  return counts;
}
