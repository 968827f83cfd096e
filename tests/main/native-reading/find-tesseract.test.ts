import { rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  findTesseract,
  parseTesseractVersion,
  tesseractPlaces,
} from '../../../src/main/native-reading/find-tesseract.ts';
import { programThat } from './a-program.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function placeOf(script: string): Promise<string> {
  const { folder, program } = await programThat(script);
  folders.push(folder);
  return program;
}

describe('the tesseract of the PC', () => {
  it('[NR-1] is looked for in the folders of PATH, never in the one somebody stands in', () => {
    const path = ['/usr/bin', '.', '', 'bin', '/opt/x'].join(delimiter);
    expect(tesseractPlaces('linux', { PATH: path })).toEqual(['/usr/bin/tesseract', '/opt/x/tesseract']);
  });

  it('[NR-1] on Windows first where its installer puts it', () => {
    const places = tesseractPlaces('win32', {
      ProgramFiles: '/pf',
      LOCALAPPDATA: '/users/ha',
      Path: '/tools',
    });
    expect(places).toEqual([
      join('/pf/Tesseract-OCR/tesseract.exe'),
      join('/users/ha/Programs/Tesseract-OCR/tesseract.exe'),
      join('/tools/tesseract.exe'),
    ]);
  });

  it.each([
    ['tesseract 5.3.0\n leptonica-1.82.0', '5.3.0'],
    ['tesseract v5.4.0.20240606', '5.4.0.20240606'],
    ['tesseract 4.1.1', null],
    ['tesseract 10.0.1', '10.0.1'],
    ['another 5.3.0', null],
  ])('[NR-2] says its version: %s', (said, version) => {
    expect(parseTesseractVersion(said)).toBe(version);
  });

  it('[NR-2] is the first that starts and is new enough', async () => {
    const old = await placeOf('echo "tesseract 4.1.1"');
    const broken = await placeOf('exit 3');
    const good = await placeOf('echo "tesseract 5.3.0"');
    expect(await findTesseract(['/nowhere/tesseract', old, broken, good])).toEqual({
      program: good,
      version: '5.3.0',
    });
    expect(await findTesseract([old, broken])).toBeNull();
  });
});
