import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeReading } from '../../../src/main/page-images/make-reading.ts';
import { makeUpright } from '../../../src/main/page-images/make-upright.ts';
import { measurePage } from '../../../src/main/page-images/measure-page.ts';
import { pageDpi, readingScale } from '../../../src/main/page-images/page-resolution.ts';
import { fixture } from './page-fixtures.ts';

const ROTATIONS = [0, 90, 180, 270] as const;
const size = async (image: Buffer) => {
  const { width, height } = await sharp(image).metadata();
  return { width, height };
};

/** Centre of the ink, in fractions of the page; in the grey that such a page is read in. */
async function inkCentre(image: Buffer, isCard: boolean) {
  const page = sharp(image);
  const { data, info } = await (isCard ? page.greyscale() : page.extractChannel(0))
    .resize({ width: 400 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [sum, across, down] = [0, 0, 0];
  data.forEach((value, at) => {
    if (value > 110) return;
    sum++;
    across += at % info.width;
    down += Math.floor(at / info.width);
  });
  return { x: across / sum / info.width, y: down / sum / info.height };
}

describe('upright and reading images', () => {
  it.each([
    'vn31_tt150-2020_p06_bang.jpg',
    'rd22_quyetdinh_nghieng3_200.jpg',
    'vn05_tt66-2023_p03.png',
    'id3_skew_front.jpg',
  ])('[PGM-1] have one geometry, whichever way %s is turned', async (name) => {
    const bytes = fixture(name);
    const isCard = name.startsWith('id');
    const { skewDegrees } = await measurePage(bytes);
    for (const rotation of ROTATIONS) {
      const upright = await makeUpright(bytes, { rotation, skewDegrees, width: 900 });
      const { png } = await makeReading(bytes, { rotation });
      const [shown, read] = [await size(upright), await size(png)];
      expect(shown.width).toBeLessThanOrEqual(901);
      expect(Math.abs(shown.width / shown.height - read.width / read.height)).toBeLessThan(0.004);
      const [one, other] = [await inkCentre(upright, isCard), await inkCentre(png, isCard)];
      // Thin strokes grow pale at 150 dpi, so the ink is not quite the same.
      expect(Math.abs(one.x - other.x)).toBeLessThan(0.03);
      expect(Math.abs(one.y - other.y)).toBeLessThan(0.03);
    }
  });

  it('[PGM-1] are straight, and nothing is cut off', async () => {
    const bytes = fixture('rd22_quyetdinh_nghieng3_200.jpg');
    const { png, skewDegrees } = await makeReading(bytes, { rotation: 0 });
    expect(skewDegrees).toBeCloseTo(-3, 0);
    expect((await measurePage(png)).skewDegrees).toBe(0);
    const upright = await makeUpright(bytes, { rotation: 0, skewDegrees, width: 4000 });
    expect((await size(upright)).width).toBeGreaterThan(1654);
  });

  it('[PGM-1] turn what EXIF says before what the officer says', async () => {
    const lying = await sharp(fixture('vn31_tt150-2020_p06_bang.jpg'))
      .rotate(270)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const upright = await makeUpright(lying, { rotation: 0, skewDegrees: 0, width: 400 });
    expect(await size(upright)).toEqual({ width: 400, height: 570 });
    expect((await sharp(upright).metadata()).orientation ?? 1).toBe(1);
  });

  it('[PGM-3] a reading image is 8-bit grey at 200 dpi, and the seal is gone', async () => {
    const seal = Buffer.from(
      '<svg width="1677" height="2349"><circle cx="800" cy="1200" r="300" fill="#ff2020"/></svg>',
    );
    const page = await sharp({ create: { width: 1677, height: 2349, channels: 3, background: 'white' } })
      .composite([{ input: seal }])
      .withDensity(200)
      .png()
      .toBuffer();
    const { png, dpi, blank } = await makeReading(page, { rotation: 0 });
    expect({ dpi, blank }).toEqual({ dpi: 200, blank: false });
    expect(await sharp(png).metadata()).toMatchObject({
      channels: 1,
      space: 'b-w',
      depth: 'uchar',
      density: 200,
    });
    const { channels } = await sharp(png).stats();
    expect(channels[0]?.min).toBeGreaterThan(240);
  });

  it('[PGM-3] a page that has been prepared already is left as it is', async () => {
    const once = await makeReading(fixture('rd22_quyetdinh_nghieng3_200.jpg'), { rotation: 0 });
    const twice = await makeReading(once.png, { rotation: 0 });
    const { width, height, dpi } = once;
    expect(twice).toMatchObject({ width, height, dpi, skewDegrees: 0 });
    const [first, again] = await Promise.all([once.png, twice.png].map((png) => sharp(png).raw().toBuffer()));
    const changed = first?.reduce((sum, value, at) => sum + (value === again?.[at] ? 0 : 1), 0) ?? 0;
    expect(changed).toBeLessThan(0.001 * width * height);
  });

  it('[PGM-3] red print of a card stays, for it is no seal', async () => {
    const title = Buffer.from(
      '<svg width="1011" height="638"><rect x="300" y="200" width="400" height="60" fill="#c01020"/></svg>',
    );
    const card = await sharp({ create: { width: 1011, height: 638, channels: 3, background: '#d8e8e0' } })
      .composite([{ input: title }])
      .withDensity(300)
      .png()
      .toBuffer();
    const { png, dpi } = await makeReading(card, { rotation: 0 });
    expect(dpi).toBe(300);
    expect(await sharp(png).metadata()).toMatchObject({ channels: 1, depth: 'uchar' });
    expect((await sharp(png).stats()).channels[0]?.min).toBeLessThan(110);
  });

  it('[PGM-3] every odd picture can be shown and read: CMYK, 16 bits, grey, transparent, profile', async () => {
    const photo = () => sharp(fixture('vn31_tt150-2020_p06_bang.jpg')).resize(600);
    const odd = [
      await photo().toColourspace('cmyk').jpeg().toBuffer(),
      await photo().toColourspace('rgb16').png().toBuffer(),
      await photo().toColourspace('grey16').png().toBuffer(),
      await photo().greyscale().toColourspace('b-w').png().toBuffer(),
      await photo().ensureAlpha(0.9).png().toBuffer(),
      await photo().withIccProfile('p3').jpeg().toBuffer(),
    ];
    for (const bytes of odd) {
      const upright = await sharp(
        await makeUpright(bytes, { rotation: 90, skewDegrees: 1, width: 300 }),
      ).stats();
      expect(upright.channels[0]?.mean).toBeGreaterThan(150);
      const { png } = await makeReading(bytes, { rotation: 0 });
      expect(await sharp(png).metadata()).toMatchObject({ channels: 1, depth: 'uchar' });
      expect((await sharp(png).stats()).channels[0]?.mean).toBeGreaterThan(150);
    }
  });

  it('[PGM-3] the resolution of a page that does not say its own', () => {
    expect(pageDpi(300, { width: 2480, height: 3508 })).toBe(300);
    // 72 is a placeholder: the shape is A4
    expect(pageDpi(72, { width: 2480, height: 3508 })).toBeCloseTo(300, 0);
    expect(pageDpi(undefined, { width: 1654, height: 2339 })).toBeCloseTo(200, 0);
    // a card
    expect(pageDpi(undefined, { width: 1011, height: 638 })).toBeCloseTo(300, 0);
    // 1,200 dpi would be a stamp-sized page
    expect(pageDpi(1200, { width: 1654, height: 2339 })).toBeCloseTo(200, 0);
    expect(readingScale(300, { width: 2480, height: 3508 })).toMatchObject({
      scale: 200 / 300,
      dpi: 200,
      isCard: false,
    });
    expect(readingScale(300, { width: 1011, height: 638 })).toEqual({
      scale: 1,
      dpi: 300,
      isCard: true,
    });
    expect(readingScale(50, { width: 500, height: 700 }).scale).toBe(2);
  });
});
