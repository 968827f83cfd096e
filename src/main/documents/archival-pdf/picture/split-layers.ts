import type { UprightPicture } from '../archival-page.ts';
import { countCells } from './cell-counts.ts';
import { giveBack } from './give-back.ts';
import { judgeCells } from './judge-cells.ts';
import { layPaper } from './lay-paper.ts';
import { pagePlanes } from './page-planes.ts';
import { cellsOf, paperLevels, toSharesOfPaper } from './paper-cells.ts';
import { FRINGE, printThreshold } from './print-threshold.ts';

/** A page as black print over a picture of everything else. */
export type Layers = {
  /** One byte a pixel, 0 where there is print, 255 elsewhere; null when the page has none. */
  readonly print: Uint8Array | null;
  /** Colour of the cores of its strokes, 0…255 each. */
  readonly printColour: readonly [number, number, number];
  readonly coloured: boolean;
};

/** Fewer pixels than this of a million are specks, not print. */
const PRINT_PER_MILLION = 50;
/** Soft edge of a stroke, taken out of the picture with it. */
const EDGE_MM = 0.17;
const MM_PER_INCH = 25.4;

/**
 * Splits black print from the rest, **in place**: where there was print the picture shows paper afterwards. Print is what
 * is dark, without colour, in strokes; seals, pens, photographs, shaded and faint things stay in the picture as they
 * are, so that nothing is lost where the split is in doubt.
 */
export function splitLayers(picture: UprightPicture): Layers {
  const { pixels, width, height, dpi } = picture;
  const { brightness, tint, coloured } = pagePlanes(picture);
  const cells = cellsOf(width, height, dpi);
  const sheetTint = usualTint(tint);
  const shares = toSharesOfPaper(brightness, tint, cells, paperLevels(brightness, cells));
  const threshold = printThreshold(shares);
  const verdicts = judgeCells(countCells(pixels, brightness, tint, cells, threshold, sheetTint), cells);

  const core = coreBelow(shares, threshold);
  const sums: [number, number, number] = [0, 0, 0];
  let print = 0;
  let cores = 0;
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / cells.side) * cells.across;
    for (let column = 0; column < cells.across; column++) {
      const right = Math.min(width, (column + 1) * cells.side);
      const stays = verdicts.stays[row + column] === 1;
      for (let x = column * cells.side; x < right; x++, at++) {
        const share = brightness[at] ?? 0;
        const isPrint = !stays && share < threshold && (tint[at] ?? 0) <= FRINGE;
        // from here on `tint` is the mask
        tint[at] = isPrint ? 0 : 255;
        if (!isPrint) continue;
        print++;
        if (share > core) continue;
        cores++;
        sums[0] += pixels[at * 3] ?? 0;
        sums[1] += pixels[at * 3 + 1] ?? 0;
        sums[2] += pixels[at * 3 + 2] ?? 0;
      }
    }
  }
  const hasPrint = print * 1_000_000 >= width * height * PRINT_PER_MILLION;
  if (!hasPrint) tint.fill(255);
  const edge = Math.max(1, Math.round((EDGE_MM / MM_PER_INCH) * dpi));
  layPaper(pixels, tint, brightness, edge, cells, verdicts);
  giveBack(brightness);
  return {
    print: hasPrint ? tint : null,
    printColour: cores === 0 ? [0, 0, 0] : [sums[0] / cores, sums[1] / cores, sums[2] / cores],
    coloured,
  };
}

const EVERY = 97;

/** Median over a sample: most of a page is its sheet. */
function usualTint(tint: Uint8Array): number {
  const sample: number[] = [];
  for (let at = 0; at < tint.length; at += EVERY) sample.push(tint[at] ?? 0);
  return sample.sort((a, b) => a - b)[Math.floor(sample.length / 2)] ?? 0;
}

/** Share below which the darker half of the print lies: the cores of strokes, without their soft edges. */
function coreBelow(shares: Float64Array, threshold: number): number {
  let total = 0;
  for (let share = 0; share < threshold; share++) total += shares[share] ?? 0;
  let darker = 0;
  for (let share = 0; share < threshold; share++) {
    darker += shares[share] ?? 0;
    if (darker * 2 >= total) return share;
  }
  return threshold;
}
