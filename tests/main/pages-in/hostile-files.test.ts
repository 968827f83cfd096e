import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { blankPicture, codeOf, fixture, importInto } from './page-files.ts';

/** A progressive JPEG whose later passes over the picture come again and again: small to send, slow to open. */
async function jpegOfManyPasses(side: number, passes: number): Promise<Buffer> {
  const jpeg = await blankPicture(side, side).jpeg({ progressive: true }).toBuffer();
  const starts: number[] = [];
  for (let at = jpeg.indexOf('ffda', 0, 'hex'); at >= 0; at = jpeg.indexOf('ffda', at + 2, 'hex'))
    starts.push(at);
  const last = jpeg.subarray(starts.at(-1), jpeg.length - 2);
  return Buffer.concat([
    jpeg.subarray(0, -2),
    ...Array.from({ length: passes }, () => last),
    jpeg.subarray(-2),
  ]);
}

/** One page whose drawing unfolds to `megabytes` of operators. */
function pdfThatUnfolds(megabytes: number): Buffer {
  const drawing = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, '0 0 m 9 9 l S\n'));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    `<< /Filter /FlateDecode /Length ${drawing.length} >>\nstream\n${drawing.toString('latin1')}\nendstream`,
  ];
  const body = objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n`, 'latin1');
}

describe('[PGI-5] files made to hurt', () => {
  it('a JPEG of a thousand passes over a large picture ends, kept or refused', async () => {
    expect(codeOf((await importInto(await jpegOfManyPasses(4000, 1000))).result)).toMatch(/^(?:ok|file-\w+)/);
  }, 60_000);

  it('a TIFF whose pages run in a ring ends', async () => {
    const tiff = await blankPicture(300, 300).tiff({ compression: 'lzw' }).toBuffer();
    const first = tiff.readUInt32LE(4);
    const entries = tiff.readUInt16LE(first);
    tiff.writeUInt32LE(first, first + 2 + entries * 12);
    expect(codeOf((await importInto(tiff)).result)).toMatch(/^(?:ok|file-\w+)/);
  }, 30_000);

  it('a PDF whose pages are their own parents, and a form that draws itself', async () => {
    const ring = Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 9 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF',
    );
    expect(codeOf((await importInto(ring)).result)).toMatch(/^(?:ok|pdf-\w+)/);
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >> /Length 5 >>';
    const self = Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Resources << /XObject << /F 4 0 R >> >> /Contents 5 0 R >>\nendobj\n4 0 obj\n${form}\nstream\n/F Do\nendstream\nendobj\n5 0 obj\n<< /Length 5 >>\nstream\n/F Do\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF`,
    );
    expect(codeOf((await importInto(self)).result)).toMatch(/^(?:ok|pdf-\w+)/);
  }, 60_000);

  it('a PDF page that unfolds to 60 MB of lines is kept, or ended by its limits', async () => {
    const guard = { heapMegabytes: 256, growthMegabytes: 700, pageTimeoutMs: 4000 };
    const { result } = await importInto(pdfThatUnfolds(60), { pdfGuard: guard });
    expect(codeOf(result)).toMatch(/^(?:ok|pdf-too-heavy|pdf-page-hung|pdf-damaged)$/);
  }, 60_000);
});

describe('[PGI-8] memory stays flat', () => {
  it('over a TIFF of 200 pages', async () => {
    const scan = sharp(fixture('vn31_tt150-2020_p06_bang.jpg')).resize(620).greyscale().toColourspace('b-w');
    const { data, info } = await scan.raw().toBuffer({ resolveWithObject: true });
    const rows = Buffer.concat(Array.from({ length: 200 }, () => data));
    const raw = {
      width: info.width,
      height: info.height * 200,
      channels: 1 as const,
      pageHeight: info.height,
    };
    const tiff = await sharp(rows, { raw, limitInputPixels: false }).tiff({ compression: 'jpeg' }).toBuffer();
    const grown: number[] = [];
    const { result } = await importInto(tiff, { onPage: () => grown.push(process.memoryUsage.rss() / 1e6) });
    expect(codeOf(result)).toBe('ok');
    expect(grown).toHaveLength(200);
    const most = (from: number, to: number) => Math.max(...grown.slice(from, to));
    // pages are kept by this test itself, a few hundred KB each
    expect(most(150, 200) - most(20, 70)).toBeLessThan(200);
  }, 180_000);

  it('over a PDF of 300 pages', async () => {
    const pdf = await PDFDocument.create();
    for (let n = 0; n < 300; n++)
      pdf.addPage([150, 210]).drawText(`Trang ${n + 1}`, { x: 20, y: 150, size: 20 });
    const grown: number[] = [];
    const { result } = await importInto(await pdf.save(), {
      onPage: () => grown.push(process.memoryUsage.rss() / 1e6),
    });
    expect(codeOf(result)).toBe('ok');
    expect(grown).toHaveLength(300);
    const most = (from: number, to: number) => Math.max(...grown.slice(from, to));
    expect(most(220, 300) - most(40, 120)).toBeLessThan(150);
  }, 180_000);
});
