import type { CellCounts } from './cell-counts.ts';
import { type Cells, forAround } from './paper-cells.ts';

/** Mean difference of channels over the dark pixels of a cell, beyond which they are a pen or a seal, not print. */
const PEN_TINT = 14;
/** So many coloured pixels a side of the cell, and what is in it is left alone. */
const COLOURFUL_PER_SIDE = 0.5;

/** Blocks of so many cells a side (5 mm) are print or a picture; print has few half-tones. */
const BLOCK = 4;
const MOST_HALF_TONES = 0.34;
const MOST_PRINT = 0.55;

export type CellVerdicts = {
  /** 1 where the picture stays as it is: pens, seals, photographs, shades, and what touches them. */
  readonly stays: Uint8Array;
  /** Colour of the paper in and around each cell, three a cell. */
  readonly paperColour: Float32Array;
};

export function judgeCells(counts: CellCounts, cells: Cells): CellVerdicts {
  const { side, across, down } = cells;
  const stays = new Uint8Array(across * down);
  for (let cell = 0; cell < stays.length; cell++) {
    if (!isColoured(counts, cell, side)) continue;
    forAround(cells, cell, (near) => {
      stays[near] = 1;
    });
  }
  const area = (side * BLOCK) ** 2;
  for (let top = 0; top < down; top += BLOCK / 2) {
    for (let left = 0; left < across; left += BLOCK / 2) {
      const bottom = Math.min(down, top + BLOCK);
      const right = Math.min(across, left + BLOCK);
      let print = 0;
      let halfTones = 0;
      for (let row = top; row < bottom; row++) {
        for (let cell = row * across + left; cell < row * across + right; cell++) {
          print += counts.print[cell] ?? 0;
          halfTones += counts.halfTones[cell] ?? 0;
        }
      }
      if (halfTones <= area * MOST_HALF_TONES && print <= area * MOST_PRINT) continue;
      for (let row = top; row < bottom; row++) stays.fill(1, row * across + left, row * across + right);
    }
  }
  return { stays, paperColour: paperColours(counts, cells) };
}

function isColoured(counts: CellCounts, cell: number, side: number): boolean {
  if ((counts.colourful[cell] ?? 0) > side * COLOURFUL_PER_SIDE) return true;
  const dark = counts.dark[cell] ?? 0;
  if (dark < side) return false;
  // A tinted sheet tints the soft edges of its print too, about half as much.
  const paper = Math.max(1, counts.paper[cell] ?? 0) * 2;
  const green = counts.paperSums[cell * 3 + 1] ?? 0;
  const red = (counts.redOver[cell] ?? 0) / dark - ((counts.paperSums[cell * 3] ?? 0) - green) / paper;
  const blue = (counts.blueOver[cell] ?? 0) / dark - ((counts.paperSums[cell * 3 + 2] ?? 0) - green) / paper;
  return Math.max(Math.abs(red), Math.abs(blue), Math.abs(red - blue)) > PEN_TINT;
}

function paperColours(counts: CellCounts, cells: Cells): Float32Array {
  const colours = new Float32Array(cells.across * cells.down * 3).fill(255);
  for (let cell = 0; cell < cells.across * cells.down; cell++) {
    let paper = 0;
    let red = 0;
    let green = 0;
    let blue = 0;
    forAround(cells, cell, (near) => {
      paper += counts.paper[near] ?? 0;
      red += counts.paperSums[near * 3] ?? 0;
      green += counts.paperSums[near * 3 + 1] ?? 0;
      blue += counts.paperSums[near * 3 + 2] ?? 0;
    });
    if (paper > 0) colours.set([red / paper, green / paper, blue / paper], cell * 3);
  }
  return colours;
}
