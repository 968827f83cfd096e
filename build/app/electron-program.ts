import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Electron's executable, or what `build/setup` linked in its place (said loudly there). */
export function electronProgram(): string {
  const folder = resolve(import.meta.dirname, '../../node_modules/electron');
  return join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
}
