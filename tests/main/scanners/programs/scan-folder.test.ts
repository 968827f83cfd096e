import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeLeftBehind } from '../../../../src/main/disk/left-behind.ts';
import { makeScanFolder } from '../../../../src/main/scanners/programs/scan-folder.ts';

describe('the folder of a scan', () => {
  it('pages in clear text that a killed desk left go with the next scan, those of a running one stay', async () => {
    // No process has this number: it is beyond the kernel's largest.
    const left = join(tmpdir(), 'quay-scan-99999999-abc');
    const running = join(tmpdir(), `quay-scan-${process.pid}-xyz`);
    for (const folder of [left, running]) mkdirSync(folder, { recursive: true });
    writeFileSync(join(left, 'page-1.tiff'), 'a citizen');
    const made = await makeScanFolder();
    expect([existsSync(left), existsSync(running), existsSync(made)]).toEqual([false, true, true]);
    expect(basename(made)).toMatch(new RegExp(`^quay-scan-${process.pid}-`));
    for (const folder of [running, made]) rmSync(folder, { recursive: true });
  });

  it('only names with a process number behind the prefix are touched', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'left-behind-'));
    const names = ['quay-scan-99999999-a', 'quay-scan-abc', 'other-99999999-a', 'quay-99999999'];
    for (const name of names) mkdirSync(join(dir, name));
    await removeLeftBehind(dir, 'quay-scan-');
    expect(names.filter((name) => existsSync(join(dir, name)))).toEqual(names.slice(1));
    rmSync(dir, { recursive: true });
  });
});
