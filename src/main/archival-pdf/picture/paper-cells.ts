/** Sides of the cells in which paper, ink and colour are judged: about the height of a small letter. */
const CELL_MM = 1.35;
const MM_PER_INCH = 25.4;

/** Brightness of a pixel is its brightest channel: red seals and blue pens stay bright, black print does not. */
export type Cells = {
  readonly side: number;
  readonly across: number;
  readonly down: number;
};

export function cellsOf(width: number, height: number, dpi: number): Cells {
  const side = Math.max(4, Math.round((CELL_MM / MM_PER_INCH) * dpi));
  return { side, across: Math.ceil(width / side), down: Math.ceil(height / side) };
}

/** Quantile of a cell's pixels that is paper even in the densest print. */
const PAPER_SHARE = 0.8;
const BINS = 32;
const BIN_SHIFT = 3;

/**
 * How bright the paper is in each cell, 1…255: from the brighter pixels of the cell and its neighbours, so that a cell
 * inside a thick stroke knows its paper too.
 */
export function paperLevels(brightness: Uint8Array, width: number, height: number, cells: Cells): Uint8Array {
  const { side, across, down } = cells;
  const own = new Uint8Array(across * down);
  const counts = new Uint16Array(across * BINS);
  for (let row = 0; row < down; row++) {
    counts.fill(0);
    const bottom = Math.min(height, (row + 1) * side);
    for (let y = row * side; y < bottom; y++) {
      let at = y * width;
      for (let column = 0; column < across; column++) {
        const right = Math.min(width, (column + 1) * side);
        const bins = column * BINS;
        for (let x = column * side; x < right; x++, at++) {
          const bin = bins + ((brightness[at] as number) >> BIN_SHIFT);
          counts[bin] = (counts[bin] as number) + 1;
        }
      }
    }
    for (let column = 0; column < across; column++) {
      const columns = Math.min(width, (column + 1) * side) - column * side;
      let darker = (bottom - row * side) * columns * PAPER_SHARE;
      let bin = 0;
      while (bin < BINS - 1) {
        darker -= counts[column * BINS + bin] as number;
        if (darker <= 0) break;
        bin++;
      }
      own[row * across + column] = (bin << BIN_SHIFT) + (1 << (BIN_SHIFT - 1));
    }
  }
  return brightestAround(own, cells);
}

function brightestAround(own: Uint8Array, { across, down }: Cells): Uint8Array {
  const brightest = new Uint8Array(own.length);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      let most = 1;
      for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x++) {
          const level = own[y * across + x] as number;
          if (level > most) most = level;
        }
      }
      brightest[row * across + column] = most;
    }
  }
  return brightest;
}
