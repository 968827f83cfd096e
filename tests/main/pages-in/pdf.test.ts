import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { codeOf, fixture, importInto, scannedPdf } from './page-files.ts';

const scan = fixture('vn31_tt150-2020_p06_bang.jpg');
const longScan = fileURLToPath(new URL('../../../../shared/pdf/nd-38-2026.scan200.pdf', import.meta.url));

describe('PDFs become pages', () => {
  it('[PGI-3] a drawn page comes out at 200 dpi, colour as JPEG, black on white as PNG', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([595, 842]).drawText('DON DE NGHI', { x: 60, y: 700, size: 20 });
    pdf.addPage([595, 842]).drawRectangle({ x: 60, y: 60, width: 200, height: 200, color: rgb(0.8, 0, 0) });
    const { stored } = await importInto(await pdf.save());
    expect(stored.map(({ facts }) => facts)).toEqual([
      { mediaType: 'image/png', width: 1653, height: 2339, dpi: 200 },
      { mediaType: 'image/jpeg', width: 1653, height: 2339, dpi: 200 },
    ]);
    const { data } = await sharp(stored[0]?.bytes)
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const ink = data.filter((value) => value < 128).length;
    expect(ink).toBeGreaterThan(1000);
  });

  it('[PGI-3] a scan comes out at its own resolution, at most 300 dpi', async () => {
    const a4 = await (await scannedPdf([scan], (1644 / 240) * 72)).save();
    const [own] = (await importInto(a4)).stored;
    expect(own?.facts).toMatchObject({ width: 1644, dpi: 240 });
    const fine = await (await scannedPdf([scan], (1644 / 600) * 72)).save();
    expect((await importInto(fine)).stored[0]?.facts).toMatchObject({ width: 822, dpi: 300 });
  });

  it('[PGI-5] one that needs a password', async () => {
    const pdf = await scannedPdf([scan], 595);
    pdf.encrypt({ userPassword: 'mat-khau', ownerPassword: 'chu', permissions: {} });
    expect(codeOf((await importInto(await pdf.save())).result)).toBe('pdf-encrypted');
  });

  it('[PGI-5] a damaged one', async () => {
    const noise = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4000, 0x21)]);
    expect(codeOf((await importInto(noise)).result)).toBe('pdf-damaged');
  });

  it('[PGI-5] one with more pages than may be', async () => {
    const pdf = await PDFDocument.create();
    for (let page = 0; page < 301; page++) pdf.addPage([595, 842]);
    const { result, stored } = await importInto(await pdf.save());
    expect(result).toMatchObject({
      failure: { code: 'file-too-many-pages', facts: { pages: 301, limit: 300 } },
    });
    expect(stored).toEqual([]);
  });

  it('[PGI-5] a page of five by five metres gives way in resolution, not in memory', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([14_400, 14_400]);
    const { stored } = await importInto(await pdf.save(), { limits: { pixels: 4_000_000 } });
    expect(stored[0]?.facts.width).toBeLessThanOrEqual(2001);
  });

  it('[PGI-7] a thread that hangs is ended, and so is one that eats memory; the desk lives', async () => {
    const pdf = await (await scannedPdf([scan], 595)).save();
    const hanging = new URL('data:text/javascript,for(;;);');
    const hung = await importInto(pdf, { pdfThreadUrl: hanging, pdfGuard: { pageTimeoutMs: 500 } });
    expect(codeOf(hung.result)).toBe('pdf-page-hung');
    const greedy = new URL('data:text/javascript,const a=[];for(;;)a.push(new Array(1e5).fill(a.length));');
    const eaten = await importInto(pdf, { pdfThreadUrl: greedy, pdfGuard: { heapMegabytes: 32 } });
    expect(codeOf(eaten.result)).toBe('pdf-too-heavy');
    const outside = new URL(
      'data:text/javascript,const a=[];setInterval(()=>a.push(Buffer.alloc(2e7,1)),20);import("node:worker_threads")',
    );
    const grown = await importInto(pdf, { pdfThreadUrl: outside, pdfGuard: { growthMegabytes: 200 } });
    expect(codeOf(grown.result)).toBe('pdf-too-heavy');
    const crashing = new URL('data:text/javascript,process.exit(3)');
    expect(codeOf((await importInto(pdf, { pdfThreadUrl: crashing })).result)).toBe('pdf-damaged');
    expect(codeOf((await importInto(pdf)).result)).toBe('ok');
  });

  it.skipIf(!existsSync(longScan))(
    `[PGI-8] 85 scanned pages come one by one with flat memory (needs ${longScan})`,
    async () => {
      const grown: number[] = [];
      const { stored, result } = await importInto(readFileSync(longScan), {
        onPage: () => grown.push(process.memoryUsage.rss() / 1e6),
      });
      expect(codeOf(result)).toBe('ok');
      expect(stored).toHaveLength(85);
      expect(stored.every(({ facts }) => facts.dpi === 200)).toBe(true);
      const most = (from: number, to: number) => Math.max(...grown.slice(from, to));
      expect(most(55, 85) - most(15, 45)).toBeLessThan(200);
    },
    180_000,
  );
});
