import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfAFindings } from '../../main/documents/archival-pdf/pdf-a-findings.ts';
import { pdfObjects } from '../../main/documents/archival-pdf/pdf-objects.ts';
import { checkWithQpdf, pageTexts } from '../../main/documents/pdf-tools.ts';
import { fixture } from '../../main/page-images/page-fixtures.ts';

const command = resolve(import.meta.dirname, '../../../build/read/read.ts');
const LONGEST_MS = 120_000;
const PHRASE = 'hộp thư điện tử do cơ quan đăng ký cư trú';
const A4_POINTS = [595, 842] as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-command-'));
  // The head of a page: as much print as a test needs.
  const head = await sharp(fixture('vn05_tt66-2023_p03.png'))
    .extract({ left: 0, top: 0, width: 1600, height: 700 })
    .withDensity(200)
    .png()
    .toBuffer();
  await writeFile(
    join(folder, 'upside-down.png'),
    await sharp(head).rotate(180).withDensity(200).png().toBuffer(),
  );
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([...A4_POINTS]);
  page.drawImage(await pdf.embedPng(head), { x: 10, y: 570, width: 576, height: 252 });
  pdf.addPage([...A4_POINTS]);
  await writeFile(join(folder, 'two pages.pdf'), await pdf.save());
  await writeFile(join(folder, 'broken.jpg'), fixture('vn31_tt150-2020_p06_bang.jpg').subarray(0, 3000));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command with a folder for temporary files of its own. */
async function read(words: readonly string[]) {
  const temporary = await mkdtemp(join(tmpdir(), 'read-'));
  const ran = spawn(process.execPath, [command, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, INIT_CWD: folder, TMPDIR: temporary },
  });
  const said = { stdout: '', stderr: '' };
  ran.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  ran.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  const code = await new Promise<number | null>((settle) => ran.on('close', settle));
  const left = (await readdir(temporary)).filter((name) => name.startsWith('read-'));
  await rm(temporary, { recursive: true, force: true });
  return { ...said, code, left };
}

describe('npm run read', () => {
  it(
    'reads pages in their order, says what it cannot read in both languages, and goes on',
    async () => {
      const files = ['upside-down.png', 'broken.jpg', join(folder, 'two pages.pdf'), 'nothing-there.tif'];
      const { stdout, stderr, code, left } = await read([...files, '--json', '--pdf', 'all.pdf']);
      const pages = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(pages.map(({ file, page }) => [file, page])).toEqual([
        [join(folder, 'upside-down.png'), 1],
        [join(folder, 'two pages.pdf'), 1],
        [join(folder, 'two pages.pdf'), 2],
      ]);
      for (const page of pages) {
        expect(Object.keys(page).sort()).toEqual([
          'codes',
          'contradictions',
          'engine',
          'fields',
          'file',
          'kind',
          'meanConfidence',
          'mrz',
          'page',
          'rotationDegrees',
          'seconds',
          'skewDegrees',
          'text',
        ]);
      }
      const [turned, first, blank] = pages;
      expect(turned.rotationDegrees).toBe(180);
      expect(turned.text).toContain(PHRASE);
      expect(first.rotationDegrees).toBe(0);
      expect(first.text).toContain(PHRASE);
      expect(first.meanConfidence).toBeGreaterThan(0.85);
      expect(blank).toMatchObject({ text: '', fields: [] });

      const sentences = stderr.split('\n').filter((line) => line.startsWith(folder));
      expect(sentences).toEqual([
        expect.stringMatching(/broken\.jpg: .*[ạảệđ].* \/ .*(?:damaged|incomplete|cut off).*/i),
        expect.stringMatching(/nothing-there\.tif: Không đọc được tệp .* \/ The file .* cannot be read/),
        `${join(folder, 'all.pdf')}: 3 pages`,
      ]);

      // [ARC-1] every page that there was, in order, upright, the blank one too, with its words.
      const archive = await readFile(join(folder, 'all.pdf'));
      expect(checkWithQpdf(archive)).toContain('No syntax');
      expect(pdfAFindings(pdfObjects(archive))).toEqual([]);
      const [turnedText, firstText, blankText] = pageTexts(archive);
      expect([turnedText, firstText]).toEqual([
        expect.stringContaining(PHRASE),
        expect.stringContaining(PHRASE),
      ]);
      expect(blankText).toBe('');
      expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      expect(code).toBe(1);
      expect(left).toEqual([]);
    },
    LONGEST_MS,
  );

  it('without a file, or with a word it does not know, says how it is used', async () => {
    for (const words of [[], ['a.png', '--fast'], ['a.png', '--engine=best']]) {
      const { stdout, stderr, code } = await read(words);
      expect(stdout).toBe('');
      expect(stderr).toContain('npm run read -- FILE…');
      expect(code).toBe(2);
    }
  });
});
