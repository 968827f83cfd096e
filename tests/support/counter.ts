import { expect } from 'playwright/test';
import type { Page } from 'playwright-core';

/** What an officer does at the counter, by the names that are on the screen. */
export type Intake = {
  /** Typed as an officer would, without accents. */
  readonly procedure: string;
  /** Text that a card scanner types. */
  readonly cardQr: string;
  readonly phone: string;
  /** Files for each paper that is handed in, by the beginning of its name. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** Papers that come from the scanner, by the beginning of the name. */
  readonly scanned?: readonly string[];
};

/** For one step, on a machine that many share. */
const PATIENCE_MS = 150_000;

export async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByText('Ai đang ngồi ở quầy?').waitFor({ timeout: PATIENCE_MS });
  await page.getByRole('radio', { name }).check({ force: true });
  await page
    .getByLabel(/^Mã PIN/)
    .first()
    .fill(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Đăng xuất/ }).waitFor({ timeout: PATIENCE_MS });
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Đăng xuất/ }).click();
  await page.getByText('Ai đang ngồi ở quầy?').waitFor();
}

/** The keyboard-type card scanner: a burst of keys that ends in Enter. */
async function scanCard(page: Page, text: string): Promise<void> {
  await page.getByLabel('Đọc thẻ').fill(text);
  await page.getByLabel('Đọc thẻ').press('Enter');
}

async function settlePaper(page: Page, name: string, intake: Intake): Promise<void> {
  const paper = page
    .locator('section.paper')
    .filter({ has: page.getByRole('button', { name, exact: true }) });
  const head = paper.getByRole('button', { name, exact: true }).first();
  await head.click();
  const files = Object.entries(intake.files).find(([start]) => name.startsWith(start))?.[1];
  if (files !== undefined) {
    const before = await paper.locator('.thumb').count();
    await page.locator('input[type=file]').setInputFiles([...files]);
    await paper.locator('.thumb').nth(before).waitFor({ timeout: PATIENCE_MS });
    await page.getByText(/^Đang nhận/).waitFor({ state: 'detached', timeout: PATIENCE_MS });
    return;
  }
  if (intake.scanned?.some((start) => name.startsWith(start))) {
    await page.keyboard.press('F7');
    await paper.locator('.thumb').first().waitFor({ timeout: PATIENCE_MS });
    await page.getByText(/^Đang quét/).waitFor({ state: 'detached', timeout: PATIENCE_MS });
    return;
  }
  const statuses = paper.locator('fieldset button');
  const shown = statuses.filter({ hasText: 'Đã xem' });
  const unneeded = statuses.filter({ hasText: 'Không cần' });
  const choice = (await statuses.filter({ hasText: 'Nộp' }).isDisabled()) ? shown : unneeded;
  if (await choice.isEnabled()) {
    await choice.click();
    return;
  }
  await statuses.filter({ hasText: 'Còn thiếu' }).click();
  await paper.getByLabel('Vì sao còn thiếu, bao giờ nộp').fill('Nộp bổ sung trong tuần');
}

/** A new intake with its procedure chosen. */
export async function startIntake(page: Page, procedure: string): Promise<void> {
  await page.keyboard.press('F2');
  const search = page.getByLabel('Tìm thủ tục');
  await search.waitFor();
  await search.fill(procedure);
  await page.keyboard.press('Enter');
  await page.locator('.procedure-chosen').waitFor();
}

/** The applicant by card, and what only an officer can say. */
export async function finishIntake(page: Page, intake: Pick<Intake, 'cardQr' | 'phone'>): Promise<void> {
  await scanCard(page, intake.cardQr);
  await page.getByLabel('Điện thoại', { exact: true }).fill(intake.phone);
  for (const box of await page.getByLabel(/^Đã đối chiếu mức/).all()) await box.check();
}

/** Fills the intake screen; the dossier is ready to be received afterwards. */
export async function compose(page: Page, intake: Intake): Promise<void> {
  await startIntake(page, intake.procedure);
  const papers = page.locator('section.paper');
  for (const name of await papers.evaluateAll((all) =>
    all.map((each) => each.getAttribute('aria-label') ?? ''),
  )) {
    await settlePaper(page, name, intake);
  }
  await finishIntake(page, intake);
}

/** Presses the main action. @returns the dossier code that the screen promises the citizen */
export async function receive(page: Page): Promise<string> {
  // Pressed before the last entry is judged it would lead to what was missing a moment ago.
  await page.locator('button[data-ready]').first().waitFor({ timeout: PATIENCE_MS });
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: /^Đã tiếp nhận/ });
  await dialog.waitFor({ timeout: PATIENCE_MS });
  const code = /(?:TAM-[A-Z\d-]+|[A-Z]\d{2}[\d.]*)-\d{6}-\d{4,9}/.exec(
    (await dialog.textContent()) ?? '',
  )?.[0];
  if (code === undefined) throw new Error('the dialog shows no dossier code');
  return code;
}

export async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hồ sơ tiếp theo' }).click();
}

/** Until no page of the desk waits to be read. */
export async function waitUntilRead(page: Page): Promise<void> {
  await page.getByText(/^Đang đọc chữ, còn/).waitFor({ state: 'detached', timeout: 2 * PATIENCE_MS });
}

/**
 * Looks at the last page and accepts, with Enter, every value that the reader is sure of; doubtful ones are left.
 * @returns how many were accepted
 */
export async function confirmFields(page: Page): Promise<number> {
  await page.locator('section.paper .thumb').last().click();
  await page.locator('.viewer-sheet img').first().waitFor();
  const sure = page.locator('.read-field[data-state="proposed"] input');
  const count = await sure.count();
  for (let left = count; left > 0; left -= 1) {
    await sure.first().press('Enter');
    await expect(sure).toHaveCount(left - 1);
  }
  return count;
}
