import { spawnSync } from 'node:child_process';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readJournal } from '../demo/count-truth.ts';
import { compose, receive, signIn } from '../support/counter.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { cutPower } from '../support/process-tree.ts';
import { officer, openPracticeBranch, type PracticeBranch, residenceIntake } from './practice-branch.ts';

/** Roomy enough for a Chromium profile, small enough to fill. */
const DISK_MEGABYTES = 160;

let branch: PracticeBranch;
let desk: OpenDesk;
let disk: string;
beforeAll(async () => {
  branch = await openPracticeBranch();
  disk = join(branch.root, 'disk');
  await mkdir(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', disk], {
    encoding: 'utf8',
  });
  expect(mounted.status, `this check needs a small disk of its own: ${mounted.stderr}`).toBe(0);
  desk = await branch.open({ profile: join(disk, 'desk') });
  await signIn(desk.page, ...officer);
});
afterAll(async () => {
  await cutPower(branch.root);
  spawnSync('umount', [disk]);
  await branch.close();
});

async function fillDisk(): Promise<string> {
  const ballast = join(disk, 'ballast');
  const { bavail, bsize } = await statfs(disk);
  await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(async (full: NodeJS.ErrnoException) => {
    if (full.code !== 'ENOSPC') throw full;
  });
  return ballast;
}

it('a full disk is said in Vietnamese, the draft stays, and with space again it is received once', async () => {
  const { page } = desk;
  await compose(page, residenceIntake);
  await page.getByText('Đủ, có thể tiếp nhận').waitFor();
  const before = await readJournal(page);
  const ballast = await fillDisk();

  await page.keyboard.press('Control+Enter');
  const note = page.locator('[data-failure="disk-full"]');
  await note.waitFor({ timeout: 60_000 });
  expect(await note.textContent()).toContain('Ổ đĩa đầy');
  expect(await page.locator('section.paper .thumb').count()).toBe(2);
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Trần Văn Bình');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await readJournal(page)).toHaveLength(before.length);

  await rm(ballast);
  const code = await receive(page);
  const received = (await readJournal(page)).filter(({ fact }) => fact.type === 'dossier-received');
  expect(received.map(({ fact }) => fact.type === 'dossier-received' && fact.code)).toEqual([code]);
});
