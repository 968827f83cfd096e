import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { measurePage } from '../../../src/main/page-images/measure-page.ts';
import { fixture } from './page-fixtures.ts';

const straight = fixture('vn05_tt66-2023_p03.png');
const tilted = (degrees: number) =>
  sharp(straight).rotate(degrees, { background: 'white' }).png({ compressionLevel: 1 }).toBuffer();
const sheet = (width = 1654, height = 2339) =>
  sharp({ create: { width, height, channels: 3, background: '#f4efe6' } });
const svg = (inner: string) => ({ input: Buffer.from(`<svg width="1654" height="2339">${inner}</svg>`) });

describe('measuring a page', () => {
  it.each([-9, -4.5, -1, 0, 0.7, 3, 8.5])('[PGM-2] finds a tilt of %f° within 0.3°', async (degrees) => {
    const { skewDegrees } = await measurePage(await tilted(degrees));
    expect(Math.abs(skewDegrees - degrees)).toBeLessThan(0.3);
  });

  it.each([90, 180, 270])('[PGM-2] finds it whichever way up the page lies (%i°)', async (turn) => {
    const { skewDegrees } = await measurePage(await tilted(turn + 2.5));
    expect(Math.abs(skewDegrees - 2.5)).toBeLessThan(0.3);
  });

  it.each([90, 270])('[PGM-2] finds none on a straight page that lies on its side (%i°)', async (turn) => {
    const straightToo = sharp(fixture('vn09_tt53-2025_p06_chuky.png')).rotate(turn);
    const { skewDegrees } = await measurePage(await straightToo.png({ compressionLevel: 1 }).toBuffer());
    expect(Math.abs(skewDegrees)).toBeLessThan(0.3);
  });

  it('[PGM-2] on real paper: a tilted scan and a tilted card', async () => {
    const scan = await measurePage(fixture('rd22_quyetdinh_nghieng3_200.jpg'));
    expect(Math.abs(scan.skewDegrees + 3)).toBeLessThan(0.3);
    const card = await measurePage(fixture('id3_skew_front.jpg'));
    expect(card.skewDegrees).toBeLessThan(-2);
  });

  it('[PGM-4] empty sheets are blank: plain, with punch holes, with a shadow at the rim', async () => {
    const plain = await sheet().jpeg().toBuffer();
    const holes = await sheet()
      .composite([svg('<circle cx="40" cy="900" r="16"/><circle cx="40" cy="1400" r="16"/>')])
      .jpeg()
      .toBuffer();
    const shadow = await sheet()
      .composite([svg('<rect width="30" height="2339" fill="#555"/>')])
      .jpeg()
      .toBuffer();
    for (const page of [plain, holes, shadow])
      expect(await measurePage(page)).toMatchObject({ blank: true, skewDegrees: 0 });
  });

  it('[PGM-4] one line of text is not blank, nor is a signature page', async () => {
    const line = await sheet()
      .composite([
        svg(
          '<text x="200" y="400" font-size="44" font-family="serif">Xac nhan cua Uy ban nhan dan phuong</text>',
        ),
      ])
      .jpeg()
      .toBuffer();
    expect((await measurePage(line)).blank).toBe(false);
    expect((await measurePage(fixture('vn09_tt53-2025_p06_chuky.png'))).blank).toBe(false);
  });

  it('[PGM-2] black sheets and pictures without lines have no tilt', async () => {
    const black = await sharp({ create: { width: 800, height: 800, channels: 3, background: 'black' } })
      .png()
      .toBuffer();
    expect((await measurePage(black)).skewDegrees).toBe(0);
    await expect(measurePage(Buffer.from('no picture'))).rejects.toThrow();
  });
});
