import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const home = resolve(import.meta.dirname, '../../..');
const app = join(home, 'out/chaos-desk');
const stamp = join(app, '.built');
const SOURCES = ['src/**', 'build/ocr-assets/**', 'tests/chaos/chaos-build/**', 'electron.vite.config.ts'];

function isFresh(): boolean {
  try {
    const builtMs = Number(readFileSync(stamp, 'utf8'));
    return globSync(SOURCES, { cwd: home }).every((file) => statSync(join(home, file)).mtimeMs <= builtMs);
  } catch {
    // Never built.
    return false;
  }
}

/** Builds the desk with points and switches in it unless nothing has changed since. @returns the application's folder */
export function buildChaosDesk(): string {
  if (isFresh()) return app;
  const startedMs = Date.now();
  console.log('• Building the desk with points in it…');
  const built = spawnSync(process.execPath, [join(import.meta.dirname, 'run-chaos-build.ts')], {
    cwd: home,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`the chaos build failed: ${built.stdout}${built.stderr}`);
  mkdirSync(app, { recursive: true });
  copyFileSync(join(home, 'package.json'), join(app, 'package.json'));
  writeFileSync(stamp, String(startedMs));
  return app;
}
