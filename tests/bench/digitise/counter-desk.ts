import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { officer, openPracticeBranch, residenceIntake } from '../../journeys/practice-branch.ts';
import { signIn } from '../../support/counter.ts';

/** A hundred files go through the browser's door one after the other; on a loaded machine that takes its time. */
const HANDING_MS = 300_000;

const keptChoice = resolve(import.meta.dirname, '../../../out/reading-engine.json');

export type CounterDesk = {
  readonly page: Page;
  /** Names every process of the desk. */
  readonly mark: string;
  /** Gives files to the paper that is open. */
  readonly hand: (files: readonly string[]) => Promise<void>;
  /** Until every page that was handed in has been read. */
  readonly untilRead: (timeoutMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * A desk in its real window, an intake begun and its first paper open. Which engine is the quicker one here is known, as
 * on any day but the first: `npm run read` has found it out.
 */
export async function openCounterDesk(): Promise<CounterDesk> {
  const branch = await openPracticeBranch();
  try {
    mkdirSync(join(branch.profile, 'desk'), { recursive: true });
    if (existsSync(keptChoice)) copyFileSync(keptChoice, join(branch.profile, 'desk', 'reading-engine.json'));
    const { page } = await branch.open();
    await signIn(page, ...officer);
    await page.keyboard.press('F2');
    const search = page.getByLabel('Tìm thủ tục');
    await search.waitFor();
    await search.fill(residenceIntake.procedure);
    await page.keyboard.press('Enter');
    await page.locator('.procedure-chosen').waitFor();
    const paper = page.locator('section.paper').filter({ hasText: 'Tờ khai thay đổi' }).first();
    await paper.getByRole('button').first().click();
    return {
      page,
      mark: branch.root,
      hand: (files) => page.locator('input[type=file]').setInputFiles([...files], { timeout: HANDING_MS }),
      untilRead: async (timeout) => {
        await page.getByText(/^Đang nhận/).waitFor({ state: 'detached', timeout });
        await page.getByText(/^Đang đọc chữ, còn/).waitFor({ state: 'detached', timeout });
      },
      close: branch.close,
    };
  } catch (thrown) {
    await branch.close();
    throw thrown;
  }
}
