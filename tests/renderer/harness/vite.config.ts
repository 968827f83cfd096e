import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import sharp from 'sharp';
import { defineConfig, type Plugin } from 'vite';

const root = join(import.meta.dirname, '../../..');
const evalset = join(root, '../shared/evalset');
const shown = [
  'rendered/rd09_giaytiepnhan_bang_300.jpg',
  'real/vn11_tt53-2025_p12_mauCT03.png',
  'rendered/rd01_quyetdinh_300.jpg',
  'ids/id1_scan300_front.jpg',
];

/** Stands in for the page store: `/pages/000…n/upright` shows a page of the evaluation set, turned and sized. */
const pages: Plugin = {
  name: 'evaluation-pages',
  configureServer(server) {
    server.middlewares.use('/pages/', async (request, response) => {
      const url = new URL(request.url ?? '', 'http://desk');
      const n = Number(url.pathname.slice(1, 65));
      const file = join(evalset, shown[n % shown.length] ?? '');
      if (!existsSync(file)) {
        response.statusCode = 404;
        response.end();
        return;
      }
      const turned = sharp(file).rotate(Number(url.searchParams.get('rotation') ?? 0));
      const jpeg = await turned
        .resize({ width: Number(url.searchParams.get('width') ?? 900), withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .jpeg()
        .toBuffer();
      response.setHeader('content-type', 'image/jpeg');
      response.end(jpeg);
    });
  },
};

/** `vite -c tests/renderer/harness/vite.config.ts`: every screen with a desk from memory, to look at. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), pages],
  server: { fs: { allow: [root] }, host: '127.0.0.1', port: 0 },
  cacheDir: join(root, 'node_modules/.vite-harness'),
});
