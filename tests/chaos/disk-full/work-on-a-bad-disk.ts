import type { Locator, Page } from 'playwright-core';
import { compose } from '../../support/counter.ts';
import type { Citizen } from '../citizens.ts';

/**
 * When the disk goes: before a further page is handed in, or one that the store has already (it needs no room and is
 * taken), before the main action, or just behind it.
 */
export type Moment = 'page' | 'page-again' | 'receive' | 'behind-receive';

/** That it was taken all the same, codes of the failures shown, or null for silence. */
export type Said = 'received' | 'page-taken' | readonly string[] | null;

const SAID_MS = 120_000;
/** Sentences that tell the officer to start the programme again. */
const ASKS_FOR_RESTART = [
  'copy-not-saved',
  'fact-not-shown',
  'copy-behind-journal',
  'journal-closed',
  'log-closed',
];

export const asksForRestart = (codes: readonly string[]): boolean =>
  codes.some((code) => ASKS_FOR_RESTART.includes(code));

export const failuresShown = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-failure]')
    .evaluateAll((notes) => notes.map((note) => (note as HTMLElement).dataset.failure ?? ''));

const received = (page: Page) => page.getByRole('dialog', { name: /^Đã tiếp nhận/ });

/** What the screen says by itself: that it is taken, why not, or (null) nothing at all. `taken`: what shows that it is. */
async function saidByScreen<Taken extends 'received' | 'page-taken'>(
  page: Page,
  what: Taken,
  taken: Locator,
): Promise<Taken | readonly string[] | null> {
  const said = taken.or(page.locator('[data-failure]')).first();
  try {
    await said.waitFor({ timeout: SAID_MS });
  } catch {
    // A silence is what is looked for here.
    return null;
  }
  // Both may stand there: what failed is what is asked for.
  const failures = await failuresShown(page);
  return failures.length > 0 ? failures : what;
}

/** One intake during which the disk goes. `further`: the page that is handed in then. */
export async function workOnABadDisk(
  page: Page,
  work: { readonly citizen: Citizen; readonly further: string; readonly moment: Moment },
  strike: () => Promise<void>,
): Promise<Said> {
  await compose(page, work.citizen.intake);
  if (work.moment !== 'behind-receive') await strike();
  if (work.moment === 'page' || work.moment === 'page-again') {
    const paper = page.locator('section.paper').first();
    await paper.locator('button.paper-head').first().click();
    const before = await paper.locator('.thumb').count();
    await page.locator('input[type=file]').setInputFiles([work.further]);
    return saidByScreen(page, 'page-taken', paper.locator('.thumb').nth(before));
  }
  await page.keyboard.press('Control+Enter');
  if (work.moment === 'behind-receive') await strike();
  return saidByScreen(page, 'received', received(page));
}
