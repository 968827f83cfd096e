import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const MOST_TRIES = 100;

/**
 * Every file below `folder` by its path from there, sorted. Somebody else may be at work in it: where a folder goes
 * while it is listed, all is listed again.
 */
export function filesBelow(folder: string): readonly string[] {
  for (let tries = 1; ; tries += 1) {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).normalize('NFC'))
        .sort();
    } catch (thrown) {
      const gone = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
      if (!gone || tries === MOST_TRIES) throw thrown;
    }
  }
}
