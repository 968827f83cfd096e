import { resolve } from 'node:path';

/** What stands behind `--read`: files, in this order, as absolute paths. */
export function filesToRead(argv: readonly string[], workingFolder: string): readonly string[] {
  const at = argv.indexOf('--read');
  return at < 0 ? [] : argv.slice(at + 1).map((file) => resolve(workingFolder, file));
}

const ARCHIVE_TO = '--archive-to=';

/** Where `--archive-to=FILE`, before `--read`, wants the archival PDF; null without it. */
export function archivePath(argv: readonly string[], workingFolder: string): string | null {
  const at = argv.indexOf('--read');
  const word = argv.slice(0, Math.max(0, at)).find((each) => each.startsWith(ARCHIVE_TO));
  return word === undefined ? null : resolve(workingFolder, word.slice(ARCHIVE_TO.length));
}
