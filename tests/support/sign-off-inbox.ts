import type { Page } from 'playwright-core';

const inbox = async (page: Page, who: string): Promise<void> => {
  await page.keyboard.press('F4');
  await page.getByRole('option').filter({ hasText: who }).first().click();
  await page.getByRole('option', { selected: true }).filter({ hasText: who }).waitFor();
};

/** A supervisor opens the inbox and signs the dossier of this applicant. */
export async function approve(page: Page, who: string): Promise<void> {
  await inbox(page, who);
  // The button is off until the dossier can have been seen; the click waits for it.
  await page
    .locator('.sign-buttons')
    .getByRole('button', { name: /^Ký duyệt/ })
    .click();
  await page.getByText(new RegExp(`^Đã ký: ${who}`)).waitFor();
}

/** A supervisor opens the inbox and gives the dossier of this applicant back with a reason. */
export async function giveBack(page: Page, who: string, reason: string): Promise<void> {
  await inbox(page, who);
  await page
    .locator('.sign-buttons')
    .getByRole('button', { name: /^Trả lại/ })
    .click();
  await page.getByLabel('Lý do trả lại').fill(reason);
  await page
    .locator('.return-buttons')
    .getByRole('button', { name: /^Trả lại/ })
    .click();
  await page.getByText(new RegExp(`^Đã trả lại: ${who}`)).waitFor();
}

/** The officer opens a dossier by its code from the list. */
export async function openDossier(page: Page, code: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByLabel('Tìm hồ sơ', { exact: true }).fill(code);
  await page.locator('tr.list-row').filter({ hasText: code }).click();
  await page.locator('.dossier-head').filter({ hasText: code }).waitFor();
}
