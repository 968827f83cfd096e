import type { Page } from 'playwright-core';
import { finishIntake } from '../../support/counter.ts';
import type { Citizen } from '../citizens.ts';

/** What a draft's row says of an applicant whose name was not kept any more. */
const NAMELESS = 'Hồ sơ mới';

/**
 * Opens the draft that a cut left behind. One whose dossier is in the journal (`there`) may still be shown for a moment,
 * or not any more; any other must be there. With it what the officer had filled in, but for the last keys before the
 * screen went black: the name may be among them, and then it is the newest of the nameless ones.
 * @returns false when there is none and none is needed
 */
export async function takeUpDraft(page: Page, { who, intake }: Citizen, there: boolean): Promise<boolean> {
  await page.keyboard.press('Alt+H');
  const drafts = page.locator('tr.list-row').filter({ hasText: 'đang soạn' });
  const named = drafts.filter({ hasText: who });
  await page.locator('.home-columns').waitFor();
  if (there && (await named.count()) === 0) return false;
  const nameless = drafts.filter({ hasText: NAMELESS });
  await named.or(nameless).first().waitFor();
  await ((await named.count()) > 0 ? named.first() : nameless.last()).click();
  await page.locator('.procedure-chosen').waitFor();
  if (!there) await finishIntake(page, intake);
  return true;
}
