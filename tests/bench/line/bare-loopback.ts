import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createExchange } from '../../../src/main/city/exchange.ts';
import { sendChunk } from '../../../src/main/city/page-upload.ts';
import { createRoute } from '../../../src/main/city/route.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { median } from '../median.ts';
import { atLeast, type ReportRow, shown } from '../report.ts';
import { startBareServer } from './bare-server.ts';

const run = promisify(execFile);
const ROUNDS = 7;
const PAGES = 16;
const PAGE_BYTES = 400_000;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1000;
}

/** `curl -T` of all pages over one kept connection, one after the other. */
async function byCurl(url: string, folder: string, pages: readonly Buffer[]): Promise<number> {
  const config: string[] = [];
  for (const [n, bytes] of pages.entries()) {
    const file = join(folder, `page-${n}`);
    await writeFile(file, bytes);
    config.push(`upload-file = "${file}"`, `url = "${url}/"`, 'output = "/dev/null"');
  }
  const path = join(folder, 'curl.config');
  await writeFile(path, ['fail', 'header = "Expect:"', ...config].join('\n'));
  return secondsOf(() => run('curl', ['--silent', '--show-error', '--config', path]));
}

/**
 * The desk's own way of sending a page (hashed again before it goes, one request a page, kept connection) and `curl -T` to
 * the same bare server that writes to the disk and flushes at the end, by turns. Without the city's database on both
 * sides: what is compared is the sending alone.
 */
export async function measure(): Promise<readonly ReportRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-bare-'));
  const server = await startBareServer(folder);
  const { signal } = new AbortController();
  const route = createRoute({ cityUrl: server.url, log: () => undefined });
  const exchange = createExchange({
    cityUrl: server.url,
    route,
    signal,
    nowMs: () => performance.now(),
    onBytes: () => undefined,
  });
  const byDesk = (pages: readonly Buffer[]) =>
    secondsOf(async () => {
      for (const bytes of pages) {
        const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256; // 64 hex digits
        const sent = await sendChunk(
          { exchange, hasNetwork: () => true },
          {
            ...{ token: 'none', sha256, mediaType: 'image/jpeg', byteLength: bytes.length },
            ...{ offset: 0, begin: true, bytes },
          },
        );
        if (!sent.ok || sent.value.kind !== 'taken') throw new Error('a page was not taken');
      }
    });
  const curls: number[] = [];
  const desks: number[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const pages = Array.from({ length: PAGES }, () => randomBytes(PAGE_BYTES));
      const curl = await byCurl(server.url, folder, pages);
      const desk = await byDesk(pages);
      // The first round warms both up.
      if (round > 0) {
        curls.push(curl);
        desks.push(desk);
      }
    }
  } finally {
    route.startAfresh();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const perSecond = (seconds: readonly number[]): number => (PAGES * PAGE_BYTES) / 1e6 / median(seconds);
  return [
    shown('loopback, bare server that flushes: curl -T of 16 pages of 400 KB', perSecond(curls), 'MB/s'),
    shown('loopback, bare server that flushes: the desk’s sending', perSecond(desks), 'MB/s'),
    atLeast('loopback, bare server: the desk’s sending to curl -T', median(curls) / median(desks), '', 0.8),
  ];
}
