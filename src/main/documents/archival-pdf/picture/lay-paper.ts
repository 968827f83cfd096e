import { CLEARLY_PAPER } from './cell-counts.ts';
import type { CellVerdicts } from './judge-cells.ts';
import type { Cells } from './paper-cells.ts';

/**
 * Lays even paper where print was taken out, within `edge` pixels of it, and where there is nothing but the grain of the
 * paper, which costs three quarters of a page's bytes and says nothing. Cells that stay are not touched.
 * @param pixels changed in place
 * @param mask 0 where there is print
 * @param share of the paper's brightness
 */
export function layPaper(
  pixels: Uint8Array,
  mask: Uint8Array,
  share: Uint8Array,
  edge: number,
  cells: Cells,
  { stays, paperColour }: CellVerdicts,
): void {
  const { width, height, side, across, down } = cells;
  const span = edge * 2 + 1;
  /** For each column: for how many rows more there is print near. */
  const near = new Uint8Array(width);
  const colours = new Float32Array((across + 1) * 3);
  for (let y = -edge; y < height; y++) {
    const ahead = (y + edge) * width;
    const isInside = y + edge < height;
    for (let x = 0; x < width; x++) {
      const rows = near[x] ?? 0;
      if (isInside && mask[ahead + x] === 0) near[x] = span;
      else if (rows > 0) near[x] = rows - 1;
    }
    if (y < 0) continue;

    blendRows(paperColour, colours, y, cells);
    const row = Math.min(down - 1, Math.floor(y / side)) * across;
    let reach = 0;
    for (let x = 0; x < edge && x < width; x++) if ((near[x] ?? 0) > 0) reach = edge + x + 1;
    for (let column = 0; column < across; column++) {
      const right = Math.min(width, (column + 1) * side);
      const untouched = stays[row + column] === 1;
      const from = column * 3;
      let red = colours[from] ?? 0;
      let green = colours[from + 1] ?? 0;
      let blue = colours[from + 2] ?? 0;
      const redStep = ((colours[from + 3] ?? 0) - red) / side;
      const greenStep = ((colours[from + 4] ?? 0) - green) / side;
      const blueStep = ((colours[from + 5] ?? 0) - blue) / side;
      for (let x = column * side; x < right; x++) {
        if (x + edge < width && (near[x + edge] ?? 0) > 0) reach = span;
        else if (reach > 0) reach--;
        const at = y * width + x;
        if (!untouched && (reach > 0 || (share[at] ?? 0) >= CLEARLY_PAPER)) {
          pixels[at * 3] = red;
          pixels[at * 3 + 1] = green;
          pixels[at * 3 + 2] = blue;
        }
        red += redStep;
        green += greenStep;
        blue += blueStep;
      }
    }
  }
}

/** Colours at the left edges of a row's cells (and at the right edge of the last), between those of the cells above and below. */
function blendRows(paperColour: Float32Array, into: Float32Array, y: number, { side, across, down }: Cells) {
  const place = y / side - 0.5;
  const above = Math.min(down - 1, Math.max(0, Math.floor(place)));
  const below = Math.min(down - 1, above + 1);
  const part = Math.min(1, Math.max(0, place - above));
  const blend = (column: number, channel: number): number => {
    const upper = paperColour[(above * across + column) * 3 + channel] ?? 0;
    const lower = paperColour[(below * across + column) * 3 + channel] ?? 0;
    return upper + (lower - upper) * part;
  };
  for (let edge = 0; edge <= across; edge++) {
    const left = Math.max(0, edge - 1);
    const right = Math.min(across - 1, edge);
    for (let channel = 0; channel < 3; channel++)
      into[edge * 3 + channel] = (blend(left, channel) + blend(right, channel)) / 2 + 0.5;
  }
}
