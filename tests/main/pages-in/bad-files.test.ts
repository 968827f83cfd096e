import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { blankPicture, codeOf, fixture, importInto, pngClaiming } from './page-files.ts';

const scan = fixture('vn31_tt150-2020_p06_bang.jpg');
const drawn = fixture('vn05_tt66-2023_p03.png');
const refusal = async (bytes: Uint8Array) => {
  const { result, stored } = await importInto(bytes);
  expect(stored).toEqual([]);
  if (result.ok) throw new Error('was accepted');
  return result.failure;
};

describe('[PGI-5] bad files are refused, each by its own name', () => {
  it('an empty file', async () => {
    expect((await refusal(new Uint8Array())).code).toBe('file-empty');
  });

  it.each([
    ['text', Buffer.from('Cộng hòa xã hội chủ nghĩa Việt Nam\n'), 'unknown'],
    ['a web page', Buffer.from('<!doctype html><title>x</title>'), 'unknown'],
    ['a Windows program', Buffer.from('MZ\x90\x00 this program cannot be run'), 'program'],
    ['a Linux program', Buffer.from('7f454c4602010100', 'hex'), 'program'],
    ['Word', Buffer.from('PK\x03\x04........word/document.xml', 'latin1'), 'Word (.docx)'],
    ['an archive', Buffer.from('PK\x03\x04........a.txt', 'latin1'), 'ZIP'],
    ['old Word', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'Word/Excel (.doc, .xls)'],
  ])('[PGI-1] %s, whatever its name', async (_, bytes, kind) => {
    expect(await refusal(bytes)).toMatchObject({ code: 'file-not-a-picture', facts: { kind } });
  });

  it('[PGI-1] pictures of other kinds are named', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000mif1heic')]);
    expect(await refusal(heic)).toMatchObject({ code: 'picture-kind-unsupported', facts: { kind: 'HEIC' } });
    const webp = await blankPicture(300, 300).webp().toBuffer();
    expect(await refusal(webp)).toMatchObject({ code: 'picture-kind-unsupported', facts: { kind: 'WebP' } });
    const gif = await blankPicture(300, 300).gif().toBuffer();
    expect(await refusal(gif)).toMatchObject({ code: 'picture-kind-unsupported', facts: { kind: 'GIF' } });
  });

  it.each([0.2, 0.5, 0.9, 0.98])('a JPEG of which only %f is there', async (share) => {
    expect((await refusal(scan.subarray(0, scan.length * share))).code).toBe('file-cut-off');
  });

  it.each([0.3, 0.7, 0.95])('a PNG of which only %f is there', async (share) => {
    expect((await refusal(drawn.subarray(0, drawn.length * share))).code).toBe('file-cut-off');
  });

  it('a TIFF that stops in the middle', async () => {
    const tiff = await sharp(scan).resize(600).tiff({ compression: 'none' }).toBuffer();
    expect(['file-cut-off', 'file-damaged']).toContain(
      (await refusal(tiff.subarray(0, tiff.length / 2))).code,
    );
  });

  it('a picture of which only the first bytes are right', async () => {
    const noise = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(5000, 0x5a)]);
    expect((await refusal(noise)).code).toBe('file-damaged');
  });

  it('30,000 × 30,000 px, by its header, without decoding it', async () => {
    const before = process.memoryUsage.rss();
    const failure = await refusal(pngClaiming(30_000, 30_000));
    expect(failure).toMatchObject({
      code: 'page-too-many-pixels',
      facts: { width: 30_000, height: 30_000, megapixels: 900, limitMegapixels: 100 },
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(50e6);
  });

  it('smaller than 200 px', async () => {
    const small = await blankPicture(1000, 199).png().toBuffer();
    expect(await refusal(small)).toMatchObject({ code: 'page-too-small', facts: { height: 199 } });
    const enough = await blankPicture(200, 200).png().toBuffer();
    expect(codeOf((await importInto(enough)).result)).toBe('ok');
  });

  it('larger than 100 MB', async () => {
    const large = Buffer.alloc(100 * 1024 * 1024 + 1);
    expect(await refusal(large)).toMatchObject({
      code: 'file-too-large',
      facts: { megabytes: 101, limitMegabytes: 100 },
    });
  });
});
