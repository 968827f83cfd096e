import type { PageCorners } from '../../../shared/domain/page/page.ts';
import type { Size } from '../page-geometry.ts';

/** Rows of pixels with one to four bytes each. */
export type RawPicture = Size & { readonly pixels: Uint8Array; readonly channels: number };

/**
 * The picture within four corners as seen from straight above: each pixel of the new picture is looked up through the
 * projective map of its rectangle onto the corners, between four pixels of the old one.
 */
export function rectify(picture: RawPicture, corners: PageCorners, size: Size): RawPicture {
  const { pixels, width, height, channels } = picture;
  const [wide, high] = [Math.max(1, Math.round(size.width)), Math.max(1, Math.round(size.height))];
  const flat = new Uint8Array(wide * high * channels);
  const { xu, xv, x0, yu, yv, y0, wu, wv } = squareOnto(corners);
  const [lastX, lastY] = [width - 1, height - 1];
  const below = width * channels;
  let at = 0;
  for (let row = 0; row < high; row++) {
    const v = (row + 0.5) / high;
    for (let column = 0; column < wide; column++) {
      const u = (column + 0.5) / wide;
      const w = wu * u + wv * v + 1;
      const x = Math.min(lastX, Math.max(0, ((xu * u + xv * v + x0) / w) * width - 0.5));
      const y = Math.min(lastY, Math.max(0, ((yu * u + yv * v + y0) / w) * height - 0.5));
      const [left, top] = [x | 0, y | 0];
      const [across, down] = [x - left, y - top];
      const here = (top * width + left) * channels;
      const beside = left < lastX ? channels : 0;
      const under = top < lastY ? below : 0;
      for (let channel = here; channel < here + channels; channel++) {
        const upper = (pixels[channel] ?? 0) * (1 - across) + (pixels[channel + beside] ?? 0) * across;
        const lower =
          (pixels[channel + under] ?? 0) * (1 - across) + (pixels[channel + under + beside] ?? 0) * across;
        flat[at++] = upper * (1 - down) + lower * down + 0.5;
      }
    }
  }
  return { pixels: flat, width: wide, height: high, channels };
}

/** The projective map of the unit square onto a quadrilateral (Heckbert 1989), in fractions. */
function squareOnto([a, b, c, d]: PageCorners) {
  const [dx1, dx2, dx3] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x];
  const [dy1, dy2, dy3] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y];
  // three corners on one line span nothing; then the map is taken as if without perspective
  const span = dx1 * dy2 - dx2 * dy1 || Number.POSITIVE_INFINITY;
  const wu = (dx3 * dy2 - dx2 * dy3) / span;
  const wv = (dx1 * dy3 - dx3 * dy1) / span;
  return {
    xu: b.x - a.x + wu * b.x,
    xv: d.x - a.x + wv * d.x,
    x0: a.x,
    yu: b.y - a.y + wu * b.y,
    yv: d.y - a.y + wv * d.y,
    y0: a.y,
    wu,
    wv,
  };
}
