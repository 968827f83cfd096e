import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const home = resolve(import.meta.dirname, '../..');
const stamp = join(home, 'out/.built');
const sources = ['src', 'build/ocr-assets', 'electron.vite.config.ts', 'package-lock.json'];

function newestMs(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

function isFresh(): boolean {
  try {
    const builtMs = Number(readFileSync(stamp, 'utf8'));
    return sources.every((source) => newestMs(join(home, source)) <= builtMs);
  } catch {
    // Never built.
    return false;
  }
}

/** Builds main, preload and window unless nothing has changed since the last build. Exits the process when it fails. */
export function buildIfStale(): void {
  if (isFresh()) return;
  const startedMs = Date.now();
  console.log('• Building the desk…');
  const built = spawnSync(
    process.execPath,
    [join(home, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: home,
      stdio: 'inherit',
    },
  );
  if (built.status !== 0) process.exit(built.status ?? 1);
  writeFileSync(stamp, String(startedMs));
}

if (import.meta.main) buildIfStale();
