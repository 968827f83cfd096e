import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose, receive, signIn } from '../support/counter.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { startStrangeProxy } from '../support/strange-proxy.ts';
import {
  nextDossier,
  officer,
  openPracticeBranch,
  type PracticeBranch,
  residenceIntake,
} from './practice-branch.ts';

let branch: PracticeBranch;
let desk: OpenDesk;
let proxy: Awaited<ReturnType<typeof startStrangeProxy>>;
beforeAll(async () => {
  branch = await openPracticeBranch();
  proxy = await startStrangeProxy(branch.city.url);
  desk = await branch.open({ cityUrl: proxy.url });
  await signIn(desk.page, ...officer);
  await desk.page.getByText('Thành phố đã nhận đủ').first().waitFor();
});
afterAll(async () => {
  await branch?.close();
  await proxy?.stop();
});

it.each([
  [
    'portal-html',
    'captive-portal',
    /^Mạng đòi đăng nhập, chưa tới thành phố/,
    /^Một trang đăng nhập của mạng trả lời thay cho thành phố/,
  ],
  [
    'error-500',
    'city-failing',
    /^Máy thành phố đang lỗi từ/,
    /^Máy thành phố đang lỗi\. Không phải lỗi của quầy/,
  ],
] as const)('a city that answers %s is said in words, and intake goes on', async (how, state, pill, todo) => {
  const { page } = desk;
  proxy.be(how);
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'Thử ngay' }).click();
  await page.locator(`[data-line="${state}"]`).waitFor({ timeout: 60_000 });
  await page.getByText(pill).first().waitFor();
  await page.getByText(todo).waitFor();

  await compose(page, residenceIntake);
  const code = await receive(page);
  await nextDossier(page);
  await page.keyboard.press('F8');
  const row = page.locator('tr.list-row').filter({ hasText: code });
  await row.filter({ hasText: 'Chờ đến lượt' }).waitFor();

  proxy.be('honest');
  await page.getByRole('button', { name: 'Thử ngay' }).click();
  await row.filter({ hasText: /Thành phố đã nhận lúc/ }).waitFor({ timeout: 60_000 });
  expect(await branch.city.query('SELECT 1 FROM dossiers WHERE code = $1', [code])).toHaveLength(1);
});
