import { resolve } from 'node:path';

/** What stands behind `--read`: files, in this order, as absolute paths. */
export function filesToRead(argv: readonly string[], workingFolder: string): readonly string[] {
  const at = argv.indexOf('--read');
  return at < 0 ? [] : argv.slice(at + 1).map((file) => resolve(workingFolder, file));
}
