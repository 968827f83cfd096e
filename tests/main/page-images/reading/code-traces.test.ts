import { join } from 'node:path';
import bwipjs from 'bwip-js/node';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanPrint } from '../../../../src/main/page-images/reading/clean-print.ts';

const CARD = '001190000017|123456789|Vương Thị Mẫu|01011990|Nữ|Số 1, phố Huế, Hà Nội|01012022';
const fixturePage = (name: string): string => join(import.meta.dirname, '../../../fixtures/pages', name);
const A4 = { width: 1654, height: 2339 };

/** An A4 page at 200 dpi with this code on it, as wide as a printer would make it, a little blurred. */
async function codesSeen(bcid: string, text: string, widthMm: number, degrees: number): Promise<boolean> {
  const drawn = await bwipjs.toBuffer({ bcid, text, scale: 4, ...(bcid === 'qrcode' ? {} : { height: 10 }) });
  const width = Math.round((widthMm / 25.4) * 200);
  const code = await sharp(drawn)
    .flatten({ background: 'white' })
    .resize({ width })
    .rotate(degrees, { background: 'white' })
    .blur(0.7)
    .png()
    .toBuffer();
  const page = sharp({ create: { ...A4, channels: 3, background: 'white' } }).composite([
    { input: code, left: 900, top: 500 },
  ]);
  return seenOn(await page.png().toBuffer());
}

async function seenOn(page: Buffer | string): Promise<boolean> {
  const { data, info } = await sharp(page)
    .resize({ width: A4.width })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return cleanPrint({ pixels: new Uint8Array(data), width: info.width, height: info.height }, 200).codesSeen;
}

describe('[PGM-11] traces of codes', () => {
  it.each([0, 2, 45, 90, 180])('a QR code that lies at %i° is seen, small and large', async (degrees) => {
    expect(await codesSeen('qrcode', CARD, 12, degrees)).toBe(true);
    expect(await codesSeen('qrcode', CARD, 18, degrees)).toBe(true);
    expect(await codesSeen('qrcode', 'H26.40.02-261121-3017', 30, degrees)).toBe(true);
  });

  it.each([0, 3, 90, 180])('barcodes of offices that lie at %i° are seen', async (degrees) => {
    expect(await codesSeen('code128', 'H26.40.02-261121-3017', 50, degrees)).toBe(true);
    expect(await codesSeen('code39', 'QMC1234567', 50, degrees)).toBe(true);
    expect(await codesSeen('ean13', '8934563138165', 45, degrees)).toBe(true);
  });

  it('the separator sheet has some; pages of text, with tables, seals and signatures, have none', async () => {
    expect(await seenOn(fixturePage('separator-sheet.png'))).toBe(true);
    for (const name of ['vn05_tt66-2023_p03.png', 'rd22_quyetdinh_nghieng3_200.jpg'])
      expect(await seenOn(fixturePage(name))).toBe(false);
  });
});
