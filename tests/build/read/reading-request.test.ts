import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseReadingRequest } from '../../../build/read/reading-request.ts';

describe('npm run read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quay-request-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'scan.pdf'), '%PDF');
  symlinkSync(join(folder, 'scan.pdf'), join(folder, 'link.pdf'));
  mkdirSync(join(folder, 'a-folder'));
  const parse = (...words: string[]) => parseReadingRequest(words, folder);

  it('takes files where the person stands, in order', () => {
    expect(parse('b.jpg', '/x/a.png')).toMatchObject({
      files: [join(folder, 'b.jpg'), '/x/a.png'],
      pdf: null,
    });
  });
  it('takes --pdf with its file, before or behind the files, with or without a sign between', () => {
    const pdf = join(folder, 'out.pdf');
    expect(parse('a.jpg', '--pdf', 'out.pdf', '--json')).toMatchObject({ pdf, asJson: true });
    expect(parse('--pdf=out.pdf', 'a.jpg')).toMatchObject({ pdf, files: [join(folder, 'a.jpg')] });
  });
  it('never overwrites a file that it reads, by whatever name', () => {
    expect(parse('scan.pdf', '--pdf', 'scan.pdf')).toMatch(/not overwritten/);
    expect(parse('scan.pdf', '--pdf', 'link.pdf')).toMatch(/not overwritten/);
  });
  it('says before it starts what cannot be: no folder, a folder, no name, twice, no file', () => {
    expect(parse('a.jpg', '--pdf', 'nowhere/out.pdf')).toMatch(/not there/);
    expect(parse('a.jpg', '--pdf', 'a-folder')).toMatch(/is a folder/);
    expect(parse('a.jpg', '--pdf')).toMatch(/needs the name/);
    expect(parse('a.jpg', '--pdf', '--json')).toMatch(/needs the name/);
    expect(parse('a.jpg', '--pdf', 'a.pdf', '--pdf', 'b.pdf')).toMatch(/once/);
    expect(parse('--pdf', 'a.pdf')).toMatch(/No file/);
    expect(parse('a.jpg', '--djvu')).toMatch(/Unknown: --djvu/);
  });
});
