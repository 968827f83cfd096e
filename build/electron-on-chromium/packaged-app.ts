import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { notImplemented } from './not-implemented.ts';

/** The application beside a packaged executable; an archive is not read, so pack with `asar: false`. */
export function findPackagedApp(executableFolder: string): string | undefined {
  const resources = join(executableFolder, 'resources');
  if (existsSync(join(resources, 'app.asar'))) return notImplemented('app.asar (pack with asar: false)');
  const folder = join(resources, 'app');
  return existsSync(folder) ? folder : undefined;
}
