import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { beginArchivalFile } from '../../../../src/main/documents/archival-pdf/archival-file.ts';
import type { ArchivalPage } from '../../../../src/main/documents/archival-pdf/archival-page.ts';
import { areTwoSides, layCard } from '../../../../src/main/documents/archival-pdf/card-sheet.ts';
import { createPageImages } from '../../../../src/main/page-images/page-images.ts';
import type { Sha256 } from '../../../../src/shared/base/ids.ts';
import { checkWithQpdf, pageTexts, pdfInfo, placedWords } from '../pdf-tools.ts';
import { pdfAFindings } from './pdf-a-findings.ts';
import { pdfObjects } from './pdf-objects.ts';
import { about, sheet, tinos } from './sample-page.ts';

async function make(pages: readonly ArchivalPage[]): Promise<Uint8Array> {
  const file = beginArchivalFile(about, tinos);
  const pieces: Uint8Array[] = [];
  for (const page of pages) pieces.push(await file.addPage(page));
  return Buffer.concat([...pieces, file.end()]);
}

const imagesIn = (bytes: Uint8Array): number =>
  Buffer.from(bytes).toString('latin1').split('/Subtype /Image').length - 1;
const sizesOf = (bytes: Uint8Array): readonly string[] =>
  [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
  ].map(([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`);
const A4 = '595×842';
const CARD = '243×153';

/** A page of so many millimetres with one word in its middle. */
const page = (widthMm: number, heightMm: number, text: string): ArchivalPage => ({
  picture: sheet(widthMm, heightMm, [], { dpi: 200 }),
  words: [{ text, confidence: 1, line: 0, box: { x: 0.4, y: 0.45, width: 0.2, height: 0.1 } }],
});
const side = (text: string): ArchivalPage => page(85.6, 54, text);
const office = (text: string): ArchivalPage => page(210, 297, text);

describe('both sides of a card', () => {
  it('[ARC-9] lie on one A4 at 100 %, front above back, each word on its side', async () => {
    const bytes = await make([side('trước'), side('sau')]);
    checkWithQpdf(bytes);
    expect(pdfAFindings(pdfObjects(bytes))).toEqual([]);
    expect(sizesOf(bytes)).toEqual([A4]);
    expect(imagesIn(bytes)).toBe(2);
    expect(pageTexts(bytes)).toEqual(['trước sau']);
    const [front, back] = placedWords(bytes);
    const mm = (points = 0): number => (points / 72) * 25.4;
    // two fifths of a card beside the middle of the sheet, and each in the middle of its card
    expect(mm(front?.left)).toBeCloseTo(105 - 0.1 * 85.6, 0);
    expect(mm(front?.right)).toBeCloseTo(105 + 0.1 * 85.6, 0);
    expect((mm(front?.top) + mm(front?.bottom)) / 2).toBeCloseTo(40 + 27, -0.5);
    expect((mm(back?.top) + mm(back?.bottom)) / 2).toBeCloseTo(40 + 54 + 15 + 27, -0.5);
  });

  it('[ARC-9] [ARC-1] every image is kept, in order, whatever lies among the cards', async () => {
    const bytes = await make([
      office('đơn'),
      side('cha1'),
      side('cha2'),
      side('mẹ1'),
      side('mẹ2'),
      side('con'),
      office('kèm'),
      side('lẻ'),
    ]);
    expect(pageTexts(bytes)).toEqual(['đơn', 'cha1 cha2', 'mẹ1 mẹ2', 'con', 'kèm', 'lẻ']);
    expect(sizesOf(bytes)).toEqual([A4, A4, A4, CARD, A4, CARD]);
    // none of these pages has print of its own
    expect(imagesIn(bytes)).toBe(8);
  });

  it('[ARC-9] papers of other sizes, and of two sizes, keep sheets of their own', async () => {
    const bytes = await make([page(148, 105, 'A6'), page(148, 105, 'A6'), side('thẻ'), page(125, 88, 'sổ')]);
    expect(sizesOf(bytes)).toHaveLength(4);
  });

  it('[ARC-9] two sides never lie over each other or over the edge of the sheet', () => {
    const length = fc.double({ min: 5, max: 130, noNaN: true });
    const size = fc.record({ widthMm: length, heightMm: length });
    fc.assert(
      fc.property(size, size, (one, other) => {
        fc.pre(areTwoSides(one, other));
        const { sheet: a4, places } = layCard(one, other);
        expect(places[0].yMm).toBeGreaterThanOrEqual(5);
        expect(places[1].yMm).toBeGreaterThanOrEqual(places[0].yMm + one.heightMm + 10);
        expect(places[1].yMm + other.heightMm).toBeLessThanOrEqual(a4.heightMm - 5);
        for (const [index, { widthMm }] of [one, other].entries())
          expect(places[index]?.xMm).toBeCloseTo((a4.widthMm - widthMm) / 2, 6);
      }),
    );
  });
});

const ids = join(import.meta.dirname, '../../../../../shared/evalset/ids');
describe.skipIf(!existsSync(ids))(
  'both sides of a scanned card (../shared/evalset/ids; skipped where absent)',
  () => {
    let bytes: Uint8Array;
    beforeAll(async () => {
      const images = createPageImages({ readPage: async (name) => readFileSync(join(ids, name)) });
      const scanned = async (name: string, line: string): Promise<ArchivalPage> => {
        const picture = await images.whole(name as Sha256, { rotation: 0 });
        if (picture === null) throw new Error(`${name} is no picture`);
        const words = line.split(' ').map((text, at) => ({
          text,
          confidence: 1,
          line: 0,
          box: { x: 0.3 + 0.1 * at, y: 0.05, width: 0.09, height: 0.05 },
        }));
        return { picture, words };
      };
      bytes = await make([
        await scanned('id1_scan300_front.jpg', 'CỘNG HÒA XÃ HỘI'),
        await scanned('id1_scan300_back.jpg', 'Đặc điểm nhân dạng'),
      ]);
    });

    it('[ARC-9] are one A4 with two images, found by their words', () => {
      checkWithQpdf(bytes);
      expect(pdfInfo(bytes)).toMatch(/Pages: +1\n.*\(A4\)/s);
      expect(imagesIn(bytes)).toBe(2);
      expect(pageTexts(bytes)).toEqual(['CỘNG HÒA XÃ HỘI Đặc điểm nhân dạng']);
      expect(pdfAFindings(pdfObjects(bytes))).toEqual([]);
    });
  },
);
