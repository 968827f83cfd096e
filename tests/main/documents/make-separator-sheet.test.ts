import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeSeparatorSheet } from '../../../src/main/documents/separator-sheet/make-separator-sheet.ts';
import { SEPARATOR_TEXT } from '../../../src/shared/domain/checklist/separator.ts';
import { loadFonts } from './package-fonts.ts';
import { checkWithQpdf, expanded, fontsOf, pageTexts, pdfInfo } from './pdf-tools.ts';

let sheet: Uint8Array;
beforeAll(async () => {
  sheet = await makeSeparatorSheet(await loadFonts());
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'separator-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function scanned(dpi: number): Buffer {
  const folder = aFolder();
  writeFileSync(join(folder, 'sheet.pdf'), sheet);
  execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-png', '-singlefile', 'sheet.pdf', 'page'], {
    cwd: folder,
  });
  return readFileSync(join(folder, 'page.png'));
}

/** What zbar reads on a picture, one line a code. */
async function codesOn(picture: Sharp): Promise<readonly string[]> {
  const path = join(aFolder(), 'page.png');
  await picture.png().toFile(path);
  return execFileSync('zbarimg', ['--nodbus', '--quiet', '--raw', path], { encoding: 'utf8' })
    .trim()
    .split('\n');
}

describe('separator sheet', () => {
  it('[SEP-1] both codes are found whichever way it lies, crooked too', async () => {
    const page = scanned(200);
    for (const angle of [0, 90, 180, 270, 7, -12]) {
      const codes = await codesOn(sharp(page).rotate(angle, { background: 'white' }));
      expect(codes, `${angle}°`).toEqual([SEPARATOR_TEXT, SEPARATOR_TEXT]);
    }
  });

  it('[SEP-1] one code is enough, also at 75 dpi', async () => {
    const page = scanned(75);
    const { width, height } = await sharp(page).metadata();
    const half = Math.floor(height / 2);
    for (const top of [0, half]) {
      const part = sharp(page).extract({ left: 0, top, width, height: half });
      expect(await codesOn(part)).toEqual([SEPARATOR_TEXT]);
    }
  });

  it('[SEP-1] the picture that the code reader is tested with is this sheet', async () => {
    const plain = async (picture: Sharp) =>
      picture.greyscale().toColourspace('b-w').resize(413, 584, { fit: 'fill' }).raw().toBuffer();
    const [now, kept] = await Promise.all([
      plain(sharp(scanned(200))),
      plain(sharp(join(import.meta.dirname, '../../fixtures/pages/separator-sheet.png'))),
    ]);
    const differing = now.filter((grey, at) => Math.abs(grey - (kept[at] ?? 0)) > 96).length;
    expect(differing / now.length).toBeLessThan(0.005);
  });

  it('[SEP-2] says in both languages what it is, on one sheet', () => {
    const [text, ...more] = pageTexts(sheet);
    expect(more).toEqual([]);
    expect(text).toMatch(/^TỜ PHÂN CÁCH SEPARATOR SHEET Đặt giữa hai giấy tờ .* Lay it between two papers/);
    expect(pdfInfo(sheet)).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
  });

  it('[DOC-1] [DOC-2] [DOC-3] is PDF/A with embedded fonts, always the same bytes', async () => {
    checkWithQpdf(sheet);
    expect(fontsOf(sheet).every(({ embedded, subset, unicode }) => embedded && subset && unicode)).toBe(true);
    const whole = expanded(sheet);
    expect(whole).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
    expect(whole).toContain('/GTS_PDFA1');
    expect(whole).toContain('/Lang (vi-VN)');
    expect(Buffer.from(await makeSeparatorSheet(await loadFonts())).equals(sheet)).toBe(true);
  });
});
