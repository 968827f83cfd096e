import { writeFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import type { Page } from 'playwright-core';
import { readJournal } from '../../demo/count-truth.ts';
import { compose, finishIntake, receive, signOut } from '../../support/counter.ts';
import type { Citizen } from '../citizens.ts';
import { beginShift } from '../counter-work.ts';
import { readLine } from '../desk-truth.ts';
import type { ChaosBranch } from '../whole-desk/chaos-branch.ts';

/** What the script is at when a point is passed: the same await is another place in each. */
export type Phase =
  | 'first-day'
  | 'start'
  | 'start-torn'
  | 'start-copy-gone'
  | 'compose'
  | 'receive'
  | 'print'
  | 'carry'
  | 'sync'
  | 'sign-out';

const PATIENCE_MS = 150_000;

export const sayPhase = (phaseFile: string, phase: Phase): void => writeFileSync(phaseFile, phase);

/**
 * Opens the draft that a cut left behind. One whose dossier is in the journal (`there`) may still be shown for a moment,
 * or not any more; any other must be there, and with it what the officer had filled in.
 */
async function takeUpDraft(page: Page, { who, intake }: Citizen, there: boolean): Promise<boolean> {
  await page.keyboard.press('Alt+H');
  const row = page.locator('tr.list-row').filter({ hasText: who }).filter({ hasText: 'đang soạn' });
  await page.locator('.home-columns').waitFor();
  if (there && (await row.count()) === 0) return false;
  await row.first().click();
  await page.locator('.procedure-chosen').waitFor();
  // The last keys before the screen went black may not have been kept.
  if (!there) await finishIntake(page, intake);
  return true;
}

async function writeStick(page: Page, say: (phase: Phase) => void): Promise<void> {
  say('carry');
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'Chép hồ sơ chưa gửi ra USB' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thư mục khác…' }).click();
  await page
    .getByRole('dialog')
    .getByText(/^Đã chép và đọc lại đúng/)
    .waitFor({ timeout: PATIENCE_MS });
  await page.keyboard.press('Escape');
}

/**
 * One dossier from the first key to the city's word, the line down until the papers are out (and, with `carries`, a stick is written). What a cut left ready to
 * be received is received again: that is what an officer does whose screen went black on the last press.
 */
export async function workInPhases(
  branch: ChaosBranch,
  page: Page,
  who: {
    readonly citizen: Citizen;
    /** A cut came while this citizen's papers were being received. */
    readonly leftReady: boolean;
    /** The unsent dossier goes onto a stick as well. */
    readonly carries: boolean;
    readonly newCitizen: () => Promise<Citizen>;
  },
  say: (phase: Phase) => void,
): Promise<void> {
  say('compose');
  const { citizen, leftReady, newCitizen } = who;
  const there = (await readJournal(page)).some(
    ({ fact }) => fact.type === 'dossier-received' && fact.content.applicant.fullName === citizen.who,
  );
  if (!leftReady) await compose(page, citizen.intake);
  // Received before the screen went black: the list shows it, and the next citizen's turn has come.
  else if (!(await takeUpDraft(page, citizen, there))) await compose(page, (await newCitizen()).intake);
  say('receive');
  const code = await receive(page);
  say('print');
  const before = branch.printer.all().length;
  await page.getByRole('button', { name: 'In tất cả' }).click();
  await expect.poll(() => branch.printer.all().length, { timeout: PATIENCE_MS }).toBe(before + 2);
  await page.keyboard.press('Escape');
  if (who.carries) await writeStick(page, say);
  say('sync');
  await page.keyboard.press('F8');
  await branch.plug.plugIn();
  await page.getByRole('button', { name: 'Thử ngay' }).click();
  await expect.poll(async () => (await readLine(page))?.unsentPages, { timeout: PATIENCE_MS }).toBe(0);
  await page
    .locator('tr.list-row')
    .filter({ hasText: code })
    .filter({ hasText: 'Thành phố đã nhận lúc' })
    .waitFor({ timeout: PATIENCE_MS });
  say('sign-out');
  await signOut(page);
  await beginShift(page);
}
