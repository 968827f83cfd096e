import { fileURLToPath } from 'node:url';
import bwipjs from 'bwip-js/node';
import sharp, { type OverlayOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeReading } from '../../../../src/main/page-images/make-reading.ts';

const CARD = '001190000017|123456789|Vương Thị Mẫu|01011990|Nữ|Số 1, phố Huế, Hà Nội|01012022';
const A4_AT_200 = { width: 1654, height: 2339 };

/** Of the app's own packages: what print is large must not hang on the fonts of whoever runs the tests. */
const TINOS = fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'));

/** Lines at 200 dpi in this size of type. */
const lines = (points: number): Promise<Buffer> =>
  sharp({
    text: {
      text: Array.from({ length: 22 }, () => 'Căn cứ hồ sơ của ông bà nộp tại bộ phận một cửa').join('\n'),
      font: `Tinos ${points}`,
      fontfile: TINOS,
      dpi: 200,
      spacing: points,
    },
  })
    .negate()
    .png()
    .toBuffer();

async function page(points: number, more: readonly OverlayOptions[] = [], dpi = 200): Promise<Buffer> {
  const drawn = await sharp({ create: { ...A4_AT_200, channels: 3, background: 'white' } })
    .composite([{ input: await lines(points), left: 180, top: 260 }, ...more])
    .png()
    .toBuffer();
  return sharp(drawn)
    .resize({ width: Math.round((A4_AT_200.width * dpi) / 200) })
    .withDensity(dpi)
    .png({ compressionLevel: 1 })
    .toBuffer();
}

describe('[PGM-3] large print is read at 150 dpi, small print at 200', () => {
  it.each([150, 200, 300])('whatever the scan has: %i dpi', async (dpi) => {
    const { dpi: large } = await makeReading(await page(14, [], dpi), { rotation: 0 });
    expect(large).toBe(150);
    const small = await makeReading(await page(9, [], dpi), { rotation: 0 });
    expect(small.dpi).toBe(200);
  });

  it('both have the whole page, tilted or not, and the dots that they say', async () => {
    for (const points of [14, 9])
      for (const tilt of [0, 2]) {
        const bytes = await sharp(await page(points))
          .rotate(tilt, { background: 'white' })
          .png()
          .toBuffer();
        const { width, height } = await sharp(bytes).metadata();
        const reading = await makeReading(bytes, { rotation: 0 });
        expect(reading.skewDegrees).toBeCloseTo(tilt, 0);
        expect((await sharp(reading.png).metadata()).density).toBe(reading.dpi);
        // straightened, its canvas holds the corners of the page, and those of the tilted scan around it
        expect(reading.width / reading.dpi).toBeGreaterThanOrEqual(width / 200 - 0.01);
        expect(reading.width / reading.dpi).toBeLessThan((width / 200) * (tilt === 0 ? 1.01 : 1.1));
        expect(reading.height / reading.dpi).toBeGreaterThanOrEqual(height / 200 - 0.01);
      }
  });
});

describe('[PGM-11] a code whose dots run together at 150 dpi', () => {
  const codeOn = async (bcid: string, text: string, widthMm: number): Promise<Buffer> => {
    const drawn = await bwipjs.toBuffer({
      bcid,
      text,
      scale: 4,
      ...(bcid === 'qrcode' ? {} : { height: 10 }),
    });
    const input = await sharp(drawn)
      .flatten({ background: 'white' })
      .resize({ width: Math.round((widthMm / 25.4) * 200) })
      .blur(1)
      .extend({ top: 20, bottom: 20, left: 20, right: 20, background: 'white' })
      .png()
      .toBuffer();
    return page(14, [{ input, left: 1200, top: 1850 }]);
  };

  it('is seen on a page of large print', async () => {
    for (const [bcid, text, widthMm] of [
      ['qrcode', CARD, 12],
      ['qrcode', CARD, 18],
      ['code39', 'QMC1234567', 50],
    ] as const) {
      const { dpi, codesSeen } = await makeReading(await codeOn(bcid, text, widthMm), { rotation: 0 });
      expect({ bcid, widthMm, dpi, codesSeen }).toEqual({ bcid, widthMm, dpi: 150, codesSeen: true });
    }
  });

  it('none is seen where there is none', async () => {
    expect((await makeReading(await page(14), { rotation: 0 })).codesSeen).toBe(false);
  });
});
