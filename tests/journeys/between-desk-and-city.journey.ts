import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeDossier, withdrawDossier } from '../city/say-conflict.ts';
import { compose, receive, signIn } from '../support/counter.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { openDossier } from '../support/sign-off-inbox.ts';
import {
  nextDossier,
  officer,
  openPracticeBranch,
  type PracticeBranch,
  residenceIntake,
} from './practice-branch.ts';

/** Nothing to be read: what is waited for here is the city. */
const intake = { ...residenceIntake, files: {} };
/** A city that others load too. */
const CITY_MS = 120_000;

let branch: PracticeBranch;
let desk: OpenDesk;
beforeAll(async () => {
  branch = await openPracticeBranch();
  desk = await branch.open();
  await signIn(desk.page, ...officer);
  await desk.page.getByText('Thành phố đã nhận đủ').first().waitFor({ timeout: CITY_MS });
}, 400_000);
afterAll(() => branch?.close());

const forget = (code: string) => branch.city.query('DELETE FROM known_procedures WHERE code = $1', [code]);
const learn = (code: string) => branch.city.query('INSERT INTO known_procedures VALUES ($1)', [code]);

async function atCity(code: string): Promise<{ dossier_id: string; status: string } | undefined> {
  const found = await branch.city.query<{ dossier_id: string; status: string }>(
    'SELECT dossier_id, status FROM dossiers WHERE code = $1',
    [code],
  );
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
}

/** A dossier that the city has taken. */
async function receiveThere(page: Page): Promise<{ readonly code: string; readonly dossierId: string }> {
  await compose(page, intake);
  const code = await receive(page);
  await nextDossier(page);
  await expect.poll(() => atCity(code), { timeout: CITY_MS }).toBeDefined();
  return { code, dossierId: (await atCity(code))?.dossier_id ?? '' };
}

/** The word has come: the officer goes to it, decides by keys alone, and nothing waits any more. */
async function decide(page: Page, said: RegExp, key: 'Alt+1' | 'Alt+2', note: string): Promise<void> {
  await page.keyboard.press('Alt+g');
  await page.locator('.conflict').getByText(said).waitFor({ timeout: CITY_MS });
  await page.keyboard.press(key);
  await page.locator('.choice[data-chosen]').waitFor();
  await page.keyboard.type(note);
  await page.keyboard.press('Control+Enter');
}

it('[RS-1] refused by the city, put right and sent again: the same number, in the city once', async () => {
  const { page } = desk;
  await forget(intake.procedure);
  await compose(page, intake);
  const code = await receive(page);
  await nextDossier(page);
  await openDossier(page, code);
  await page
    .getByText(/^Thành phố từ chối/)
    .first()
    .waitFor({ timeout: CITY_MS });
  expect(await atCity(code)).toBeUndefined();

  await learn(intake.procedure);
  await page.keyboard.press('Control+Enter');
  const phone = page.getByLabel('Điện thoại', { exact: true });
  await phone.waitFor();
  await phone.fill('0911222333');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('.received-code').waitFor();
  expect(await dialog.locator('.received-code').textContent()).toBe(code);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await expect.poll(() => atCity(code), { timeout: CITY_MS }).toBeDefined();
  const { dossier_id: id } = (await atCity(code)) ?? {};
  expect(await branch.city.query('SELECT 1 FROM receipts WHERE dossier_id = $1', [id])).toHaveLength(1);
  await openDossier(page, code);
  // The history keeps the refusal; the dossier as it stands is refused no more.
  await page
    .locator('.dossier-head')
    .getByText('Thành phố từ chối')
    .waitFor({ state: 'detached', timeout: CITY_MS });
});

it('[CF-4] withdrawn at the city: both sides are shown, the officer agrees by keys, and it is withdrawn on both', async () => {
  const { page } = desk;
  const { code, dossierId } = await receiveThere(page);
  expect(await withdrawDossier(branch.city.context, dossierId, 'citizen', 'Không cần nữa')).toBe(true);
  await openDossier(page, code);
  await page.getByRole('button', { name: /^Xem và quyết định/ }).waitFor({ timeout: CITY_MS });
  await decide(page, /thành phố báo hồ sơ này đã rút/, 'Alt+2', 'Đã gọi hỏi công dân');
  await page.getByText(/^Đã theo thành phố/).waitFor();
  await expect.poll(async () => (await atCity(code))?.status, { timeout: CITY_MS }).toBe('withdrawn');
});

it('[CF-5] changed at the city: the officer keeps the desk’s, and nothing is left to decide', async () => {
  const { page } = desk;
  const { code, dossierId } = await receiveThere(page);
  const changes = [{ field: 'applicant.phone', to: '0900000001' }] as const;
  expect(await changeDossier(branch.city.context, dossierId, changes)).toBe(true);
  await openDossier(page, code);
  await page.getByRole('button', { name: /^Xem và quyết định/ }).waitFor({ timeout: CITY_MS });
  await page.keyboard.press('Alt+g');
  const sides = page.getByRole('table', { name: 'Hai bên đặt cạnh nhau' });
  await sides.getByText('0900000001').waitFor();
  await sides.getByText(/0987/).waitFor();
  await decide(page, /thành phố báo đã sửa hồ sơ này/, 'Alt+1', 'Đã hỏi công dân, số cũ đúng');
  await page.getByText(/^Đã giữ bản của quầy/).waitFor();
  await page.getByText('Không có gì cần quyết định').waitFor();
});
