import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exchange } from '../chaos-build/chaos-plugin.ts';
import { insertPoints, type PointName } from '../chaos-build/insert-points.ts';
import { isPointed } from '../chaos-build/pointed-files.ts';

const home = resolve(import.meta.dirname, '../../..');

/** Every point that stands in the chaos build, whether a script reaches it or not. */
export function findEveryPoint(): readonly PointName[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: home })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(isPointed)
    .flatMap((file) => insertPoints(file, exchange(file, readFileSync(resolve(home, file), 'utf8'))).points);
}
