import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { findTesseract, tesseractPlaces } from '../../../src/main/native-reading/find-tesseract.ts';
import { createNativeReader, type NativeReader } from '../../../src/main/native-reading/native-reader.ts';
import { isAlive, programThat } from './a-program.ts';

const home = resolve(import.meta.dirname, '../../..');
const picture = { png: new Uint8Array([1, 2, 3]), dpi: 200, darkGround: false, whiteRow: null };
const never = new AbortController().signal;

const folders: string[] = [];
const readers: NativeReader[] = [];
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A reader over a program that behaves as `script` says; `$HERE` is its folder, where it may leave traces. */
async function readerOver(script: string, more: { timeoutMs?: number; size?: number } = {}) {
  const { folder, program } = await programThat(`HERE=$(dirname "$0")\n${script}`);
  folders.push(folder);
  const seen = { broken: 0 };
  const reader = createNativeReader({
    program,
    dataFolder: async () => folder,
    size: 1,
    onBroken: () => {
      seen.broken += 1;
    },
    ...more,
  });
  readers.push(reader);
  const lines = async (name: string): Promise<readonly string[]> =>
    (await readFile(join(folder, name), 'utf8').catch(() => '')).split('\n').filter(Boolean);
  return { reader, seen, lines };
}

/** An unpacked PNG: as many bytes as it has pixels, and a little more. */
const pageOf = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: 'white' } })
    .toColourspace('b-w')
    .png({ compressionLevel: 0 })
    .toBuffer();

describe('reading with the PC’s own program', () => {
  it('[NR-3] gives the picture to its standard input, with our data, its resolution and one thread', async () => {
    const { reader, lines } = await readerOver(
      'echo "$@" >> $HERE/said; echo $OMP_THREAD_LIMIT >> $HERE/said; wc -c | tr -d " " >> $HERE/said; printf "tsv"',
    );
    expect(await reader.read(picture, 'looking')).toMatchObject({ ok: true, value: { tsv: 'tsv' } });
    const [given, threads, bytes] = await lines('said');
    expect(given).toContain(
      `--tessdata-dir ${folders.at(-1)} -l vie --psm 3 -c user_defined_dpi=200 -c tessedit_do_invert=0`,
    );
    expect([threads, bytes]).toEqual(['1', '3']);
  });

  it('[NR-4] a program that hangs is killed with all that it started, tried once more, and then told', async () => {
    const { reader, lines, seen } = await readerOver(
      'echo $$ >> $HERE/pids; sleep 60 & echo $! >> $HERE/pids; wait',
      // Long enough for a loaded machine to begin the program at all.
      { timeoutMs: 3000 },
    );
    expect(await reader.read(picture, 'looking')).toEqual({
      ok: false,
      failure: { code: 'reading-timed-out', remedy: 'officer-decides', facts: { seconds: 3 } },
    });
    const pids = (await lines('pids')).map(Number);
    expect(pids).toHaveLength(4);
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
    // The page was too hard; the program itself may still be good.
    expect(seen.broken).toBe(0);
  });

  it('[NR-4] a program that falls over once is tried again', async () => {
    const { reader } = await readerOver(
      '[ -e $HERE/once ] && { printf tsv; exit 0; }; touch $HERE/once; kill -9 $$',
    );
    expect(await reader.read(picture, 'looking')).toMatchObject({ ok: true });
  });

  it('[NR-5] a program that never worked is given up after its first page, and is not started again', async () => {
    const { reader, seen, lines } = await readerOver('echo x >> $HERE/starts; exit 1');
    const broken = { failure: { code: 'native-engine-failed' } };
    expect(await reader.read(picture, 'looking')).toMatchObject(broken);
    expect(await reader.read(picture, 'looking')).toMatchObject(broken);
    expect([seen.broken, (await lines('starts')).length]).toEqual([1, 2]);
  });

  it('[NR-5] one that has worked fails on a page alone, and is given up when the next page fails too', async () => {
    const { reader, seen } = await readerOver('[ -e $HERE/bad ] && exit 1; touch $HERE/bad; printf tsv');
    expect(await reader.read(picture, 'looking')).toMatchObject({ ok: true });
    expect(await reader.read(picture, 'looking')).toMatchObject({ failure: { code: 'reading-crashed' } });
    expect(seen.broken).toBe(0);
    expect(await reader.read(picture, 'looking')).toMatchObject({
      failure: { code: 'native-engine-failed' },
    });
    expect(seen.broken).toBe(1);
  });

  it('[NR-5] a folder for the model that cannot be written is a program that cannot read', async () => {
    const { program, folder } = await programThat('printf tsv');
    folders.push(folder);
    const refused = () => Promise.reject(new Error('ENOSPC'));
    const reader = createNativeReader({ program, dataFolder: refused, size: 1, onBroken: () => undefined });
    expect(await reader.read(picture, 'looking')).toMatchObject({
      failure: { code: 'native-engine-failed' },
    });
  });

  it('[NR-6] reads as many at once as there are places; who is looked at goes first', async () => {
    const { reader, lines } = await readerOver(
      'cat >> $HERE/order; echo >> $HERE/order; sleep 0.1; printf tsv',
    );
    const page = (name: string) => ({ ...picture, png: new TextEncoder().encode(name) });
    await Promise.all([
      reader.read(page('first'), 'background'),
      reader.read(page('second'), 'background'),
      reader.read(page('seen'), 'looking'),
    ]);
    expect(await lines('order')).toEqual(['first', 'seen', 'second']);
  });

  it('[NR-6] who gives up leaves the queue, and ends the program that reads for it', async () => {
    const { reader, lines } = await readerOver('echo $$ >> $HERE/pids; sleep 60');
    const running = new AbortController();
    const waiting = new AbortController();
    const first = reader.read(picture, 'background', running.signal);
    const second = reader.read(picture, 'background', waiting.signal);
    waiting.abort();
    expect(await second).toMatchObject({ failure: { code: 'reading-cancelled' } });
    await expect.poll(async () => (await lines('pids')).length).toBe(1);
    running.abort();
    expect(await first).toMatchObject({ failure: { code: 'reading-cancelled' } });
    const [pid] = await lines('pids');
    await expect.poll(() => isAlive(Number(pid))).toBe(false);
  });

  it('[NR-11] a page that is alone is read in two parts at once; what is read is told as of one', async () => {
    const part = `printf '1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t9\\t9\\t-1\\t\\n5\\t1\\t1\\t1\\t1\\t1\\t3\\t4\\t5\\t6\\t90\\tchữ\\n'`;
    // Each waits until the other has begun.
    const { reader, lines } = await readerOver(
      `echo x >> $HERE/begun; for n in $(seq 200); do [ $(wc -l < $HERE/begun) -ge 2 ] && break; sleep 0.1; done; ${part}`,
      { size: 2 },
    );
    const png = await pageOf(100, 60);
    const read = await reader.read({ ...picture, png, whiteRow: 40 }, 'looking');
    if (!read.ok) throw new Error(read.failure.code);
    expect(await lines('begun')).toHaveLength(2);
    const words = read.value.tsv.split('\n').filter((row) => row.startsWith('5'));
    expect(words.map((row) => row.split('\t').slice(1, 8).join(' '))).toEqual([
      '1 1 1 1 1 3 4',
      '1 2 1 1 1 3 44',
    ]);
  });

  it('[NR-11] where another page is read, or there is one place only, a page is read whole', async () => {
    const { reader, lines } = await readerOver('echo x >> $HERE/begun; sleep 0.3; printf tsv', { size: 2 });
    const page = { ...picture, png: await pageOf(100, 60), whiteRow: 40 };
    await Promise.all([reader.read(picture, 'looking'), reader.read(page, 'looking')]);
    expect(await lines('begun')).toHaveLength(2);
    const alone = await readerOver('echo x >> $HERE/begun; printf tsv');
    await alone.reader.read(page, 'looking');
    expect(await alone.lines('begun')).toHaveLength(1);
  });

  it('[NR-11] a part that fails ends the other, and the page is tried once more, whole', async () => {
    const { reader, lines, seen } = await readerOver(
      'if mkdir $HERE/failed; then exit 1; fi; echo $$ >> $HERE/pids; [ $(wc -c) -gt 5000 ] || sleep 60; printf tsv',
      { size: 2 },
    );
    const page = { ...picture, png: await pageOf(100, 60), whiteRow: 40 };
    expect(await reader.read(page, 'looking')).toMatchObject({ ok: true, value: { tsv: 'tsv' } });
    await expect.poll(async () => (await lines('pids')).map(Number).filter(isAlive)).toEqual([]);
    expect(seen.broken).toBe(0);
    // Its place was given back: two more are read at once.
    const both = [reader.read(page, 'looking'), reader.read(page, 'looking')];
    for (const each of both) expect(await each).toMatchObject({ ok: true });
  });

  it('[NR-10] gives way to what the officer does', async () => {
    const { reader, lines } = await readerOver(
      'sleep 0.2; sed "s/.*) //" /proc/$$/stat | cut -d" " -f17 >> $HERE/nice; printf tsv',
    );
    expect(await reader.read(picture, 'looking')).toMatchObject({ ok: true });
    expect(Number((await lines('nice'))[0])).toBeGreaterThan(0);
  });

  it.skipIf(!existsSync('/proc/self/autogroup'))(
    '[NR-10] gives way with its whole session, two at once as well',
    async () => {
      // Looks until the kernel has taken the word, as long as the watchdog lets it.
      const { reader, lines } = await readerOver(
        'until grep -q "nice 10" /proc/$$/autogroup; do sleep 0.1; done; cat /proc/$$/autogroup >> $HERE/session; printf tsv',
        { size: 2 },
      );
      const both = await Promise.all([reader.read(picture, 'looking'), reader.read(picture, 'looking')]);
      for (const each of both) expect(each).toMatchObject({ ok: true });
      for (const line of await lines('session')) expect(line).toMatch(/nice 10$/);
    },
  );

  it('[NR-7] closing ends what runs and refuses what waits', async () => {
    const { reader } = await readerOver('sleep 60');
    const both = [reader.read(picture, 'looking', never), reader.read(picture, 'looking', never)];
    reader.close();
    for (const each of both) expect(await each).toMatchObject({ failure: { code: 'reading-cancelled' } });
  });
});

const installed = await findTesseract(tesseractPlaces(process.platform, process.env));

describe.skipIf(installed === null)('the tesseract that is installed here', () => {
  it('[NR-3] reads Vietnamese with the app’s own model', async () => {
    const reader = createNativeReader({
      program: installed?.program ?? '',
      dataFolder: async () => join(home, 'build/ocr-assets'),
      size: 1,
      onBroken: () => undefined,
    });
    readers.push(reader);
    const png = await readFile(join(home, 'tests/renderer/ocr/pictures/notice-head-200dpi.png'));
    const read = await reader.read({ png, dpi: 200, darkGround: false, whiteRow: null }, 'looking');
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.value.tsv.split('\n').map((row) => row.split('\t').at(-1))).toContain('CỘNG');
    // It gives way to everything else that is at work here.
  }, 240_000);
});
