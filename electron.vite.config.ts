import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { ocrAssets } from './build/ocr-assets/vite-plugin.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: at('src/main/main.ts'),
          // Threads of their own; main.ts hands their addresses to the parts that start them.
          'render-pdf-thread': at('src/main/pages-in/render-pdf-thread.ts'),
          'document-worker': at('src/main/documents/document-worker.ts'),
          'archival-worker': at('src/main/documents/archival-pdf/archival-worker.ts'),
          // A process of its own.
          'escl-program': at('src/main/scanners/escl/program/escl-program.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload may require nothing but electron: everything else is bundled.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('src/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react(), ocrAssets(at('.'))],
    build: {
      outDir: at('out/renderer'),
      // Relative and same-origin only; nothing is inlined as data: so that the policy can stay strict.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: at('src/renderer/index.html'), reader: at('src/renderer/reader.html') },
      },
    },
  },
});
