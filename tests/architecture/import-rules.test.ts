import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const home = resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(home, 'node_modules/.cache-rules-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the house's rules over a small tree; gives the names of the rules that were broken. */
async function brokenRules(files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const bin = join(home, 'node_modules/.bin/depcruise');
  const args = ['src', '--config', join(home, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  const { stdout } = await run(bin, args, { cwd: folder, maxBuffer: 1e8 }).catch((failed) => failed);
  const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return report.summary.violations.map(({ rule }) => rule.name);
}

describe('import rules', () => {
  it('bite: each forbidden import is found, type-only ones too', async () => {
    const broken = await brokenRules({
      'src/shared/domain/page/page.ts': "import { x } from '../dossier/dossier.ts';\nexport const page = x;",
      'src/shared/domain/dossier/dossier.ts': 'export const x = 1;',
      'src/shared/base/clock.ts': "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;",
      'src/main/journal/journal.ts': "import type { P } from '../page-store/store.ts';\nexport type J = P;",
      'src/main/disk/writes.ts': "import type { P } from '../page-store/store.ts';\nexport type W = P;",
      'src/main/page-store/store.ts':
        "import { view } from '../../renderer/ui/view.ts';\nexport type P = typeof view;",
      'src/renderer/ui/view.ts': 'export const view = 1;',
      'src/renderer/screens/home/home.ts':
        "import { db } from '../../storage/db.ts';\nexport const home = db;",
      'src/renderer/storage/db.ts': 'export const db = 1;',
    });
    expect(broken).toEqual(
      expect.arrayContaining([
        'page-and-applicant-are-low',
        'shared-no-node',
        'main-folders-meet-in-bridge',
        'disk-and-processes-are-lowest',
        'main-not-renderer',
        'screens-use-ports-by-actions',
      ]),
    );
  });

  it('let an honest tree pass', async () => {
    expect(
      await brokenRules({
        'src/shared/base/result.ts': 'export const ok = 1;',
        'src/main/disk/writes.ts': "import { ok } from '../../shared/base/result.ts';\nexport const w = ok;",
        'src/main/journal/journal.ts': "import { w } from '../disk/writes.ts';\nexport const j = w;",
        'src/main/processes/end.ts': 'export const e = 1;',
        'src/main/scanners/scan.ts': "import { e } from '../processes/end.ts';\nexport const s = e;",
        'src/main/bridge/doors.ts': "import { j } from '../journal/journal.ts';\nexport const doors = j;",
      }),
    ).toEqual([]);
  });
});
