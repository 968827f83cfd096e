import { describe, expect, test } from 'vitest';
import { beginArchivalFile } from '../../../../src/main/documents/archival-pdf/archival-file.ts';
import type {
  ArchivalAbout,
  ArchivalPage,
} from '../../../../src/main/documents/archival-pdf/archival-page.ts';
import { checkWithQpdf, expanded, fontsOf, pageTexts, pdfInfo, placedWords } from '../pdf-tools.ts';
import { pdfAFindings } from './pdf-a-findings.ts';
import { pdfObjects } from './pdf-objects.ts';
import { about, BLACK, BLUE, RED, setLines, sheet, strokes, tinos } from './sample-page.ts';

const LINES = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'ĐƠN ĐỀ NGHỊ CẤP BẢN SAO TRÍCH LỤC KHAI SINH',
  'Kính gửi: Ủy ban nhân dân phường An Thịnh, thành phố Hà Nội.',
  'Tôi tên là Nguyễn Thị Ánh Tuyết, sinh ngày 05/11/1990, số định danh 001190012345;',
  'đề nghị cấp 02 (hai) bản sao để bổ túc hồ sơ “chuyển trường” – kèm 1.500.000 đồng lệ phí.',
];

const scan = () =>
  sheet(210, 297, [
    ...strokes(900),
    { x: 120, y: 200, width: 30, height: 1.5, colour: RED },
    { x: 120, y: 210, width: 30, height: 0.6, colour: BLUE },
  ]);
const blank = () => sheet(210, 297, []);

async function make(pages: readonly ArchivalPage[], more: Partial<ArchivalAbout> = {}): Promise<Uint8Array> {
  const file = beginArchivalFile({ ...about, ...more }, tinos);
  const pieces: Uint8Array[] = [];
  for (const page of pages) pieces.push(await file.addPage(page));
  return Buffer.concat([...pieces, file.end()]);
}

describe('archival PDF', async () => {
  const bytes = await make([
    { picture: scan(), words: setLines(LINES) },
    { picture: blank(), words: [] },
    { picture: sheet(85.6, 54, [{ x: 10, y: 10, width: 20, height: 2, colour: BLACK }]), words: [] },
  ]);
  const objects = pdfObjects(bytes);
  const images = [...objects.objects.values()].filter(
    (value): value is Record<string, never> =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      '/Subtype' in value &&
      value['/Subtype'] === '/Image',
  );

  test('[ARC-3] qpdf finds it sound, and nothing in it is against PDF/A-2b', () => {
    expect(checkWithQpdf(bytes)).toContain('No syntax or stream encoding errors found');
    expect(pdfAFindings(objects)).toEqual([]);
  });

  test('[ARC-3] the check bites: a file of part 1, transparent and with a script, is found out', async () => {
    const other = pdfObjects(
      await make([{ picture: sheet(150, 60, []), words: setLines(LINES) }], { conformance: '1B' }),
    );
    expect(pdfAFindings(other)).toContain('XMP does not say part 2');
    const spoilt = new Map(other.objects).set('999 0 R', {
      '/ca': 0.5,
      '/SMask': '1 0 R',
      '/AA': {},
      '/BM': '/Multiply',
    });
    expect(pdfAFindings({ ...other, objects: spoilt }).join()).toMatch(/transparent.*SMask.*AA.*blends/);
  });

  test('[ARC-2] copied text is the words given, line by line, in Vietnamese', () => {
    expect(pageTexts(bytes)).toEqual([LINES.join(' '), '', '']);
  });

  test('[ARC-2] each word lies in its box, to a fifth of a millimetre along the line', () => {
    const given = setLines(LINES);
    const placed = placedWords(bytes);
    expect(placed.map(({ text }) => text)).toEqual(given.map(({ text }) => text));
    for (const [index, word] of placed.entries()) {
      const box = given[index]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
      expect(Math.abs(word.left - box.x * 595.28)).toBeLessThan(0.6);
      expect(Math.abs(word.right - (box.x + box.width) * 595.28)).toBeLessThan(0.6);
      expect(word.top).toBeLessThan(box.y * 841.89 + 4);
      expect(word.bottom).toBeGreaterThan((box.y + box.height) * 841.89 - 4);
    }
  });

  test('[ARC-2] words are never painted, and the font is embedded, a subset, with its Unicode map', () => {
    expect(expanded(bytes)).toMatch(/BT 3 Tr/);
    expect(fontsOf(bytes)).toEqual([
      { name: 'QMCAAA+QuayInvisible', embedded: true, subset: true, unicode: true },
    ]);
  });

  test('[ARC-1] pages have the size of the paper; the picture has 200 dpi, print 300; a card keeps all it has', () => {
    const sizes = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(pdfInfo(bytes));
    expect(Number(sizes?.[1])).toBeCloseTo(595.2, 0);
    expect(Number(sizes?.[2])).toBeCloseTo(841.9, 0);
    const [print] = images.filter((image) => image['/ImageMask'] === true);
    expect(print?.['/Width']).toBeGreaterThanOrEqual(2480);
    const widths = images.filter((image) => image['/ImageMask'] !== true).map((image) => image['/Width']);
    expect(widths).toEqual([1653, 1653, 1011]);
  });

  test('[ARC-3] title, dossier, language and Hà Nội time stand in the information and in the XMP alike', () => {
    const info = pdfInfo(bytes);
    expect(info).toContain(`Title:           ${about.title}`);
    expect(info).toContain(about.subject);
    const xmp = [...objects.streams.values()].map(String).find((text) => text.startsWith('<?xpacket')) ?? '';
    expect(xmp).toContain('Đơn đề nghị cấp bản sao trích lục &#38; xác nhận');
    expect(xmp).toContain('<xmp:CreateDate>2026-11-22T09:15:00+07:00</xmp:CreateDate>');
    expect(expanded(bytes)).toContain("(D:20261122091500+07'00')");
  });

  test('[ARC-8] the same pages give the same bytes', async () => {
    const page = () => ({ picture: sheet(150, 60, strokes(60)), words: setLines(LINES) });
    expect(Buffer.compare(Buffer.from(await make([page()])), Buffer.from(await make([page()])))).toBe(0);
  });

  test('[ARC-5] grain costs nothing: a full page takes under 60 KB', async () => {
    const alone = await make([{ picture: scan(), words: setLines(LINES) }]);
    expect(alone.length).toBeLessThan(60 * 1024);
  });
});
