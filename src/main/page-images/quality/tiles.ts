import type { GreyPicture } from '../text-skew.ts';

/** A square of the page and what was measured in it. */
export type Tile = {
  readonly left: number;
  readonly top: number;
  /** Brightness that a tenth of the tile is above: its paper. */
  readonly paper: number;
  /** Brightness that a hundredth of the tile is below: its print, where there is any. */
  readonly ink: number;
  /**
   * Width of the edges of its print in pixels, as the sigma of a blur that would make them so soft, the larger of both
   * directions (a moved sheet is soft in one only). NaN where there is no print.
   */
  readonly softness: number;
};

export const TILE_PX = 64;
/** Print stands out of the paper by this much, or its edges cannot be measured. */
const PRINT_CONTRAST = 45;
/** A step blurred with sigma s has its steepest slope 1/(s·√2π). */
const STEEPEST = 1 / Math.sqrt(2 * Math.PI);

/** Measures a page in tiles, row by row, the last incomplete ones left out. */
export function measureTiles({ pixels, width, height }: GreyPicture): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let top = 0; top + TILE_PX <= height; top += TILE_PX)
    for (let left = 0; left + TILE_PX <= width; left += TILE_PX)
      tiles.push(measureTile(pixels, width, height, left, top));
  return tiles;
}

function measureTile(pixels: Uint8Array, width: number, height: number, left: number, top: number): Tile {
  const levels = new Uint16Array(256);
  const across = new Uint16Array(256);
  const down = new Uint16Array(256);
  const [toX, toY] = [Math.min(left + TILE_PX, width - 1), Math.min(top + TILE_PX, height - 1)];
  for (let y = top; y < toY; y++) {
    for (let x = left; x < toX; x++) {
      const at = y * width + x;
      const here = pixels[at] ?? 0;
      const [slopeX, slopeY] = [
        Math.abs(here - (pixels[at + 1] ?? 0)),
        Math.abs(here - (pixels[at + width] ?? 0)),
      ];
      levels[here] = (levels[here] ?? 0) + 1;
      across[slopeX] = (across[slopeX] ?? 0) + 1;
      down[slopeY] = (down[slopeY] ?? 0) + 1;
    }
  }
  const count = (toX - left) * (toY - top);
  const paper = levelAbove(levels, count * 0.1);
  const ink = levelBelow(levels, count * 0.01);
  const contrast = paper - ink;
  if (contrast < PRINT_CONTRAST) return { left, top, paper, ink, softness: Number.NaN };
  const steepest = Math.min(levelAbove(across, count * 0.01), levelAbove(down, count * 0.01));
  return { left, top, paper, ink, softness: (STEEPEST * contrast) / Math.max(1, steepest) };
}

/** The level that so many values are above. */
function levelAbove(counts: Uint16Array, many: number): number {
  let seen = 0;
  for (let level = 255; level > 0; level--) {
    seen += counts[level] ?? 0;
    if (seen > many) return level;
  }
  return 0;
}

function levelBelow(counts: Uint16Array, many: number): number {
  let seen = 0;
  for (let level = 0; level < 255; level++) {
    seen += counts[level] ?? 0;
    if (seen > many) return level;
  }
  return 255;
}
