import { writeFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import type { Page } from 'playwright-core';
import { readJournal } from '../../demo/count-truth.ts';
import { compose, receive } from '../../support/counter.ts';
import type { Citizen } from '../citizens.ts';
import { readLine } from '../desk-truth.ts';
import type { ChaosBranch } from '../whole-desk/chaos-branch.ts';

/** What the script is at when a point is passed: the same await is another place in each. */
export type Phase = 'first-day' | 'start' | 'compose' | 'receive' | 'print' | 'sync';

const A_MINUTE_MS = 60_000;

export const sayPhase = (phaseFile: string, phase: Phase): void => writeFileSync(phaseFile, phase);

/** Opens the draft that a cut left behind, when the desk shows it as still to be done. */
async function takeUpDraft(page: Page, who: string): Promise<boolean> {
  await page.keyboard.press('Alt+H');
  const row = page.locator('tr.list-row').filter({ hasText: who }).filter({ hasText: 'đang soạn' });
  await page.locator('.home-columns').waitFor();
  if ((await row.count()) === 0) return false;
  await row.first().click();
  await page.locator('.procedure-chosen').waitFor();
  return true;
}

/**
 * One dossier from the first key to the city's word, the line down until the papers are out. What a cut left ready to
 * be received is received again: that is what an officer does whose screen went black on the last press.
 */
export async function workInPhases(
  branch: ChaosBranch,
  page: Page,
  who: {
    readonly citizen: Citizen;
    /** A cut came while this citizen's papers were being received. */
    readonly leftReady: boolean;
    readonly newCitizen: () => Promise<Citizen>;
  },
  say: (phase: Phase) => void,
): Promise<void> {
  say('compose');
  const { citizen, leftReady, newCitizen } = who;
  if (!leftReady) await compose(page, citizen.intake);
  else if (!(await takeUpDraft(page, citizen.who))) {
    // Received before the screen went black: the list shows it, and the next citizen's turn has come.
    const there = (await readJournal(page)).some(
      ({ fact }) => fact.type === 'dossier-received' && fact.content.applicant.fullName === citizen.who,
    );
    await compose(page, there ? (await newCitizen()).intake : citizen.intake);
  }
  say('receive');
  const code = await receive(page);
  say('print');
  const before = branch.printer.all().length;
  await page.getByRole('button', { name: 'In tất cả' }).click();
  await expect.poll(() => branch.printer.all().length, { timeout: A_MINUTE_MS }).toBe(before + 2);
  await page.keyboard.press('Escape');
  say('sync');
  await page.keyboard.press('F8');
  await branch.plug.plugIn();
  await page.getByRole('button', { name: 'Thử ngay' }).click();
  await expect.poll(async () => (await readLine(page))?.unsentPages, { timeout: A_MINUTE_MS }).toBe(0);
  await page
    .locator('tr.list-row')
    .filter({ hasText: code })
    .filter({ hasText: 'Thành phố đã nhận lúc' })
    .waitFor({ timeout: A_MINUTE_MS });
}
