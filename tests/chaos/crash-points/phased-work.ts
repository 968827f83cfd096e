import { writeFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import type { Page } from 'playwright-core';
import { readJournal } from '../../demo/count-truth.ts';
import { compose, receive, signOut } from '../../support/counter.ts';
import type { Citizen } from '../citizens.ts';
import { beginShift } from '../counter-work.ts';
import { readLine } from '../desk-truth.ts';
import type { ChaosBranch } from '../whole-desk/chaos-branch.ts';
import { untilDraftCopied } from './copy-level.ts';
import { correctReturned, lookAfterTheDesk, takeReplies, withElectronicPapers } from './rare-work.ts';
import { takeUpDraft } from './take-up-draft.ts';

/** What the script is at when a point is passed: the same await is another place in each. */
export type Phase =
  | 'first-day'
  | 'start'
  | 'start-torn'
  | 'start-copy-gone'
  | 'start-branched'
  | 'start-disk-hurt'
  | 'compose'
  | 'receive'
  | 'print'
  | 'carry'
  | 'sync'
  | 'sign-out'
  | RarePhase;

/** What is not done with every citizen: watched once, and again when a cut is planned there. */
const RARE = ['compose-electronic', 'carry-back', 'supervise', 'correct', 'sync-limited'] as const;
type RarePhase = (typeof RARE)[number];
export const isRare = (phase: string): boolean => RARE.some((each) => each === phase);

const PATIENCE_MS = 150_000;

export const sayPhase = (phaseFile: string, phase: Phase): void => writeFileSync(phaseFile, phase);

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
    /** What is not done with every citizen is done with this one. */
    readonly rare: boolean;
    readonly newCitizen: () => Promise<Citizen>;
  },
  say: (phase: Phase) => void,
): Promise<void> {
  const { citizen, leftReady, rare, newCitizen } = who;
  say(rare ? 'compose-electronic' : 'compose');
  const handIn = async ({ intake }: Citizen): Promise<void> =>
    compose(page, rare ? await withElectronicPapers(branch.day.folder, intake) : intake);
  const there = (await readJournal(page)).some(
    ({ fact }) => fact.type === 'dossier-received' && fact.content.applicant.fullName === citizen.who,
  );
  let applicant = citizen;
  if (!leftReady) await handIn(citizen);
  // Received before the screen went black: the list shows it, and the next citizen's turn has come.
  else if (!(await takeUpDraft(page, citizen, there))) {
    applicant = await newCitizen();
    await handIn(applicant);
  }
  // A slow copy would pass its places in a phase in which nobody watches for them.
  if (rare) await untilDraftCopied(branch, page, applicant.intake.phone);
  say('receive');
  const code = await receive(page);
  say('print');
  const before = branch.printer.all().length;
  await page.getByRole('button', { name: 'In tất cả' }).click();
  await expect.poll(() => branch.printer.all().length, { timeout: PATIENCE_MS }).toBe(before + 2);
  await page.keyboard.press('Escape');
  if (who.carries || rare) await writeStick(page, say);
  if (rare) {
    say('carry-back');
    await takeReplies(branch, page);
    say('supervise');
    await lookAfterTheDesk(page, applicant.who, await branch.folder('second-disk'));
    say('correct');
    await correctReturned(page, code);
  }
  say(rare ? 'sync-limited' : 'sync');
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
