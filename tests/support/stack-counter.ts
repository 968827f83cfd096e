import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { EsclServer } from './escl-server.ts';

/** What an officer does with a stack of paper, by the names and keys that are on the screen. */
const READ_MS = 120_000;

export const tray = (page: Page): Locator => page.locator('section.tray');
export const paperRow = (page: Page, name: string): Locator =>
  page.locator(`section.paper[aria-label^="${name}"]`);
/** Pages in sight. */
export const thumbs = (within: Locator): Locator => within.locator('.thumb');
export const flawed = (within: Locator): Locator => within.locator('.thumb[aria-label*="ảnh có chỗ hỏng"]');

/** Opens the scan settings, adds the scanner by its address and chooses the feeder; leaves them open. */
export async function addNetworkScanner(page: Page, { port }: EsclServer): Promise<void> {
  await page.keyboard.press('Shift+F7');
  await page.getByRole('button', { name: 'Thêm máy quét mạng theo địa chỉ' }).press('Enter');
  await page.keyboard.type(`127.0.0.1:${port}`);
  await page.keyboard.press('Enter');
  await page.getByText(`Địa chỉ đã thêm: 127.0.0.1:${port}`).waitFor();
  await page.getByRole('button', { name: 'Hồ sơ A4 một mặt' }).press('Enter');
}

export async function allPagesRead(page: Page): Promise<void> {
  await expect(page.locator('.thumb[aria-label*="đang đọc chữ"]')).toHaveCount(0, { timeout: READ_MS });
}

/** F7 takes the whole stack into the tray; until so many pages are hidden and so many in sight, all read. */
export async function scanStack(
  page: Page,
  scanner: EsclServer,
  { seen, hidden }: { readonly seen: number; readonly hidden: number },
): Promise<void> {
  await page.keyboard.press('F7');
  await expect.poll(() => scanner.stack.length, { timeout: READ_MS }).toBe(0);
  await tray(page)
    .getByText(new RegExp(`^${hidden} trang đã ẩn`))
    .waitFor({ timeout: READ_MS });
  await expect(thumbs(tray(page))).toHaveCount(seen, { timeout: READ_MS });
  await flawed(tray(page)).first().waitFor({ timeout: READ_MS });
}

/** The page at hand is scanned again; `sheet` lies in the feeder. */
export async function scanAgain(page: Page, scanner: EsclServer, sheet: Buffer): Promise<void> {
  scanner.stack = [sheet];
  await page.getByRole('button', { name: 'Quét lại trang này' }).click();
  await page.getByText(/^Trang quét hoặc tệp kế tiếp sẽ thay trang/).waitFor();
  await page.keyboard.press('F7');
  await flawed(tray(page)).waitFor({ state: 'detached', timeout: READ_MS });
  await allPagesRead(page);
}

/**
 * Takes over every field of the page at hand by keyboard, contradicted ones by Alt Enter once Enter alone did nothing.
 * @returns the states in which the cursor came to them, in order
 */
export async function acceptAllFields(page: Page): Promise<readonly string[]> {
  const waiting = page.locator(
    '.read-field:is([data-state="contradicted"], [data-state="doubtful"], [data-state="proposed"])',
  );
  const states: string[] = [];
  await page.keyboard.press('Alt+4');
  for (let left = await waiting.count(); left > 0; left -= 1) {
    const here = page.locator('.read-field:has(input:focus)');
    const state = (await here.getAttribute('data-state')) ?? '';
    states.push(state);
    await page.keyboard.press('Enter');
    if (state === 'contradicted') {
      expect(await here.getAttribute('data-state')).toBe('contradicted');
      await page.keyboard.press('Alt+Enter');
    }
    await expect(waiting).toHaveCount(left - 1);
  }
  return states;
}
