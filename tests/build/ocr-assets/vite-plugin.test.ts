import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PinnedAsset, pinnedAssets } from '../../../build/ocr-assets/pinned-assets.ts';
import { ocrAssets } from '../../../build/ocr-assets/vite-plugin.ts';

const project = resolve(import.meta.dirname, '../../..');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocr-assets-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>x</title>');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const buildWith = (assets: readonly PinnedAsset[]) =>
  build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [ocrAssets(project, assets)],
    build: { outDir: join(folder, 'out') },
  });

describe('files of the reading engine', () => {
  it('lie under ocr/ of the build, byte for byte the pinned ones', async () => {
    await buildWith(pinnedAssets);
    const names = await readdir(join(folder, 'out/ocr'));
    expect(names.sort()).toEqual(pinnedAssets.map((asset) => asset.name).sort());
    for (const asset of pinnedAssets) {
      const bytes = await readFile(join(folder, 'out/ocr', asset.name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(asset.sha256);
    }
  });

  it('stop the build when one is not what was pinned', async () => {
    const [first] = pinnedAssets;
    if (first === undefined) throw new Error('nothing is pinned');
    await expect(buildWith([{ ...first, sha256: '0'.repeat(64) }])).rejects.toThrow('is not the pinned file');
  });

  it('name no other place: no file of the engine falls back to a CDN that we let it use', async () => {
    const engine = await readFile(join(project, 'src/renderer/ocr/engine.ts'), 'utf8');
    for (const option of ['workerPath', 'corePath', 'langPath'])
      expect(engine).toContain(`${option}: assets.`);
    expect(engine).toContain("cacheMethod: 'none'");
    expect(engine).toContain('workerBlobURL: false');
  });
});
