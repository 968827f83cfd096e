import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { measurePage } from '../../../../src/main/page-images/measure-page.ts';
import { evenLight } from '../../../../src/main/page-images/reading/even-light.ts';
import { type GreyPicture, inkThreshold } from '../../../../src/main/page-images/text-skew.ts';
import { fixture } from '../page-fixtures.ts';

const DPI = 200;
const scan = fixture('vn05_tt66-2023_p03.png');
const WIDTH = 1654;

async function grey(page: Sharp | Buffer): Promise<GreyPicture> {
  const picture = Buffer.isBuffer(page) ? sharp(page) : page;
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .resize({ width: WIDTH })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: new Uint8Array(data), width: info.width, height: info.height };
}

/** As a book leaves it: `light` says what share reaches a place, in parts of the width. */
const shaded = ({ pixels, width, height }: GreyPicture, light: (x: number) => number): GreyPicture => ({
  pixels: pixels.map((value, at) => value * light((at % width) / width)),
  width,
  height,
});

const SHADES = {
  'from one side': (x: number) => Math.min(1, 0.55 + x),
  'of a spine': (x: number) => 1 - 0.6 * Math.exp(-(((x - 0.02) / 0.09) ** 2)),
  'across the middle': (x: number) => 0.7 + 0.3 * Math.abs(2 * x - 1),
};

describe('uneven light', () => {
  it.each(Object.keys(SHADES) as (keyof typeof SHADES)[])(
    '[PGM-10] a shade %s: one threshold finds the same print as on the page without it',
    async (shade) => {
      const clean = await grey(scan);
      const threshold = inkThreshold(clean.pixels);
      const wrong = (picture: GreyPicture): number => {
        const own = inkThreshold(picture.pixels);
        return picture.pixels.reduce(
          (sum, value, at) => sum + (value <= own === (clean.pixels[at] ?? 0) <= threshold ? 0 : 1),
          0,
        );
      };
      const page = shaded(clean, SHADES[shade]);
      const before = wrong(page);
      expect(evenLight(page, DPI)).toBe(true);
      const ink = clean.pixels.reduce((sum, value) => sum + (value <= threshold ? 1 : 0), 0);
      expect(wrong(page)).toBeLessThan(0.03 * ink);
      expect(wrong(page)).toBeLessThan(before);
    },
  );

  it('[PGM-10] an evenly lit page stays as it is, faint or tinted', async () => {
    for (const page of [scan, await sharp(scan).flatten().linear(0.5, 110).png().toBuffer()]) {
      const picture = await grey(page);
      const before = picture.pixels.slice();
      expect(evenLight(picture, DPI)).toBe(false);
      expect(Buffer.compare(picture.pixels, before)).toBe(0);
    }
  });

  it('[PGM-10] a photo on the page is no shade: it stays dark', () => {
    const picture = { pixels: new Uint8Array(1654 * 2339).fill(240), width: 1654, height: 2339 };
    for (let y = 300; y < 540; y++) picture.pixels.fill(70, y * 1654 + 200, y * 1654 + 380);
    evenLight(picture, DPI);
    expect(picture.pixels[420 * 1654 + 290]).toBeLessThan(110);
    expect(picture.pixels[1500 * 1654 + 800]).toBeGreaterThanOrEqual(240);
  });

  it('[PGM-10] an empty sheet under a shade is blank, print on it has its tilt', async () => {
    const shade = Buffer.from(
      '<svg width="1654" height="2339"><defs><linearGradient id="g"><stop offset="0" stop-opacity="0.5"/><stop offset="0.5" stop-opacity="0"/></linearGradient></defs><rect width="1654" height="2339" fill="url(#g)"/></svg>',
    );
    const under = (page: Sharp) =>
      page
        .composite([{ input: shade }])
        .jpeg()
        .toBuffer();
    const empty = sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#f4efe6' } });
    expect(await measurePage(await under(empty))).toMatchObject({ blank: true, skewDegrees: 0 });
    const tilted = await sharp(scan)
      .flatten({ background: 'white' })
      .rotate(1.5, { background: 'white' })
      .resize(1654, 2339, { fit: 'fill' })
      .toBuffer();
    const { skewDegrees, blank } = await measurePage(await under(sharp(tilted)), 'whole');
    expect(blank).toBe(false);
    expect(Math.abs(skewDegrees - 1.5)).toBeLessThan(0.3);
  });
});
