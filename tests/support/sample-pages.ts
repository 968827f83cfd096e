import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const fixtures = resolve(import.meta.dirname, '../fixtures/pages');

/** Small real pages kept in the project, by name. */
export function samplePages(): readonly string[] {
  if (!existsSync(fixtures)) return [];
  return readdirSync(fixtures)
    .filter((name) => /\.(?:png|jpe?g|tiff?)$/.test(name))
    .sort()
    .map((name) => join(fixtures, name));
}
