import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/shared/base/result.ts';
import { codeOf, fixture, importInto } from './page-files.ts';

const scan = fixture('vn31_tt150-2020_p06_bang.jpg');
const photo = () => sharp(scan).resize(600);

describe('pictures become pages', () => {
  it('[PGI-2] a JPEG and a PNG are kept byte for byte, with size and resolution', async () => {
    const jpeg = await importInto(scan);
    expect(jpeg.stored[0]?.bytes.equals(scan)).toBe(true);
    expect(jpeg.stored[0]?.facts).toEqual({ mediaType: 'image/jpeg', width: 1644, height: 2342, dpi: 200 });
    const drawn = fixture('vn05_tt66-2023_p03.png');
    const png = await importInto(drawn);
    expect(png.stored[0]?.bytes.equals(drawn)).toBe(true);
    expect(png.stored[0]?.facts).toEqual({ mediaType: 'image/png', width: 1677, height: 2349, dpi: 200 });
  });

  it('[PGI-2] a phone photo that EXIF turns has its size after the turn, and no made-up resolution', async () => {
    const turned = await photo().withMetadata({ orientation: 6, density: 72 }).jpeg().toBuffer();
    const { stored } = await importInto(turned);
    expect(stored[0]?.facts).toEqual({ mediaType: 'image/jpeg', width: 855, height: 600, dpi: null });
  });

  it('[PGI-3] each picture of a TIFF is a page: grey without loss, colour as JPEG', async () => {
    for (const compression of ['ccittfax4', 'lzw', 'deflate', 'none'] as const) {
      const bilevel = compression === 'ccittfax4';
      const page = await sharp(fixture('vn09_tt53-2025_p06_chuky.png'))
        .threshold()
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true });
      const tiff = await sharp(page.data, {
        raw: { width: page.info.width, height: page.info.height, channels: 1 },
      })
        .toColourspace('b-w')
        .withDensity(300)
        .tiff({ compression, ...(bilevel ? { bitdepth: 1 } : {}) })
        .toBuffer();
      const { stored } = await importInto(tiff);
      expect(stored[0]?.facts).toMatchObject({ mediaType: 'image/png', width: 1668, height: 2347, dpi: 300 });
      const back = await sharp(stored[0]?.bytes).toColourspace('b-w').raw().toBuffer();
      expect(back.equals(page.data)).toBe(true);
    }
    const colour = await importInto(await photo().tiff({ compression: 'jpeg' }).toBuffer());
    expect(colour.stored[0]?.facts.mediaType).toBe('image/jpeg');
  });

  it('[PGI-3] a TIFF of three pages gives three, told one after the other', async () => {
    const { data, info } = await photo()
      .greyscale()
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const tall = Buffer.concat([data, data, data]);
    const tiff = await sharp(tall, {
      raw: { width: info.width, height: info.height * 3, channels: 1, pageHeight: info.height },
    })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const counts: number[] = [];
    const { result, stored } = await importInto(tiff, { onPage: (_, count) => counts.push(count) });
    expect(codeOf(result)).toBe('ok');
    expect(stored.map(({ facts }) => [facts.width, facts.height])).toEqual(Array(3).fill([600, 855]));
    expect(counts).toEqual([1, 2, 3]);
    expect(codeOf((await importInto(tiff, { limits: { pages: 2 } })).result)).toBe('file-too-many-pages');
  });

  it('[PGI-4] CMYK, 16 bits, a colour profile and an alpha channel are taken', async () => {
    const odd = [
      await photo().toColourspace('cmyk').jpeg().toBuffer(),
      await photo().toColourspace('rgb16').png().toBuffer(),
      await photo().withIccProfile('p3').jpeg().toBuffer(),
      await photo().ensureAlpha(0.5).png().toBuffer(),
      await photo().jpeg({ progressive: true }).toBuffer(),
    ];
    for (const bytes of odd) expect(codeOf((await importInto(bytes)).result)).toBe('ok');
  });

  it('[PGI-6] what the store refuses ends the import and is handed on', async () => {
    const { result } = await importInto(scan, { putPage: async () => fail('disk-full', 'officer-decides') });
    expect(codeOf(result)).toBe('disk-full');
  });
});
