import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { beginArchivalFile } from '../../../../src/main/documents/archival-pdf/archival-file.ts';
import { about, setLines, sheet, strokes, tinos } from './sample-page.ts';

/** Debian's libpdfbox2-java and what it needs. */
const JARS = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-io',
  'commons-logging',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`);
const missing = [...JARS, '/usr/bin/java'].filter((file) => !existsSync(file));
if (missing.length > 0)
  console.log(`PDFBox Preflight is not here (${missing.join(', ')}): PDF/A-1b is not checked.`);

/**
 * Preflight knows PDF/A-1b only. The maker builds that from the same code, so its font, colours, metadata and structure
 * are looked at by somebody else. No program that checks 2b is to be had from Debian or npm.
 */
describe.skipIf(missing.length > 0)('archival PDF before PDFBox Preflight', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quay-preflight-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function verdict(conformance: '1B' | '2B'): Promise<string> {
    const file = beginArchivalFile({ ...about, conformance }, tinos);
    const words = setLines(['Độc lập - Tự do - Hạnh phúc', 'Số: 117/QĐ-UBND']);
    const pages = [
      await file.addPage({ picture: sheet(210, 297, strokes(400)), words }),
      await file.addPage({ picture: sheet(210, 297, []), words: [] }),
    ];
    const path = join(folder, `${conformance}.pdf`);
    writeFileSync(path, Buffer.concat([...pages, file.end()]));
    const ran = spawnSync(
      'java',
      ['-cp', JARS.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', path],
      {
        encoding: 'utf8',
      },
    );
    return `${ran.stdout}${ran.stderr}`;
  }

  test('[ARC-3] built as 1b it is valid', async () => {
    expect(await verdict('1B')).toContain('is a valid PDF/A-1b file');
  });

  test('[ARC-3] built as 2b it fails there for being 2b only: its part, and the list of glyphs that only part 1 wants', async () => {
    const said = await verdict('2B');
    expect(said).toContain('is not a valid PDF/A-1b file');
    expect(
      said
        .split('\n')
        .filter((line) => /^\d/.test(line))
        .map((line) => line.split(' ')[0]),
    ).toEqual(['3.1.11', '7.11.2']);
  });
});
