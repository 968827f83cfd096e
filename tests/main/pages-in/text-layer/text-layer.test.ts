import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fontkit from '@cantoo/fontkit';
import {
  degrees,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  rgb,
  setTextRenderingMode,
  TextRenderingMode,
} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { TextLayer } from '../../../../src/shared/contracts/bridge/text-layer.ts';
import { loadFont } from '../../documents/package-fonts.ts';
import { fixture, importInto } from '../page-files.ts';

const LINES = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'ĐƠN ĐỀ NGHỊ CẤP BẢN SAO TRÍCH LỤC KHAI SINH',
  'Họ và tên: Nguyễn Thị Thảo Vy, sinh ngày 05/3/1991, số định danh 001191012345',
  'Nơi cư trú: số 12, ngõ 34, phường Cửa Nam, thành phố Hà Nội.',
];

async function pdfWith(draw: (page: PDFPage, font: PDFFont) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const font = await pdf.embedFont(await loadFont('Tinos_400Regular'), { subset: true });
  draw(pdf.addPage([595, 842]), font);
  return pdf.save();
}

const write = (page: PDFPage, font: PDFFont, lines: readonly string[] = LINES) => {
  for (const [n, line] of lines.entries()) page.drawText(line, { font, x: 60, y: 760 - 24 * n, size: 13 });
};

async function layerOf(bytes: Uint8Array) {
  const layers: (TextLayer | null)[] = [];
  const { stored } = await importInto(bytes, {}, (layer) => layers.push(layer));
  return { layer: layers[0] ?? null, layers, page: stored[0] };
}

function linesOf(layer: TextLayer | null): readonly string[] {
  const lines: string[] = [];
  for (const { line, text } of layer?.words ?? [])
    lines[line] = lines[line] === undefined ? text : `${lines[line]} ${text}`;
  return lines;
}

describe('[PGI-9] a PDF that says itself what it prints', () => {
  it('gives its words, with boxes that lie on their ink', async () => {
    const { layer, page } = await layerOf(await pdfWith(write));
    expect(linesOf(layer)).toEqual(LINES);
    expect(TextLayer.safeParse(layer).success).toBe(true);
    const { data, info } = await sharp(page?.bytes)
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const dark = (x: number, y: number) => (data[Math.round(y) * info.width + Math.round(x)] ?? 255) < 205;
    for (const { box, text } of layer?.words ?? []) {
      const [left, top] = [box.x * info.width, box.y * info.height];
      const [right, bottom] = [(box.x + box.width) * info.width - 1, (box.y + box.height) * info.height - 1];
      const row = Array.from({ length: Math.round(right - left) + 1 }, (_, n) => left + n);
      const column = Array.from({ length: Math.round(bottom - top) + 1 }, (_, n) => top + n);
      // a box is tight: ink on each of its four sides
      expect(row.some((x) => dark(x, top)) && row.some((x) => dark(x, bottom)), text).toBe(true);
      expect(column.some((y) => dark(left, y)) && column.some((y) => dark(right, y)), text).toBe(true);
    }
  });

  it.each([90, 180, 270])(
    'on a page that is shown turned by %i°, boxes are those of what is shown',
    async (angle) => {
      const bytes = await pdfWith((page, font) => {
        page.setRotation(degrees(angle));
        // written so that it stands upright on the page as shown
        const at = { 90: [40, 60], 180: [535, 80], 270: [555, 780] }[angle] ?? [0, 0];
        const step = { 90: [24, 0], 180: [0, 24], 270: [-24, 0] }[angle] ?? [0, 0];
        for (const [n, line] of LINES.entries()) {
          const [x = 0, y = 0] = at.map((from, axis) => from + (step[axis] ?? 0) * n);
          page.drawText(line, { font, x, y, size: 11, rotate: degrees(angle) });
        }
      });
      const { layer, page } = await layerOf(bytes);
      expect(linesOf(layer)).toEqual(LINES);
      expect((page?.facts.width ?? 0) > (page?.facts.height ?? 0)).toBe(angle !== 180);
      for (const { box } of layer?.words ?? []) {
        expect(box.width).toBeGreaterThan(0);
        expect(Math.min(box.x, box.y, 1 - box.x - box.width, 1 - box.y - box.height)).toBeGreaterThanOrEqual(
          0,
        );
      }
      expect(layer?.words[0]?.box.y).toBeLessThan(layer?.words.at(-1)?.box.y ?? 0);
    },
  );
});

describe('[PGI-10] a layer that cannot be trusted is not used', () => {
  const none = async (bytes: Uint8Array) => expect((await layerOf(bytes)).layer).toBeNull();

  it('somebody’s reading over a scan, drawn or not, whole or in strips', async () => {
    const scan = await sharp(fixture('vn31_tt150-2020_p06_bang.jpg')).resize(800).jpeg().toBuffer();
    for (const strips of [1, 4]) {
      const pdf = await PDFDocument.load(await pdfWith(write));
      const page = pdf.getPage(0);
      const image = await pdf.embedJpg(scan);
      for (let n = 0; n < strips; n++)
        page.drawImage(image, { x: 0, y: (842 / strips) * n, width: 595, height: 842 / strips });
      await none(await pdf.save());
    }
  });

  it('invisible text, white text, text under a white sheet', async () => {
    await none(
      await pdfWith((page, font) => {
        page.drawRectangle({ x: 60, y: 60, width: 200, height: 200, color: rgb(0, 0, 0) });
        page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
        write(page, font);
      }),
    );
    await none(
      await pdfWith((page, font) => {
        for (const [n, text] of LINES.entries())
          page.drawText(text, { font, x: 60, y: 760 - 24 * n, size: 13, color: rgb(1, 1, 1) });
      }),
    );
    await none(
      await pdfWith((page, font) => {
        write(page, font);
        page.drawRectangle({ x: 0, y: 0, width: 595, height: 842, color: rgb(1, 1, 1) });
      }),
    );
  });

  it('one that lacks what the page shows, here letters drawn as a picture', async () => {
    const pdf = await PDFDocument.load(await pdfWith(write));
    const part = await sharp(fixture('vn31_tt150-2020_p06_bang.jpg'))
      .extract({ left: 150, top: 300, width: 1300, height: 700 })
      .jpeg()
      .toBuffer();
    pdf.getPage(0).drawImage(await pdf.embedJpg(part), { x: 60, y: 100, width: 470, height: 253 });
    await none(await pdf.save());
  });

  it('letters of an old font, as they come out in Unicode', async () => {
    const old = [
      'Céng hoµ x· héi chñ nghÜa ViÖt Nam',
      '§éc lËp - Tù do - H¹nh phóc',
      '§¬n ®Ò nghÞ cÊp b¶n sao',
    ];
    await none(await pdfWith((page, font) => write(page, font, old)));
  });

  it('lines that run down the page', async () => {
    await none(
      await pdfWith((page, font) => {
        for (const [n, text] of LINES.entries())
          page.drawText(text, { font, x: 60 + 24 * n, y: 60, size: 13, rotate: degrees(90) });
      }),
    );
  });

  it('a page without text, and one with a few words only', async () => {
    await none(await pdfWith((page) => page.drawRectangle({ x: 60, y: 60, width: 90, height: 90 })));
    await none(await pdfWith((page, font) => write(page, font, ['Trang 2'])));
  });
});

const shared = (name: string) => fileURLToPath(new URL(`../../../../../shared/pdf/${name}`, import.meta.url));
const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFC').split(/\s+/).filter(Boolean).sort();

/** Poppler takes a hyphen at the end of a line for a parted word; here hyphens are left out on both sides. */
const bare = (text: string): readonly string[] => wordsOf(text).filter((word) => word !== '-');

describe('[PGI-9] the words are those that poppler takes from the same file', () => {
  it.for([
    ['luat-26-2023-can-cuoc.congbao-text.pdf', [1, 2, 14, 21]],
    ['cv-286-C07.signed-text.pdf', [1]],
  ] as const)(
    '%s (needs ../shared/pdf and pdftotext)',
    { timeout: 120_000 },
    async ([name, pages], { skip }) => {
      if (!existsSync(shared(name)) || spawnSync('pdftotext', ['-v']).error !== undefined) skip();
      const whole = await PDFDocument.load(readFileSync(shared(name)));
      const part = await PDFDocument.create();
      for (const page of await part.copyPages(
        whole,
        pages.map((page) => page - 1),
      ))
        part.addPage(page);
      const { layers } = await layerOf(await part.save());
      expect(layers).toHaveLength(pages.length);
      for (const [n, page] of pages.entries()) {
        const { stdout } = spawnSync(
          'pdftotext',
          ['-f', String(page), '-l', String(page), shared(name), '-'],
          { encoding: 'utf8' },
        );
        expect(bare(linesOf(layers[n] ?? null).join(' ')), `page ${page}`).toEqual(bare(stdout));
      }
    },
  );

  it.skipIf(!existsSync(shared('tt-53-2025-bca-bieu-mau.scan200.pdf')))(
    '[PGI-10] a scan that somebody signed has none (needs ../shared/pdf)',
    async () => {
      const whole = await PDFDocument.load(readFileSync(shared('tt-53-2025-bca-bieu-mau.scan200.pdf')));
      const part = await PDFDocument.create();
      for (const page of await part.copyPages(whole, [0, 11])) part.addPage(page);
      const { layers } = await layerOf(await part.save());
      expect(layers).toEqual([null, null]);
    },
    120_000,
  );
});
