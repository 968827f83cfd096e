import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDocumentStore, openPageStore } from '../../../src/main/page-store/page-store.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { StoredPage } from '../../../src/shared/domain/page/page.ts';

const CHUNK = 64 * 1024;
const META = { mediaType: 'image/jpeg', width: 1654, height: 2339, dpi: 200 } as const;
const KEY = Buffer.alloc(32, 9);

function freshFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'pages-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
async function opened(dir: string, key = KEY) {
  const result = await openPageStore({ dir, key });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
type Store = Awaited<ReturnType<typeof opened>>;
async function stored(store: Store, content: Uint8Array | AsyncIterable<Uint8Array>) {
  const result = await store.put(content, META);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const pathOf = (dir: string, sha256: Sha256) => join(dir, sha256.slice(0, 2), sha256);

async function streamed(store: Store, sha256: Sha256): Promise<Buffer | string> {
  const read = await store.openRead(sha256);
  if (!read.ok) return read.failure.code;
  return buffer(read.value.stream).catch((thrown: { code: string }) => thrown.code);
}

describe('page store', () => {
  it('[PS-1] names a page by the hash of its bytes and gives them back, after a restart too', async () => {
    const dir = freshFolder();
    const bytes = randomBytes(300_000);
    const page = await stored(await opened(dir), bytes);
    expect(page).toEqual({ ...META, sha256: sha256Of(bytes), byteLength: bytes.length });
    expect(StoredPage.parse(page)).toEqual(page);
    const store = await opened(dir);
    expect(await store.readAll(page.sha256)).toEqual({ ok: true, value: { meta: page, bytes } });
    expect(await streamed(store, page.sha256)).toEqual(bytes);
    expect(await store.verify(page.sha256)).toEqual({ ok: true, value: page });
    expect(await store.has(page.sha256)).toBe(true);
    expect(await readdir(join(dir, 'unfinished'))).toEqual([]);
  });

  it('[PS-1] a source that writes each piece into the same memory loses none', async () => {
    const store = await opened(freshFolder());
    const bytes = randomBytes(3 * CHUNK + 777);
    async function* reused() {
      const room = Buffer.alloc(CHUNK - 1000);
      for (let at = 0; at < bytes.length; at += room.length) {
        yield room.subarray(0, bytes.copy(room, 0, at));
      }
    }
    const page = await stored(store, reused());
    expect(page.sha256).toBe(sha256Of(bytes));
    expect(await store.readAll(page.sha256)).toEqual({ ok: true, value: { meta: page, bytes } });
  });

  it('[PS-1] any bytes in any pieces come back the same', async () => {
    const store = await opened(freshFolder());
    const lengths = fc.oneof(
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom(CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1, 3 * CHUNK),
    );
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 1, max: 100_000 }), async (length, piece) => {
        const bytes = randomBytes(length);
        const pieces = Array.from({ length: Math.ceil(length / piece) }, (_, n) =>
          bytes.subarray(n * piece, (n + 1) * piece),
        );
        const page = await stored(store, Readable.from(pieces));
        expect(page.sha256).toBe(sha256Of(bytes));
        expect(await streamed(store, page.sha256)).toEqual(bytes);
      }),
      { numRuns: 40 },
    );
  });

  it('[PS-2] the same content, also twice at once, is one file with its first description', async () => {
    const dir = freshFolder();
    const store = await opened(dir);
    const bytes = randomBytes(100_000);
    const [one, two] = await Promise.all([stored(store, bytes), stored(store, bytes)]);
    const again = await store.put(bytes, { ...META, dpi: 300 });
    expect(two).toEqual(one);
    expect(again).toEqual({ ok: true, value: one });
    expect(await readdir(join(dir, one.sha256.slice(0, 2)))).toEqual([one.sha256]);
    expect(await readdir(join(dir, 'unfinished'))).toEqual([]);
  });

  it('[PS-3] nothing on the disk shows what is in it', async () => {
    const dir = freshFolder();
    const page = await stored(await opened(dir), Buffer.from('số định danh 001099012345 '.repeat(50)));
    const file = readFileSync(pathOf(dir, page.sha256));
    expect(file.includes('001099012345')).toBe(false);
    expect(file.includes('image/jpeg')).toBe(false);
    const foreign = await opened(dir, Buffer.alloc(32, 1));
    expect(await streamed(foreign, page.sha256)).toBe('page-damaged');
  });

  it('[PS-4] a damaged byte anywhere is reported, and no wrong byte is served', async () => {
    const dir = freshFolder();
    const store = await opened(dir);
    const bytes = randomBytes(2 * CHUNK + 100);
    const page = await stored(store, bytes);
    const path = pathOf(dir, page.sha256);
    const file = readFileSync(path);
    const chunk = CHUNK + 16;
    const places = [
      0,
      7,
      8,
      20,
      24,
      30,
      31,
      32,
      500,
      1055,
      1056,
      1056 + chunk - 1,
      1056 + chunk,
      1056 + 2 * chunk,
      file.length - 1,
    ];
    for (const at of places) {
      const hurt = Buffer.from(file);
      hurt.writeUInt8(hurt.readUInt8(at) ^ 4, at);
      writeFileSync(path, hurt);
      expect(await store.verify(page.sha256), `byte ${at}`).toMatchObject({
        failure: { code: 'page-damaged' },
      });
      expect(await store.readAll(page.sha256), `byte ${at}`).toMatchObject({
        failure: { code: 'page-damaged' },
      });
      expect(await streamed(store, page.sha256), `byte ${at}`).toBe('page-damaged');
      const read = await store.openRead(page.sha256);
      if (!read.ok) continue;
      const served: Buffer[] = [];
      await read.value.stream.forEach((part: Buffer) => void served.push(part)).catch(() => undefined);
      const all = Buffer.concat(served);
      expect(all.equals(bytes.subarray(0, all.length))).toBe(true);
      expect(all.length).toBeLessThan(bytes.length);
    }
  });

  it('[PS-4] a shortened, lengthened, exchanged or reordered file is damaged', async () => {
    const dir = freshFolder();
    const store = await opened(dir);
    const page = await stored(store, randomBytes(3 * CHUNK));
    const other = await stored(store, randomBytes(3 * CHUNK));
    const path = pathOf(dir, page.sha256);
    const file = readFileSync(path);
    const chunk = CHUNK + 16;
    const part = (n: number) => file.subarray(1056 + n * chunk, 1056 + (n + 1) * chunk);
    const versions = {
      empty: Buffer.alloc(0),
      'a piece of the head': file.subarray(0, 100),
      'without the last byte': file.subarray(0, -1),
      'without the last chunk': file.subarray(0, -chunk),
      'a byte more': Buffer.concat([file, Buffer.alloc(1)]),
      'chunks swapped': Buffer.concat([file.subarray(0, 1056), part(1), part(0), part(2)]),
      'another page': readFileSync(pathOf(dir, other.sha256)),
    };
    for (const [what, bytes] of Object.entries(versions)) {
      writeFileSync(path, bytes);
      expect(await store.verify(page.sha256), what).toMatchObject({ failure: { code: 'page-damaged' } });
      expect(await streamed(store, page.sha256), what).toBe('page-damaged');
    }
  });

  it('[PS-5] a damaged page is mended by scanning the same bytes again', async () => {
    const dir = freshFolder();
    const store = await opened(dir);
    const bytes = randomBytes(1000);
    const page = await stored(store, bytes);
    writeFileSync(pathOf(dir, page.sha256), 'rubbish');
    expect(await stored(store, bytes)).toEqual(page);
    expect(await streamed(store, page.sha256)).toEqual(bytes);
  });

  it('[PS-6] removes at opening what an interrupted write left', async () => {
    const dir = freshFolder();
    const page = await stored(await opened(dir), randomBytes(10));
    copyFileSync(pathOf(dir, page.sha256), join(dir, 'unfinished', 'left'));
    const store = await opened(dir);
    expect(await readdir(join(dir, 'unfinished'))).toEqual([]);
    expect((await store.verify(page.sha256)).ok).toBe(true);
  });

  it('[PS-6] a source that breaks off leaves nothing', async () => {
    const dir = freshFolder();
    const store = await opened(dir);
    async function* breaking() {
      yield randomBytes(200_000);
      throw new Error('the scanner was unplugged');
    }
    await expect(store.put(breaking(), META)).rejects.toThrow('the scanner was unplugged');
    expect(await readdir(dir)).toEqual(['unfinished']);
    expect(await readdir(join(dir, 'unfinished'))).toEqual([]);
  });

  it('[PS-10] a disk that fails on the way refuses the page, also when its beginning cannot be removed', async () => {
    const dir = freshFolder();
    const store = await opened(dir);
    async function* meetsABadDisk() {
      yield randomBytes(200_000);
      // Nothing below it can be named any more, as on a disk that turned read-only: neither renamed nor removed.
      renameSync(join(dir, 'unfinished'), join(dir, 'was-unfinished'));
      writeFileSync(join(dir, 'unfinished'), '');
    }
    expect(await store.put(meetsABadDisk(), META)).toMatchObject({ failure: { code: 'disk-error' } });
    expect(await readdir(join(dir, 'was-unfinished'))).toHaveLength(1);
  });

  it('[PS-7] nothing is no page, and what was never stored is missing', async () => {
    const store = await opened(freshFolder());
    expect(await store.put(Buffer.alloc(0), META)).toMatchObject({ failure: { code: 'content-empty' } });
    const unknown = 'ab'.repeat(32) as Sha256;
    expect(await streamed(store, unknown)).toBe('page-missing');
    expect(await store.verify(unknown)).toMatchObject({ failure: { code: 'page-missing' } });
    expect(await store.has(unknown)).toBe(false);
    await expect(async () => store.has('../../etc/passwd' as Sha256)).rejects.toThrow();
  });

  it('[PS-8] closes the file of a stream that nobody reads', async () => {
    const store = await opened(freshFolder());
    const page = await stored(store, randomBytes(500_000));
    const openFiles = async () => (await readdir('/proc/self/fd')).length;
    const before = await openFiles();
    for (let n = 0; n < 20; n += 1) {
      const read = await store.openRead(page.sha256);
      if (read.ok) read.value.stream.destroy();
    }
    await expect.poll(openFiles).toBeLessThan(before + 5);
  });

  it('[PS-9] documents live in a store of their own', async () => {
    const dir = freshFolder();
    const result = await openDocumentStore({ dir: join(dir, 'documents'), key: KEY });
    if (!result.ok) throw new Error(result.failure.code);
    const meta = { mediaType: 'application/pdf', fileName: 'Biên lai 0000017.pdf' } as const;
    const put = await result.value.put(Buffer.from('%PDF-1.7'), meta);
    expect(put).toMatchObject({ ok: true, value: { ...meta, byteLength: 8 } });
    expect(existsSync(join(dir, 'documents'))).toBe(true);
    expect(await result.value.freeBytes()).toBeGreaterThan(0);
  });
});
