import type { UprightPicture } from '../archival-page.ts';
import { type Cells, cellsOf, paperLevels } from './paper-cells.ts';

/** A page as black print over a picture of everything else. */
export type Layers = {
  /** One byte a pixel, 0 where there is print, 255 elsewhere; null when the page has none. */
  readonly print: Uint8Array | null;
  /** Mean colour of the print, 0…255 each. */
  readonly printColour: readonly [number, number, number];
  /** False when no pixel of the page has a colour worth speaking of. */
  readonly coloured: boolean;
};

/** Brightness as a share of the paper's, in 255ths. */
const PAPER = 255;
const CLEARLY_DARK = 0.8 * PAPER;
const CLEARLY_PAPER = 0.93 * PAPER;
const HALF_TONE_BELOW = 0.88 * PAPER;

/** Largest difference between the channels of a pixel of print: scanners leave fringes of colour at sharp edges. */
const FRINGE = 64;
/** Mean difference of channels over the dark pixels of a cell, beyond which they are a pen or a seal, not print. */
const PEN_TINT = 14;
/** A pixel with this difference has colour; so many of a million make a coloured page. */
const COLOUR = 24;
const COLOURED_PER_MILLION = 20;

/** Blocks of so many cells a side (5 mm) are print or a picture; print has few half-tones. */
const BLOCK_CELLS = 4;
const MOST_HALF_TONES = 0.34;
const MOST_INK = 0.55;

/** Print lies between ink and paper; never so near the paper that its grain would count as print. */
const THRESHOLD = { least: 0.45 * PAPER, most: 0.72 * PAPER, start: 0.6 * PAPER, rounds: 4 };
/** Fewer pixels than this of a million are specks, not print. */
const PRINT_PER_MILLION = 50;

/** Width of the soft edge of a stroke, taken out of the picture with it. */
const EDGE_MM = 0.17;
const MM_PER_INCH = 25.4;

/**
 * Splits black print from the rest, **in place**: where there was print the picture shows paper afterwards. Print is what
 * is dark, without colour, in strokes; seals, pens, photos, shaded and faint things stay in the picture as they are, so
 * that nothing is lost where the split is in doubt.
 */
export function splitLayers(picture: UprightPicture): Layers {
  const { pixels, width, height, dpi } = picture;
  const count = width * height;
  const cells = cellsOf(width, height, dpi);
  const share = new Uint8Array(count);
  const tint = new Uint8Array(count);
  let colourful = 0;
  for (let at = 0, from = 0; at < count; at++, from += 3) {
    const red = pixels[from] as number;
    const green = pixels[from + 1] as number;
    const blue = pixels[from + 2] as number;
    const most = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const least = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
    share[at] = most;
    tint[at] = most - least;
    if (most - least > COLOUR) colourful++;
  }
  const coloured = colourful * 1_000_000 > count * COLOURED_PER_MILLION;
  const paper = paperLevels(share, width, height, cells);
  const histogram = shareOfPaper(share, tint, width, height, cells, paper);
  const threshold = findThreshold(histogram);
  const kept = judgeCells(pixels, share, width, height, cells, threshold);

  let print = 0;
  const sums: [number, number, number] = [0, 0, 0];
  const { side, across } = cells;
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / side) * across;
    for (let x = 0; x < width; x++, at++) {
      const isPrint =
        (share[at] as number) < threshold &&
        (tint[at] as number) <= FRINGE &&
        kept.stays[row + Math.floor(x / side)] === 0;
      // from here on `tint` is the mask
      tint[at] = isPrint ? 0 : 255;
      if (!isPrint) continue;
      print++;
      sums[0] += pixels[at * 3] as number;
      sums[1] += pixels[at * 3 + 1] as number;
      sums[2] += pixels[at * 3 + 2] as number;
    }
  }
  if (print * 1_000_000 < count * PRINT_PER_MILLION)
    return { print: null, printColour: [0, 0, 0], coloured };
  const edge = Math.max(1, Math.round((EDGE_MM / MM_PER_INCH) * dpi));
  paintOver(pixels, tint, width, height, edge, cells, kept.paperColour);
  return {
    print: tint,
    printColour: [sums[0] / print, sums[1] / print, sums[2] / print],
    coloured,
  };
}

/** Turns brightness into its share of the paper's, in place; counts the shares of what has no colour. */
function shareOfPaper(
  share: Uint8Array,
  tint: Uint8Array,
  width: number,
  height: number,
  { side, across }: Cells,
  paper: Uint8Array,
): Float64Array {
  const histogram = new Float64Array(256);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / side) * across;
    for (let column = 0; column < across; column++) {
      const scale = PAPER / (paper[row + column] as number);
      const right = Math.min(width, (column + 1) * side);
      for (let x = column * side; x < right; x++, at++) {
        const value = Math.min(PAPER, (share[at] as number) * scale) | 0;
        share[at] = value;
        if ((tint[at] as number) <= FRINGE) histogram[value] = (histogram[value] as number) + 1;
      }
    }
  }
  return histogram;
}

/** Half-way between the mean of what is darker and the paper, found in a few rounds (Ridler and Calvard). */
function findThreshold(histogram: Float64Array): number {
  let threshold: number = THRESHOLD.start;
  for (let round = 0; round < THRESHOLD.rounds; round++) {
    let count = 0;
    let sum = 0;
    for (let value = 0; value < threshold; value++) {
      count += histogram[value] as number;
      sum += value * (histogram[value] as number);
    }
    if (count === 0) break;
    threshold = Math.min(THRESHOLD.most, Math.max(THRESHOLD.least, (sum / count + PAPER) / 2));
  }
  return threshold;
}

/** Which cells stay in the picture whole (1), and the colour of the paper in each, three bytes a cell. */
function judgeCells(
  pixels: Uint8Array,
  share: Uint8Array,
  width: number,
  height: number,
  cells: Cells,
  threshold: number,
): { readonly stays: Uint8Array; readonly paperColour: Uint8Array } {
  const { side, across, down } = cells;
  const cellCount = across * down;
  const ink = new Float64Array(cellCount);
  const halfTones = new Float64Array(cellCount);
  const dark = new Float64Array(cellCount);
  const redOver = new Float64Array(cellCount);
  const blueOver = new Float64Array(cellCount);
  const paperCount = new Float64Array(cellCount);
  const paperSums = new Float64Array(cellCount * 3);

  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / side) * across;
    for (let column = 0; column < across; column++) {
      const cell = row + column;
      const right = Math.min(width, (column + 1) * side);
      let inks = 0;
      let halves = 0;
      let darks = 0;
      let reds = 0;
      let blues = 0;
      let papers = 0;
      let paperRed = 0;
      let paperGreen = 0;
      let paperBlue = 0;
      for (let x = column * side; x < right; x++, at++) {
        const value = share[at] as number;
        const from = at * 3;
        if (value >= CLEARLY_PAPER) {
          papers++;
          paperRed += pixels[from] as number;
          paperGreen += pixels[from + 1] as number;
          paperBlue += pixels[from + 2] as number;
        } else if (value < HALF_TONE_BELOW) {
          if (value < threshold) inks++;
          else halves++;
          if (value < CLEARLY_DARK) {
            darks++;
            const green = pixels[from + 1] as number;
            reds += (pixels[from] as number) - green;
            blues += (pixels[from + 2] as number) - green;
          }
        }
      }
      ink[cell] = (ink[cell] as number) + inks;
      halfTones[cell] = (halfTones[cell] as number) + halves;
      dark[cell] = (dark[cell] as number) + darks;
      redOver[cell] = (redOver[cell] as number) + reds;
      blueOver[cell] = (blueOver[cell] as number) + blues;
      paperCount[cell] = (paperCount[cell] as number) + papers;
      paperSums[cell * 3] = (paperSums[cell * 3] as number) + paperRed;
      paperSums[cell * 3 + 1] = (paperSums[cell * 3 + 1] as number) + paperGreen;
      paperSums[cell * 3 + 2] = (paperSums[cell * 3 + 2] as number) + paperBlue;
    }
  }

  const stays = new Uint8Array(cellCount);
  const around = (cell: number, visit: (other: number) => void): void => {
    const row = Math.floor(cell / across);
    const column = cell % across;
    for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x++) visit(y * across + x);
  };
  const leastDark = side;
  for (let cell = 0; cell < cellCount; cell++) {
    const darks = dark[cell] as number;
    if (darks < leastDark) continue;
    // a tinted sheet under the print does not make the print coloured
    const papers = Math.max(1, paperCount[cell] as number);
    const sheetRed = ((paperSums[cell * 3] as number) - (paperSums[cell * 3 + 1] as number)) / papers;
    const sheetBlue = ((paperSums[cell * 3 + 2] as number) - (paperSums[cell * 3 + 1] as number)) / papers;
    const red = (redOver[cell] as number) / darks - sheetRed / 2;
    const blue = (blueOver[cell] as number) / darks - sheetBlue / 2;
    if (Math.abs(red) > PEN_TINT || Math.abs(blue) > PEN_TINT || Math.abs(red - blue) > PEN_TINT)
      around(cell, (other) => {
        stays[other] = 1;
      });
  }
  const area = side * side * BLOCK_CELLS * BLOCK_CELLS;
  for (let top = 0; top < down; top += BLOCK_CELLS / 2) {
    for (let left = 0; left < across; left += BLOCK_CELLS / 2) {
      let inks = 0;
      let halves = 0;
      const bottom = Math.min(down, top + BLOCK_CELLS);
      const right = Math.min(across, left + BLOCK_CELLS);
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) {
          inks += ink[row * across + column] as number;
          halves += halfTones[row * across + column] as number;
        }
      }
      if (halves <= area * MOST_HALF_TONES && inks <= area * MOST_INK) continue;
      for (let row = top; row < bottom; row++) stays.fill(1, row * across + left, row * across + right);
    }
  }

  const paperColour = new Uint8Array(cellCount * 3).fill(255);
  for (let cell = 0; cell < cellCount; cell++) {
    let papers = 0;
    const colour: [number, number, number] = [0, 0, 0];
    around(cell, (other) => {
      papers += paperCount[other] as number;
      colour[0] += paperSums[other * 3] as number;
      colour[1] += paperSums[other * 3 + 1] as number;
      colour[2] += paperSums[other * 3 + 2] as number;
    });
    if (papers === 0) continue;
    for (const channel of [0, 1, 2] as const) paperColour[cell * 3 + channel] = colour[channel] / papers;
  }
  return { stays, paperColour };
}

/** Paints paper over the print and its soft edges. */
function paintOver(
  pixels: Uint8Array,
  mask: Uint8Array,
  width: number,
  height: number,
  edge: number,
  { side, across }: Cells,
  paperColour: Uint8Array,
): void {
  /** For each column: in how many rows from now on there is print no more. */
  const near = new Uint8Array(width);
  const span = edge * 2 + 1;
  for (let y = -edge; y < height; y++) {
    // print `edge` rows below counts already
    const below = y + edge;
    if (below < height) {
      const start = below * width;
      for (let x = 0; x < width; x++) {
        if (mask[start + x] === 0) near[x] = span;
        else if ((near[x] as number) > 0) near[x] = (near[x] as number) - 1;
      }
    } else {
      for (let x = 0; x < width; x++) if ((near[x] as number) > 0) near[x] = (near[x] as number) - 1;
    }
    if (y < 0) continue;
    const row = Math.floor(y / side) * across;
    let reach = 0;
    for (let x = -edge; x < width; x++) {
      if (x + edge < width && (near[x + edge] as number) > 0) reach = span;
      else if (reach > 0) reach--;
      if (x < 0 || reach === 0) continue;
      const to = (y * width + x) * 3;
      const colour = (row + Math.floor(x / side)) * 3;
      pixels[to] = paperColour[colour] as number;
      pixels[to + 1] = paperColour[colour + 1] as number;
      pixels[to + 2] = paperColour[colour + 2] as number;
    }
  }
}
