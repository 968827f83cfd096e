import { FRINGE, PAPER } from './print-threshold.ts';

/** Sides of the cells in which paper, ink and colour are judged: about the height of a small letter. */
const CELL_MM = 1.35;
const MM_PER_INCH = 25.4;

export type Cells = {
  readonly width: number;
  readonly height: number;
  /** In pixels; the last column and row may be narrower. */
  readonly side: number;
  readonly across: number;
  readonly down: number;
};

export function cellsOf(width: number, height: number, dpi: number): Cells {
  const side = Math.max(4, Math.round((CELL_MM / MM_PER_INCH) * dpi));
  return { width, height, side, across: Math.ceil(width / side), down: Math.ceil(height / side) };
}

/** Calls for a cell and those that touch it. */
export function forAround({ across, down }: Cells, cell: number, visit: (near: number) => void): void {
  const row = Math.floor(cell / across);
  const column = cell % across;
  for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x++) visit(y * across + x);
  }
}

/** Quantile of a cell's pixels that is paper even in the densest print. */
const PAPER_SHARE = 0.8;
/** Every second row tells as much. */
const ROW_STEP = 2;
const BINS = 32;
const BIN_SHIFT = 3;

/**
 * How bright the paper is in each cell, 1…255: from the brighter pixels of the cell and its neighbours, so that a cell
 * inside a thick stroke knows its paper too.
 */
export function paperLevels(brightness: Uint8Array, cells: Cells): Uint8Array {
  const { width, height, side, across, down } = cells;
  const own = new Uint8Array(across * down);
  const counts = new Uint16Array(across * BINS);
  for (let row = 0; row < down; row++) {
    counts.fill(0);
    const bottom = Math.min(height, (row + 1) * side);
    let rows = 0;
    for (let y = row * side; y < bottom; y += ROW_STEP, rows++) {
      let at = y * width;
      for (let column = 0; column < across; column++) {
        const right = Math.min(width, (column + 1) * side);
        const bins = column * BINS;
        for (let x = column * side; x < right; x++, at++) {
          const bin = bins + ((brightness[at] ?? 0) >> BIN_SHIFT);
          counts[bin] = (counts[bin] ?? 0) + 1;
        }
      }
    }
    for (let column = 0; column < across; column++) {
      const columns = Math.min(width, (column + 1) * side) - column * side;
      let left = rows * columns * PAPER_SHARE;
      let bin = 0;
      for (; bin < BINS - 1; bin++) {
        left -= counts[column * BINS + bin] ?? 0;
        if (left <= 0) break;
      }
      own[row * across + column] = (bin << BIN_SHIFT) + (1 << (BIN_SHIFT - 1));
    }
  }
  return own.map((_, cell) => {
    let most = 1;
    forAround(cells, cell, (near) => {
      most = Math.max(most, own[near] ?? 0);
    });
    return most;
  });
}

const SCALE_BITS = 12;

/**
 * Turns brightness into its share of the paper's, 0…255, in place. Gives how many pixels without colour have each share.
 */
export function toSharesOfPaper(
  brightness: Uint8Array,
  tint: Uint8Array,
  cells: Cells,
  paper: Uint8Array,
): Float64Array {
  const { width, height, side, across } = cells;
  const counts = new Float64Array(PAPER + 1);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / side) * across;
    for (let column = 0; column < across; column++) {
      // whole numbers: half the time of fractions
      const scale = Math.round((PAPER << SCALE_BITS) / (paper[row + column] ?? PAPER));
      const right = Math.min(width, (column + 1) * side);
      for (let x = column * side; x < right; x++, at++) {
        const scaled = ((brightness[at] ?? 0) * scale) >> SCALE_BITS;
        const share = Math.min(PAPER, scaled);
        brightness[at] = share;
        if ((tint[at] ?? 0) <= FRINGE) counts[share] = (counts[share] ?? 0) + 1;
      }
    }
  }
  return counts;
}
