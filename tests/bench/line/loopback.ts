import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../../main/city/practice-desk.ts';
import { median } from '../median.ts';
import { atLeast, type ReportRow, shown } from '../report.ts';
import { openCalls, openDeskWithCity } from './desk-with-city.ts';

const run = promisify(execFile);
const ROUNDS = 2;
const PAGES = 8;
const PAGE_BYTES = 400_000;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** `curl -T` of the same number of pages to the same city, each begun and sent over one kept connection; seconds. */
async function byCurl(cityUrl: string, token: string, pages: readonly Buffer[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-curl-'));
  try {
    const lines: string[] = [];
    for (const [n, bytes] of pages.entries()) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = join(folder, String(n));
      await writeFile(file, bytes);
      const common = [
        'header = "Tus-Resumable: 1.0.0"',
        `header = "Authorization: Bearer ${token}"`,
        'output = "/dev/null"',
      ];
      lines.push(
        ...[`url = "${cityUrl}/v1/pages"`, 'request = "POST"', `header = "Upload-Length: ${bytes.length}"`],
        ...[`header = "Upload-Metadata: sha256 ${base64(sha256)},mediatype ${base64('image/jpeg')}"`],
        ...['header = "Content-Length: 0"', ...common, 'next'],
        ...[`url = "${cityUrl}/v1/pages/${sha256}"`, 'request = "PATCH"', `upload-file = "${file}"`],
        ...['header = "Upload-Offset: 0"', 'header = "Content-Type: application/offset+octet-stream"'],
        ...['header = "Expect:"', 'fail', ...common, 'next'],
      );
    }
    lines.pop();
    const config = join(folder, 'curl.config');
    await writeFile(config, lines.join('\n'));
    const startedMs = performance.now();
    await run('curl', ['--silent', '--show-error', '--config', config]);
    return (performance.now() - startedMs) / 1000;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Bytes a second of the desk's own line on loopback, pages hashed and acknowledged, beside curl's: by turns, medians. */
export async function measure(): Promise<readonly ReportRow[]> {
  const { city, desk, close } = await openDeskWithCity();
  const calls = await openCalls(desk, city.url);
  const fresh = () => Array.from({ length: PAGES }, () => randomBytes(PAGE_BYTES));
  const ours: number[] = [];
  const curls: number[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const curlSeconds = await byCurl(city.url, calls.token, fresh());
      const pages = fresh().map((bytes) => desk.addPage(bytes));
      const startedMs = performance.now();
      await desk.receive({ pages });
      await until(() => desk.line().status().unsentPages === 0, 'the pages to be there', 120_000);
      const ourSeconds = (performance.now() - startedMs) / 1000;
      // The first round warms both up.
      if (round > 0) {
        curls.push(curlSeconds);
        ours.push(ourSeconds);
      }
    }
  } finally {
    calls.close();
    await close();
  }
  const perSecond = (seconds: readonly number[]): number => (PAGES * PAGE_BYTES) / 1e6 / median(seconds);
  return [
    shown('loopback: curl -T of 8 pages of 400 KB', perSecond(curls), 'MB/s'),
    shown('loopback: the line, facts and all', perSecond(ours), 'MB/s'),
    atLeast('loopback: the line to curl -T', median(curls) / median(ours), '', 0.8),
  ];
}
