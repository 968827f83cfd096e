import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose, receive, signIn } from '../support/counter.ts';
import {
  askDesk,
  nextDossier,
  officer,
  openPracticeBranch,
  type PracticeBranch,
  residenceIntake,
} from './practice-branch.ts';

const NO_KEYRING = { STANDIN_NO_KEYRING: '1' };
const PASSPHRASE = 'bốn con trâu qua cầu';

let branch: PracticeBranch;
let code: string;
beforeAll(async () => {
  branch = await openPracticeBranch();
});
afterAll(() => branch?.close());

it('without a keyring the desk asks for a new passphrase, twice the same, and works', async () => {
  const { page, close } = await branch.open({ env: NO_KEYRING });
  await page.getByRole('heading', { name: 'Đặt cụm mật khẩu cho máy này' }).waitFor();
  await page.getByLabel('Cụm mật khẩu', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Nhập lại cụm mật khẩu').fill('năm con trâu');
  await page.getByRole('button', { name: 'Đặt và mở quầy' }).click();
  await page.getByText('Hai lần nhập chưa giống nhau.').waitFor();
  await page.getByLabel('Nhập lại cụm mật khẩu').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Đặt và mở quầy' }).click();
  await signIn(page, ...officer);
  await compose(page, residenceIntake);
  code = await receive(page);
  await nextDossier(page);
  await close();
});

it('after a restart a wrong passphrase is refused in words and the right one opens everything', async () => {
  const { page, close } = await branch.open({ env: NO_KEYRING });
  await page.getByRole('heading', { name: 'Mở khóa quầy' }).waitFor();
  expect(await askDesk(page, 'journal:read', { afterSeq: 0, limit: 1 })).toMatchObject({
    ok: false,
    failure: { code: 'desk-not-open' },
  });
  await page.getByLabel('Cụm mật khẩu', { exact: true }).fill('bốn con bò qua cầu');
  await page.getByRole('button', { name: 'Mở khóa quầy' }).click();
  const refusal = page.locator('[data-failure="wrong-passphrase"]');
  await refusal.waitFor({ timeout: 60_000 });
  expect(await refusal.textContent()).toContain('Cụm mật khẩu không đúng.');

  await page.getByLabel('Cụm mật khẩu', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Mở khóa quầy' }).click();
  await signIn(page, ...officer);
  await page.keyboard.press('F8');
  await page.locator('tr.list-row').filter({ hasText: code }).waitFor();
  await close();
});
