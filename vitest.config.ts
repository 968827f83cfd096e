import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { ocrAssets } from './build/ocr-assets/vite-plugin.ts';

/** Chromium takes films by their name's end; a picture becomes one by a link beside nothing of the project's. */
function filmOfOnePicture(picture: string): string {
  const film = join(mkdtempSync(join(tmpdir(), 'camera-')), 'paper.mjpeg');
  symlinkSync(join(import.meta.dirname, picture), film);
  return film;
}

/** Debian's Chromium, as root and without its own traffic to the outside. */
const chromium = playwright({
  launchOptions: {
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A camera that sees a paper on a table: one JPEG is a film of one picture.
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${filmOfOnePicture('tests/fixtures/pages/decision-on-a-table.jpg')}`,
    ],
  },
});

/** What is polled for comes, or the test fails for good: a second, the default, is short on a machine that others load. */
const patient = { poll: { timeout: 30_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/journeys/**', 'tests/chaos/**'],
          environment: 'node',
          // By default one core is kept free, which on two means one after the other.
          maxWorkers: '100%',
          // Limits are there to end what hangs: a city's start takes 2 s, and a hundred on a machine that others load.
          expect: patient,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.ts'],
          environment: 'node',
          expect: patient,
          testTimeout: 300_000,
          hookTimeout: 240_000,
          // Each opens the whole desk: one at a time on two cores.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'chaos',
          include: ['tests/chaos/**/*.test.ts'],
          environment: 'node',
          expect: patient,
          testTimeout: 600_000,
          hookTimeout: 240_000,
          // Short runs of `npm run chaos`: processes of their own, ended and begun again.
          fileParallelism: false,
        },
      },
      {
        // Reading is tested with the engine's own files, served beside the page as the desk does.
        plugins: [react(), ocrAssets(import.meta.dirname)],
        // All of them: one that is met in the middle of a run makes the page load again and a test fail.
        optimizeDeps: {
          include: [
            '@mantine/core',
            '@mantine/form',
            '@mantine/hooks',
            '@mantine/modals',
            '@mantine/notifications',
            '@mantine/spotlight',
            '@noble/hashes/sha2.js',
            '@noble/hashes/utils.js',
            'zxing-wasm/reader',
            '@tabler/icons-react',
            'canonicalize',
            'dexie',
            'dexie-react-hooks',
            'fast-check',
            'i18next',
            'minisearch',
            'mrz',
            'react',
            'react/jsx-dev-runtime',
            'react-dom/client',
            'react-i18next',
            'read-vietnamese-number',
            'tesseract.js',
            'uuid',
            'vitest-browser-react',
            'zod',
            'zustand',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts', 'tests/**/*.browser.test.tsx'],
          expect: patient,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            provider: chromium,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
