import sharp from 'sharp';
import type { PageCorners } from '../../../src/shared/domain/page/page.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const WIDTH = 1500;
const HEIGHT = 2000;

/** A page photographed on a table: in perspective, unevenly lit, on cloudy wood or grey. */
export async function pageOnTable(
  page: Buffer,
  seed: number,
): Promise<{ readonly picture: Buffer; readonly corners: PageCorners }> {
  const random = seededRandom(seed).next;
  const near = (from: number): number => from + random() * 0.08;
  const corners: PageCorners = [
    { x: near(0.06), y: near(0.05) },
    { x: 1 - near(0.06), y: near(0.05) },
    { x: 1 - near(0.06), y: 1 - near(0.05) },
    { x: near(0.06), y: 1 - near(0.05) },
  ];

  const { data, info } = await sharp(page)
    .flatten({ background: 'white' })
    .resize({ width: 1400 })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const table = new Uint8Array(WIDTH * HEIGHT * 3);
  const base = [70 + random() * 60, 50 + random() * 50, 30 + random() * 40];
  const [wave, phase] = [60 + random() * 200, random() * 6];
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const shade = 12 * Math.sin(x / wave + phase) + 10 * Math.sin(y / 90 + x / 400) + 8 * (random() - 0.5);
      for (let c = 0; c < 3; c++) table[(y * WIDTH + x) * 3 + c] = Math.max(0, (base[c] ?? 0) + shade);
    }
  const light = { x: random() * 0.3, y: random() * 0.3 };
  const back = inverse(corners);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [u, v] = back((x + 0.5) / WIDTH, (y + 0.5) / HEIGHT);
      if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
      const from = (Math.floor(v * info.height) * info.width + Math.floor(u * info.width)) * info.channels;
      const dim = 0.98 - light.x * u - light.y * v * 0.5;
      for (let c = 0; c < 3; c++)
        table[(y * WIDTH + x) * 3 + c] = (data[from + Math.min(c, info.channels - 1)] ?? 0) * dim;
    }
  const picture = await sharp(table, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .blur(0.7)
    .jpeg({ quality: 88 })
    .toBuffer();
  return { picture, corners };
}

/** From a place on the picture to its place on the page, by the inverse of the projective map (3×3 adjugate). */
function inverse([a, b, c, d]: PageCorners): (x: number, y: number) => readonly [number, number] {
  const [dx1, dx2, dx3] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x];
  const [dy1, dy2, dy3] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y];
  const span = dx1 * dy2 - dx2 * dy1;
  const g = (dx3 * dy2 - dx2 * dy3) / span;
  const h = (dx1 * dy3 - dx3 * dy1) / span;
  const m = [
    b.x - a.x + g * b.x,
    d.x - a.x + h * d.x,
    a.x,
    b.y - a.y + g * b.y,
    d.y - a.y + h * d.y,
    a.y,
    g,
    h,
    1,
  ] as const;
  const [p, q, r, s, t, u, v, w, z] = m;
  const i = [
    t * z - u * w,
    r * w - q * z,
    q * u - r * t,
    u * v - s * z,
    p * z - r * v,
    r * s - p * u,
    s * w - t * v,
    q * v - p * w,
    p * t - q * s,
  ] as const;
  return (x, y) => {
    const deep = i[6] * x + i[7] * y + i[8];
    return [(i[0] * x + i[1] * y + i[2]) / deep, (i[3] * x + i[4] * y + i[5]) / deep];
  };
}
