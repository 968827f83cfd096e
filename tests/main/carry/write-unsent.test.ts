import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUnfinished } from '../../../src/main/carry/carried-names.ts';
import { checkCarriedFile, openCarriedFile } from '../../../src/main/carry/carried-reading.ts';
import { planUnsent } from '../../../src/main/carry/unsent-plan.ts';
import { writeUnsent } from '../../../src/main/carry/write-unsent.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { runOnSmallDisk } from '../disk/small-disk.ts';
import { madeUpUnsent } from './made-up-unsent.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stick-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
const script = join(import.meta.dirname, 'export-in-process.ts');
const page = (n: number, byteLength: number) => ({
  sha256: n.toString(16).padStart(64, '0') as Sha256,
  byteLength,
  mediaType: 'image/jpeg',
});

describe('what goes on the stick', () => {
  it('[CA-20] what is due first goes first; what does not fit stays whole, and what is smaller may follow it', () => {
    const dossiers = [[page(1, 1000), page(2, 1000)], [page(3, 900_000)], [page(2, 1000), page(4, 500)]].map(
      (pages) => ({ pages }),
    );
    const plan = planUnsent(dossiers, 1000, { roomBytes: 60_000, mostFileBytes: 1e9 });
    expect(plan?.parts.map((part) => part.map(({ sha256 }) => Number.parseInt(sha256, 16)))).toEqual([
      [1, 2, 4],
    ]);
    expect(plan?.leftOut).toEqual({ dossiers: 1, pages: 1, bytes: 900_000 });
    expect(planUnsent(dossiers, 1000, { roomBytes: 10_000, mostFileBytes: 1e9 })).toBeNull();
  });

  it('[CA-20] every page goes once or is counted as left, and no file is larger than it may be', () => {
    const sizes = fc.array(fc.array(fc.integer({ min: 1, max: 90_000 }), { maxLength: 6 }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 20_000, max: 2_000_000 }), (all, roomBytes) => {
        const dossiers = all.map((pages, i) => ({
          pages: pages.map((bytes, j) => page(i * 100 + j, bytes)),
        }));
        const n = all.flat().length;
        const mostFileBytes = 250_000;
        const plan = planUnsent(dossiers, 2000, { roomBytes, mostFileBytes });
        if (plan === null) return;
        const planned = plan.parts.flat().map(({ sha256 }) => sha256);
        expect(new Set(planned).size).toBe(planned.length);
        expect(planned.length + plan.leftOut.pages).toBe(n);
        expect(plan.totalBytes).toBeLessThanOrEqual(roomBytes);
        for (const part of plan.parts)
          expect(part.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(mostFileBytes);
      }),
    );
  });

  it('[CA-21] cancelled: nothing is left, and the next export begins anew', async () => {
    const { ports } = madeUpUnsent(40, 100_000);
    const stop = new AbortController();
    const cancelled = await writeUnsent(ports, {
      folder,
      mostFileBytes: 1_000_000,
      signal: stop.signal,
      onProgress: ({ doneBytes }) => doneBytes > 3_000_000 && stop.abort(),
    });
    expect(cancelled).toMatchObject({ failure: { code: 'carry-cancelled' } });
    expect(readdirSync(folder)).toEqual([]);
    expect(await writeUnsent(ports, { folder, ...quiet })).toMatchObject({ ok: true });
  });

  it('[CA-22] a page that the desk has no longer whole is counted and holds up no other', async () => {
    const { ports, city, isSaid, shas } = madeUpUnsent(3, 1000);
    const readPage: typeof ports.readPage = (sha256) =>
      sha256 === shas[1] ? Promise.resolve(null) : ports.readPage(sha256);
    const written = await writeUnsent({ ...ports, readPage }, { folder, ...quiet });
    expect(written).toMatchObject({ value: { pages: 2, unreadable: 1 } });
    const opened = await openCarriedFile(join(folder, readdirSync(folder)[0] ?? ''), () => city.privateKey);
    if (!opened.ok) throw new Error(opened.failure.code);
    expect(await checkCarriedFile(opened.value, isSaid)).toMatchObject({ ok: true });
    await opened.value.close();
  });

  it('[CA-23] without the city’s key, or with nothing to carry, it says so; a folder that is gone too', async () => {
    const { ports } = madeUpUnsent(1, 1000);
    const unsent = async () => ({ ...(await ports.unsent()), carryKey: null });
    const code = async (changes: Partial<typeof ports>, at = folder) => {
      const written = await writeUnsent({ ...ports, ...changes }, { folder: at, ...quiet });
      return written.ok ? 'ok' : written.failure.code;
    };
    expect(await code({ unsent })).toBe('carry-city-key-missing');
    expect(
      await code({ unsent: async () => ({ ...(await ports.unsent()), headSeq: 0, dossiers: [] }) }),
    ).toBe('carry-nothing-unsent');
    expect(await code({}, join(folder, 'pulled-out'))).toBe('carry-stick-gone');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('[CA-24] a full stick takes the most urgent and says what is left; one that fills up meanwhile keeps no half file', {
    timeout: 120_000,
  }, async () => {
    const told = await runOnSmallDisk(join(import.meta.dirname, 'fill-stick.ts'), 12 * 1024);
    expect(told).toMatchObject({
      afterFirst: ['Ho-so_60-ho-so.qmc'],
      second: 'carry-stick-full',
      afterSecond: 1,
      third: 'carry-stick-too-small',
    });
    // Room for the reply is kept free: 4 MB of 12.
    const { first } = told as { first: { pages: number; left: { pages: number } } };
    expect(first.pages).toBeGreaterThan(30);
    expect(first.pages + first.left.pages).toBe(60);
    expect(first.left.pages).toBeGreaterThan(18);
  });

  it('[CA-25] killed at any moment: only whole files have a name, and the next export tidies up', {
    timeout: 180_000,
  }, async () => {
    let cut = 0;
    for (let round = 0; round < 8; round += 1) {
      const child = spawn(process.execPath, [script, folder, '120', '150000'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      const ended = once(child, 'close');
      setTimeout(() => child.kill('SIGKILL'), 15 + Math.random() * 350);
      const [, signal] = await ended;
      if (signal === 'SIGKILL') cut += 1;
      for (const name of readdirSync(folder)) {
        if (isUnfinished(name, 'CN02-Q01')) continue;
        const opened = await openCarriedFile(join(folder, name), () => madeUpUnsent(1, 10).city.privateKey);
        if (!opened.ok) throw new Error(`${name}: ${opened.failure.code}`);
        // Each process has a signing key of its own; that every seal holds is what counts here.
        expect(await checkCarriedFile(opened.value, () => true)).toMatchObject({ ok: true });
        await opened.value.close();
      }
    }
    expect(cut).toBeGreaterThan(0);
    const { ports } = madeUpUnsent(2, 1000);
    expect(await writeUnsent(ports, { folder, ...quiet })).toMatchObject({ ok: true });
    expect(readdirSync(folder).filter((name) => isUnfinished(name, 'CN02-Q01'))).toEqual([]);
  });

  it('[CA-26] 300 MB go through flat memory', { timeout: 180_000 }, async () => {
    const child = spawn(process.execPath, [script, folder, '150', '2000000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    await once(child, 'close');
    const { pages, peakBytes, files } = JSON.parse(said.trim().split('\n').at(-1) ?? '');
    expect(pages).toBe(150);
    expect(files[0].byteLength).toBeGreaterThan(300_000_000);
    expect(peakBytes).toBeLessThan(260 * 1024 * 1024);
  });
});
