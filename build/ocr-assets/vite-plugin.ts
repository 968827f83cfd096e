import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type PinnedAsset, pinnedAssets } from './pinned-assets.ts';
import { readPinnedAsset } from './read-pinned-asset.ts';

const thisProject = join(import.meta.dirname, '../..');
const FOLDER = 'ocr/';

/**
 * Puts what reading needs beside the page, under `ocr/`: emitted by a build, served by the dev server and by
 * vitest's browser project. Nothing is ever fetched from a CDN.
 */
export function ocrAssets(
  projectRoot: string = thisProject,
  assets: readonly PinnedAsset[] = pinnedAssets,
): Plugin {
  const byName = new Map(assets.map((asset) => [asset.name, asset]));
  let building = false;
  return {
    name: 'ocr-assets',
    configResolved(config) {
      building = config.command === 'build';
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const asset = byName.get(assetName(request.url ?? ''));
        if (asset === undefined) {
          next();
          return;
        }
        readPinnedAsset(projectRoot, asset).then((bytes) => {
          response.setHeader('content-type', mediaType(asset.name));
          response.setHeader('cache-control', 'no-cache');
          response.end(bytes);
        }, next);
      });
    },
    async buildStart() {
      if (!building) return;
      for (const asset of assets) {
        this.emitFile({
          type: 'asset',
          fileName: FOLDER + asset.name,
          source: await readPinnedAsset(projectRoot, asset),
        });
      }
    },
  };
}

/** `/anything/ocr/worker.min.js?x` → `worker.min.js`; the page may be served below a folder. */
function assetName(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  const at = path.lastIndexOf(`/${FOLDER}`);
  return at < 0 ? '' : path.slice(at + FOLDER.length + 1);
}

const mediaType = (name: string): string =>
  name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
