import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openPageStore } from '../../../src/main/page-store/page-store.ts';
import type { TextLayer } from '../../../src/shared/contracts/bridge/text-layer.ts';

const KEY = randomBytes(32);
const META = { mediaType: 'image/png', width: 1653, height: 2339, dpi: 200 } as const;
const layerOf = (text: string): TextLayer => ({
  words: [{ text, confidence: 1, box: { x: 0.1, y: 0.1, width: 0.2, height: 0.01 }, line: 0 }],
});

function aFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'text-layers-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
async function opened(dir: string, key = KEY) {
  const store = await openPageStore({ dir, key });
  if (!store.ok) throw new Error(store.failure.code);
  return store.value;
}
async function aPage(store: Awaited<ReturnType<typeof opened>>) {
  const page = await store.put(randomBytes(1000), META);
  if (!page.ok) throw new Error(page.failure.code);
  return page.value.sha256;
}
const fileOf = (dir: string, sha256: string) => join(dir, sha256.slice(0, 2), `${sha256}.text`);

it('[PS-11] words of a page survive a restart, sealed, and the first stay', async () => {
  const dir = aFolder();
  const store = await opened(dir);
  const page = await aPage(store);
  expect(await store.findTextLayer(page)).toBeNull();
  expect(await store.hasTextLayer(page)).toBe(false);
  expect(await store.keepTextLayer(page, layerOf('Nguyễn Thị Thảo Vy'))).toMatchObject({ ok: true });
  await store.keepTextLayer(page, layerOf('another'));
  const again = await opened(dir);
  expect(await again.findTextLayer(page)).toEqual(layerOf('Nguyễn Thị Thảo Vy'));
  expect(await again.hasTextLayer(page)).toBe(true);
  expect(readFileSync(fileOf(dir, page)).includes('Nguy')).toBe(false);
  expect(readdirSync(join(dir, 'unfinished'))).toEqual([]);
  expect((await again.verify(page)).ok).toBe(true);
});

it('[PS-11] words that do not open, or are another page’s, are none; they can be brought again', async () => {
  const dir = aFolder();
  const store = await opened(dir);
  const [page, other] = [await aPage(store), await aPage(store)];
  await store.keepTextLayer(page, layerOf('Đơn'));
  await store.keepTextLayer(other, layerOf('Tờ khai'));
  writeFileSync(fileOf(dir, page), readFileSync(fileOf(dir, other)));
  expect(await store.findTextLayer(page)).toBeNull();
  expect(await (await opened(dir, randomBytes(32))).findTextLayer(other)).toBeNull();
  for (const bytes of [Buffer.alloc(0), randomBytes(40), readFileSync(fileOf(dir, other)).subarray(0, -1)]) {
    writeFileSync(fileOf(dir, page), bytes);
    expect(await store.findTextLayer(page)).toBeNull();
  }
  await store.keepTextLayer(page, layerOf('Đơn'));
  expect(await store.findTextLayer(page)).toEqual(layerOf('Đơn'));
});
