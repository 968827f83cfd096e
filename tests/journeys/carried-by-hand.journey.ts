import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeCarried } from '../city/carry/take-carried.ts';
import { hashPage } from '../city/pages/page-store.ts';
import { compose, receive, signIn } from '../support/counter.ts';
import {
  askDesk,
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

it('with the line dead for days a dossier goes to the city on a stick, and its confirmation comes back on it', async () => {
  const { city, plug, root } = branch;
  const stick = join(root, 'USB');
  const dialogs = join(root, 'dialogs.json');
  await mkdir(stick);
  await writeFile(dialogs, JSON.stringify({ open: { canceled: false, filePaths: [stick] } }));
  const desk = await branch.open({ env: { STANDIN_DIALOGS_FILE: dialogs } });
  const { page } = desk;
  await signIn(page, ...officer);
  await page.getByText('Thành phố đã nhận đủ').first().waitFor();
  await plug.unplug();
  await compose(page, residenceIntake);
  const code = await receive(page);
  await page.keyboard.press('Escape');

  await page.keyboard.press('F8');
  const row = page.locator('tr.list-row').filter({ hasText: code });
  await row.waitFor();
  await page.getByRole('button', { name: 'Chép hồ sơ chưa gửi ra USB' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^Sẽ chép 1 hồ sơ/).waitFor();
  await dialog.getByRole('button', { name: 'Thư mục khác…' }).click();
  await dialog.getByText(/^Đã chép và đọc lại đúng: 1 hồ sơ, 2 trang ảnh/).waitFor({ timeout: 60_000 });
  await page.keyboard.press('Enter');
  expect(await row.textContent()).not.toContain('Thành phố đã nhận');

  const [name = ''] = await readdir(stick);
  expect(name).toMatch(/^Ho-so_CN02-Q01_.*_1-ho-so\.qmc$/);
  const taken = await takeCarried(city.context, join(stick, name), stick);
  expect(taken).toMatchObject({ value: { refused: 0, pages: 2, pagesLeft: 0 } });
  for (const { sha256 } of await city.query<{ sha256: string }>('SELECT sha256 FROM dossier_pages'))
    expect(await hashPage(city, sha256)).toBe(sha256);

  await page.getByRole('button', { name: 'Nhận trả lời của thành phố từ USB' }).click();
  await dialog.getByRole('button', { name: 'Thư mục khác…' }).click();
  await dialog.getByText('Thành phố trả lời trong 1 tệp:').waitFor({ timeout: 60_000 });
  expect(await dialog.textContent()).toMatch(/Đã có đủ ảnh\s*1 hồ sơ/);
  await page.keyboard.press('Enter');
  // Not a byte went over the line: the city's signed word on the stick moved the screen.
  await row.filter({ hasText: /Thành phố đã nhận lúc/ }).waitFor({ timeout: 60_000 });
  await page.getByText('Không còn gì chờ gửi.').waitFor();
  await page.getByText(/^Lần chép gần nhất: .* Thành phố đã trả lời\.$/).waitFor();

  // The window cannot say where to: a name that main did not give is nowhere.
  expect(await askDesk(page, 'carry:write', { driveId: '0123456789abcdef' })).toMatchObject({
    failure: { code: 'carry-stick-gone' },
  });
  await rm(join(stick, name));
  // The line is back: nothing goes twice.
  await plug.plugIn();
  await page.getByRole('button', { name: 'Thử ngay' }).click();
  await page.getByText('Không còn gì chờ gửi.').waitFor();
  expect(await city.query('SELECT 1 FROM dossiers')).toHaveLength(1);
  expect(await city.query('SELECT 1 FROM seq_conflicts')).toHaveLength(0);
  await desk.close();
});
