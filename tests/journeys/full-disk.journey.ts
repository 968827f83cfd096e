import { spawnSync } from 'node:child_process';
import { appendFile, mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readJournal } from '../demo/count-truth.ts';
import { compose, receive, signIn } from '../support/counter.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { cutPower } from '../support/process-tree.ts';
import {
  fixturePage,
  officer,
  openPracticeBranch,
  type PracticeBranch,
  residenceIntake,
} from './practice-branch.ts';

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
  // Processes of the desk that is down may hold the disk a moment longer.
  await vi.waitFor(() => expect(spawnSync('umount', [disk]).status).toBe(0), {
    timeout: 20_000,
    interval: 200,
  });
  await branch.close();
});

const ballast = (): string => join(disk, 'ballast');

/** Takes every byte that is left, in the blocks of the disk. */
async function fillDisk(): Promise<void> {
  for (;;) {
    const { bavail, bsize } = await statfs(disk);
    if (bavail === 0) return;
    await appendFile(ballast(), Buffer.alloc(bavail * bsize)).catch((full: NodeJS.ErrnoException) => {
      if (full.code !== 'ENOSPC') throw full;
    });
  }
}

const receivedCodes = async (page: Page): Promise<readonly string[]> =>
  (await readJournal(page)).flatMap(({ fact }) => (fact.type === 'dossier-received' ? [fact.code] : []));

it('with a full disk a file is refused in Vietnamese and the pages that came before stay', async () => {
  const { page } = desk;
  await compose(page, residenceIntake);
  await page.getByText('Đủ, có thể tiếp nhận').waitFor();
  await page.locator('section.paper button.paper-head').first().click();
  await fillDisk();
  await page.locator('input[type=file]').setInputFiles([fixturePage('vn05_tt66-2023_p03.png')]);
  const note = page.locator('.faults [data-failure="disk-full"]');
  await note.waitFor({ timeout: 60_000 });
  expect(await note.textContent()).toContain('Ổ đĩa đầy, việc này chưa ghi được.');
  expect(await page.locator('section.paper .thumb').count()).toBe(2);
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Trần Văn Bình');
});

it('receiving on a full disk says what happened, and with space again there is exactly one dossier', async () => {
  const { page } = desk;
  await fillDisk();
  await page.keyboard.press('Control+Enter');
  // A short record may still fit into the journal's last block: then the desk must say that it is received.
  const refused = page.locator('[data-failure="disk-full"]').last().getByText('Ổ đĩa đầy');
  const made = page.getByText(/ĐÃ được tiếp nhận và nằm trong sổ/);
  const shown = page.getByRole('dialog', { name: /^Đã tiếp nhận/ });
  await page.locator('.faults').getByRole('button').first().click();
  await refused.or(made).or(shown).first().waitFor({ timeout: 60_000 });
  const inJournal = (await receivedCodes(page)).length;
  expect(inJournal).toBe((await made.count()) + (await shown.count()));

  await rm(ballast());
  if (inJournal === 0) await receive(page);
  await desk.close();
  desk = await branch.open({ profile: join(disk, 'desk') });
  await signIn(desk.page, ...officer);
  const codes = await receivedCodes(desk.page);
  expect(codes).toHaveLength(1);
  await desk.page.keyboard.press('F8');
  await desk.page
    .locator('tr.list-row')
    .filter({ hasText: codes[0] ?? 'no code' })
    .waitFor();
  expect(await desk.page.locator('tr.list-row').count()).toBe(1);
});
