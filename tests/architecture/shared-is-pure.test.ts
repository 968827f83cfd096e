import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const home = resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(home, 'node_modules/.cache-shared-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What the compiler says of one file under the settings of src/shared. */
async function compile(text: string): Promise<string> {
  await writeFile(join(folder, 'attempt.ts'), text);
  const settings = { extends: join(home, 'src/shared/tsconfig.json'), include: ['attempt.ts'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const { stdout } = await run(join(home, 'node_modules/.bin/tsc'), ['-p', folder]).catch((failed) => failed);
  return stdout;
}

describe('src/shared', () => {
  it('knows no window, no process, no network and no console', async () => {
    const said = await compile(
      'export const all = [window, document, process, fetch, console, setTimeout, crypto, Buffer];',
    );
    for (const name of [
      'window',
      'document',
      'process',
      'fetch',
      'console',
      'setTimeout',
      'crypto',
      'Buffer',
    ]) {
      expect(said, name).toMatch(new RegExp(`Cannot find name '${name}'`));
    }
  });

  it('compiles what is pure', async () => {
    expect(await compile('export const sum = [1, 2].reduce((a, b) => a + b, 0);')).toBe('');
  });
});
