import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COPY_DAMAGES } from '../chaos/corrupt/copy-damages.ts';
import { compose, finishIntake, receive, signIn, startIntake } from '../support/counter.ts';
import {
  nextDossier,
  officer,
  openPracticeBranch,
  type PracticeBranch,
  residenceIntake,
} from './practice-branch.ts';

let branch: PracticeBranch;
beforeAll(async () => {
  branch = await openPracticeBranch();
});
afterAll(() => branch?.close());

/** Chromium's IndexedDB folders, wherever the profile has them. */
async function deleteIndexedDb(folder: string): Promise<number> {
  let deleted = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    if (entry.name === 'IndexedDB') {
      await rm(path, { recursive: true });
      deleted += 1;
    } else deleted += await deleteIndexedDb(path);
  }
  return deleted;
}

it('a working copy that is gone is rebuilt from the journal, and the screen says so', async () => {
  const first = await branch.open();
  await signIn(first.page, ...officer);
  const codes: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    await compose(first.page, residenceIntake);
    codes.push(await receive(first.page));
    await nextDossier(first.page);
  }
  await first.page.keyboard.press('F8');
  await first.page.getByText('Không còn gì chờ gửi.').waitFor({ timeout: 60_000 });
  // Closed right behind the last key: what an officer was at is kept too, by the window and by main.
  await startIntake(first.page, residenceIntake.procedure);
  await finishIntake(first.page, residenceIntake);
  await first.close();
  expect(await deleteIndexedDb(branch.profile)).toBeGreaterThan(0);

  const desk = await branch.open();
  await desk.page.getByText('Đã dựng lại bản làm việc từ sổ của quầy: 2 hồ sơ, đủ như trong sổ.').waitFor();
  await desk.page.getByText('Đã lấy lại 1 hồ sơ đang soạn dở.').waitFor();
  await signIn(desk.page, ...officer);
  const draft = desk.page.locator('tr.list-row').filter({ hasText: 'đang soạn' });
  await draft.filter({ hasText: 'Trần Văn Bình' }).click();
  await desk.page.locator('.procedure-chosen').waitFor();
  expect(await desk.page.getByLabel('Điện thoại', { exact: true }).inputValue()).toBe(residenceIntake.phone);
  await desk.page.keyboard.press('F8');
  for (const code of codes)
    await desk.page
      .locator('tr.list-row')
      .filter({ hasText: code })
      .filter({ hasText: /Thành phố đã nhận lúc/ })
      .waitFor();
  await desk.close();
});

it('a working copy whose files are damaged is rebuilt as well, at the first start: the window does not stay blank', async () => {
  await COPY_DAMAGES['copy-manifest-zeroed'](branch.profile);
  const desk = await branch.open();
  await desk.page.getByText('Đã dựng lại bản làm việc từ sổ của quầy: 2 hồ sơ, đủ như trong sổ.').waitFor();
  await desk.close();
});
