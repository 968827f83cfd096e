import type { GreyPicture } from '../text-skew.ts';

const MM_PER_INCH = 25.4;
/** The paper is looked at in squares of this side: larger than a letter of 13 pt, smaller than the shadow of a spine. */
const CELL_MM = 5;
/** So much of a square is brighter than its paper level: specks of noise, no more. */
const BRIGHTER_SHARE = 0.15;
/**
 * Grey levels per mm: the shadow beside the spine of a book falls by three to five. What is darker than that beside
 * bright paper is printed (a photo, a filled box) and is not taken for shade.
 */
const STEEPEST_PER_MM = 5;
/** Differences between the bright and the dark parts of the paper from which on it is worth while. */
const UNEVEN_FROM = 20;
/** Where less light fell there is also less to see; more would only blow up noise. */
const MOST_GAIN = 3;

/** Levels of the paper, square by square. */
type Ground = { readonly levels: Float32Array; readonly across: number; readonly down: number };

/**
 * Makes the paper equally bright where light fell unevenly: the shadow of a book's spine, a lifted lid, a lamp at one
 * side. One threshold for the whole page, as OCR and our own measuring have it, calls a shaded half ink. Changes the
 * pixels given, and only where the paper really varies; false when it does not.
 * @param dpi of the picture
 */
export function evenLight(picture: GreyPicture, dpi: number): boolean {
  const cell = Math.max(6, Math.round((CELL_MM / MM_PER_INCH) * dpi));
  const ground = withoutPrint(groundOf(picture, cell), (STEEPEST_PER_MM * cell * MM_PER_INCH) / dpi);
  const sorted = ground.levels.slice().sort();
  const dark = sorted[Math.floor(sorted.length * 0.05)] ?? 0;
  const bright = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  if (bright - dark < UNEVEN_FROM) return false;
  brighten(picture, ground, cell, bright);
  return true;
}

function groundOf({ pixels, width, height }: GreyPicture, cell: number): Ground {
  const across = Math.ceil(width / cell);
  const down = Math.ceil(height / cell);
  const levels = new Float32Array(across * down);
  const counts = new Uint32Array(256);
  // a square has some thousand pixels when it is read: a quarter of them tells as much
  const step = cell >= 24 ? 2 : 1;
  for (let at = 0; at < levels.length; at++) {
    const fromX = Math.min((at % across) * cell, Math.max(0, width - cell));
    const fromY = Math.min(Math.floor(at / across) * cell, Math.max(0, height - cell));
    counts.fill(0);
    let seen = 0;
    for (let y = fromY; y < Math.min(height, fromY + cell); y += step) {
      for (let at = y * width + fromX; at < y * width + Math.min(width, fromX + cell); at += step) {
        const value = pixels[at] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
        seen++;
      }
    }
    let level = 255;
    for (let brighter = counts[255] ?? 0; level > 0 && brighter <= seen * BRIGHTER_SHARE; )
      brighter += counts[--level] ?? 0;
    levels[at] = level;
  }
  return { levels, across, down };
}

/** Lifts every square to what the paper beside it allows for: nowhere steeper than a shadow. */
function withoutPrint({ levels, across, down }: Ground, steepest: number): Ground {
  const lifted = levels.slice();
  const lift = (at: number, x: number, y: number, fall: number): void => {
    if (x < 0 || x >= across || y < 0 || y >= down) return;
    lifted[at] = Math.max(lifted[at] ?? 0, (lifted[y * across + x] ?? 0) - fall);
  };
  const diagonal = steepest * Math.SQRT2;
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const at = y * across + x;
      lift(at, x - 1, y, steepest);
      lift(at, x, y - 1, steepest);
      lift(at, x - 1, y - 1, diagonal);
      lift(at, x + 1, y - 1, diagonal);
    }
  }
  for (let y = down - 1; y >= 0; y--) {
    for (let x = across - 1; x >= 0; x--) {
      const at = y * across + x;
      lift(at, x + 1, y, steepest);
      lift(at, x, y + 1, steepest);
      lift(at, x + 1, y + 1, diagonal);
      lift(at, x - 1, y + 1, diagonal);
    }
  }
  return { levels: lifted, across, down };
}

/** Every pixel by what its paper lacks, in 256ths, drawn softly from square to square. */
function brighten(
  { pixels, width, height }: GreyPicture,
  { levels, across, down }: Ground,
  cell: number,
  bright: number,
): void {
  const gains = levels.map((level) => 256 * Math.min(MOST_GAIN, Math.max(1, bright / Math.max(1, level))));
  const row = new Float32Array(across);
  for (let y = 0; y < height; y++) {
    const place = Math.min(down - 1, Math.max(0, (y + 0.5) / cell - 0.5));
    const upper = Math.floor(place) * across;
    const lower = Math.min(down - 1, Math.floor(place) + 1) * across;
    const part = place - Math.floor(place);
    for (let x = 0; x < across; x++)
      row[x] = (gains[upper + x] ?? 256) * (1 - part) + (gains[lower + x] ?? 256) * part;
    for (let x = -1; x < across; x++) {
      const left = row[Math.max(0, x)] ?? 256;
      const right = row[Math.min(across - 1, x + 1)] ?? 256;
      const from = Math.max(0, Math.round((x + 0.5) * cell));
      const to = Math.min(width, Math.round((x + 1.5) * cell));
      if (left <= 256 && right <= 256) continue;
      const slope = (right - left) / cell;
      let gain = left + slope * (from + 0.5 - (x + 0.5) * cell);
      for (let at = y * width + from; at < y * width + to; at++) {
        const value = ((pixels[at] ?? 0) * gain) / 256;
        pixels[at] = Math.min(255, value);
        gain += slope;
      }
    }
  }
}
