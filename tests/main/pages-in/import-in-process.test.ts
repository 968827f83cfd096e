import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { utilityProcess } from '../../../build/electron-on-chromium/api/utility-process.ts';
import type { ImportChild } from '../../../src/main/pages-in/process/import-child.ts';
import {
  createImportProcesses,
  IMPORT_TIMES,
  type ImportTimes,
} from '../../../src/main/pages-in/process/import-in-process.ts';
import type { PutPage } from '../../../src/main/pages-in/put-page.ts';
import { startDriverProcess } from '../../../src/main/scanners/programs/driver-process.ts';
import { Sha256 } from '../../../src/shared/base/ids.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import { fixture, scannedPdf } from './page-files.ts';

const PROGRAM = fileURLToPath(
  new URL('../../../src/main/pages-in/process/import-program.ts', import.meta.url),
);
const scan = fixture('vn31_tt150-2020_p06_bang.jpg');

/** A program that answers a file with these lines; `port` and `data` are at hand. */
function programThat(lines: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'import-program-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const path = join(dir, 'program.mjs');
  writeFileSync(
    path,
    `const port = process.parentPort;\nport.on('message', ({ data }) => {\n${lines}\n});\n`,
  );
  return path;
}

function opened(program = PROGRAM, times: Partial<ImportTimes> = {}) {
  const pids: (number | undefined)[] = [];
  const processes = createImportProcesses(
    (): ImportChild => {
      // only `fork` is used, which the stand-in has as Electron does
      const child = startDriverProcess<never, never>(utilityProcess as never, program, 'Files');
      pids.push(child.pid);
      return child as unknown as ImportChild;
    },
    { ...IMPORT_TIMES, ...times },
  );
  onTestFinished(processes.close);
  const stored: Buffer[] = [];
  const putPage: PutPage = async (bytes, facts) => {
    stored.push(bytes);
    return ok({ sha256: Sha256.parse('a'.repeat(64)), byteLength: bytes.length, ...facts });
  };
  const { makeReady } = processes;
  const take = (bytes: Uint8Array, put = putPage) =>
    processes.importFile({ name: 'don.pdf', bytes }, { putPage: put });
  return { take, makeReady, stored, pids, close: processes.close };
}

describe('[PGI-11] files are opened by a process of their own', () => {
  it('which gives the same pages, one after the other, and is used again', async () => {
    const { take, stored, pids } = opened();
    expect(await take(scan)).toMatchObject({ ok: true, value: { pages: [{ width: 1644, dpi: 200 }] } });
    expect(stored[0]?.equals(scan)).toBe(true);
    const pdf = await (await scannedPdf([scan, scan], 595)).save();
    expect(await take(pdf)).toMatchObject({ ok: true, value: { pages: [{ dpi: 199 }, { dpi: 199 }] } });
    expect(await take(Buffer.from('text'))).toMatchObject({ failure: { code: 'file-not-a-picture' } });
    expect(pids).toHaveLength(1);
  }, 30_000);

  it('which may be started before the first file comes, once', async () => {
    const { take, makeReady, pids } = opened();
    makeReady();
    makeReady();
    expect(pids).toHaveLength(1);
    expect((await take(scan)).ok).toBe(true);
    expect(pids).toHaveLength(1);
  }, 30_000);

  it('what the store refuses ends the import', async () => {
    const { take } = opened();
    expect(await take(scan, async () => fail('disk-full', 'officer-decides'))).toMatchObject({
      failure: { code: 'disk-full' },
    });
    expect((await take(scan)).ok).toBe(true);
  }, 30_000);

  it('that a file brings down: the file is refused, the next one is opened by another', async () => {
    const { take, pids } = opened(
      programThat(
        "if (Buffer.from(data.bytes).toString() === 'bomb') process.abort();\nport.postMessage({ type: 'imported', pages: [] });",
      ),
    );
    const results = await Promise.all([take(Buffer.from('bomb')), take(Buffer.from('fine'))]);
    expect(results).toMatchObject([{ failure: { code: 'file-reader-crashed' } }, { ok: true }]);
    expect(await take(Buffer.from('fine'))).toMatchObject({ ok: true });
    expect(pids).toHaveLength(2);
  });

  it('that a file hangs: it is ended', async () => {
    const { take, pids } = opened(programThat('for (;;);'), { silenceMs: 1500 });
    expect(await take(Buffer.from('x'))).toMatchObject({ failure: { code: 'file-reader-hung' } });
    await expect.poll(() => isRunning(pids[0])).toBe(false);
  });

  it('that is closed in the middle answers', async () => {
    const { take, close } = opened(programThat(''));
    const taking = take(Buffer.from('x'));
    close();
    expect(await taking).toMatchObject({ failure: { code: 'file-reader-crashed' } });
  });

  it('that has nothing to do ends itself after a while', async () => {
    const { take, pids } = opened(programThat("port.postMessage({ type: 'imported', pages: [] });"), {
      idleMs: 100,
    });
    await take(Buffer.from('x'));
    await expect.poll(() => isRunning(pids[0])).toBe(false);
  });
});

function isRunning(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
