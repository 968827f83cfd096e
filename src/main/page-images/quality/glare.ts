import type { PageBox } from '../../../shared/domain/paper/paper.ts';
import type { GreyPicture } from '../text-skew.ts';

/** Squares in which the brightness of the paper is looked at. */
const CELL_PX = 24;
/** Brighter than this the sensor shows nothing any more. */
const SATURATED = 250;
/** A glare stands out of the paper around it by so much; where all the paper is white nothing can be said. */
const STANDS_OUT_BY = 28;
/** Light falls off softly: so many of the cells around a glare lie between it and the paper. White paint has an edge. */
const SOFT_RIM = 0.5;
const SHARE = { least: 0.006, most: 0.4 };

/**
 * The place where a lamp blinds the camera or the scanner, in fractions; null where there is none.
 * @param darkest channel of each pixel: glare is white, while coloured print is bright in one channel only
 */
export function findGlare({ pixels, width, height }: GreyPicture): PageBox | null {
  const across = Math.floor(width / CELL_PX);
  const down = Math.floor(height / CELL_PX);
  const paper = new Uint8Array(across * down);
  for (let cell = 0; cell < paper.length; cell++)
    paper[cell] = brightTenth(pixels, width, (cell % across) * CELL_PX, Math.floor(cell / across) * CELL_PX);
  const usual = paper.slice().sort()[paper.length >> 1] ?? 255;
  if (usual + STANDS_OUT_BY > SATURATED) return null;

  const seen = new Uint8Array(paper.length);
  for (let start = 0; start < paper.length; start++) {
    if (seen[start] === 1 || (paper[start] ?? 0) < SATURATED) continue;
    const patch = [start];
    seen[start] = 1;
    let [around, soft] = [0, 0];
    let [left, right, top, bottom] = [across, -1, down, -1];
    for (let at = 0; at < patch.length; at++) {
      const cell = patch[at] ?? 0;
      const [x, y] = [cell % across, Math.floor(cell / across)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      for (const [toX, toY] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        if (toX < 0 || toY < 0 || toX >= across || toY >= down) continue;
        const beside = toY * across + toX;
        const brightness = paper[beside] ?? 0;
        if (brightness >= SATURATED) {
          if (seen[beside] === 0) patch.push(beside);
          seen[beside] = 1;
        } else {
          around++;
          if (brightness > usual + STANDS_OUT_BY / 4) soft++;
        }
      }
    }
    const share = patch.length / paper.length;
    if (share < SHARE.least || share > SHARE.most || soft < SOFT_RIM * around) continue;
    return {
      x: left / across,
      y: top / down,
      width: (right - left + 1) / across,
      height: (bottom - top + 1) / down,
    };
  }
  return null;
}

/** The brightness that a tenth of a cell is above: its paper, whatever is printed on it. */
function brightTenth(pixels: Uint8Array, width: number, left: number, top: number): number {
  const values = new Uint8Array(CELL_PX * CELL_PX);
  for (let y = 0; y < CELL_PX; y++)
    values.set(pixels.subarray((top + y) * width + left, (top + y) * width + left + CELL_PX), y * CELL_PX);
  return values.sort()[Math.floor(values.length * 0.9)] ?? 0;
}
