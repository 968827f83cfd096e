import { expect } from 'playwright/test';
import type { Page } from 'playwright-core';

/** What a supervisor does in the sign-off inbox, by the names that are on the screen. */
export async function approveFirst(page: Page): Promise<void> {
  const main = page.getByRole('main');
  const waiting = main.getByRole('option');
  const before = await waiting.count();
  await main.getByRole('button', { name: /^Ký duyệt/ }).click();
  await expect(waiting).toHaveCount(before - 1);
}

export async function returnFirst(page: Page, reason: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Trả lại/ })
    .click();
  await page.getByLabel('Lý do trả lại').fill(reason);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^Đã trả lại: /).waitFor();
}
