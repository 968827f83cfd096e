import type { Page } from 'playwright-core';

const MOST_LETTERS = 600;

/** What stands on the screen, for the one who has to find out why: words only, without style sheets and what is hidden. */
export async function screenText(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: only what is rendered counts
  const shown = await page.locator('#root').innerText();
  return shown.replace(/\s+/g, ' ').slice(0, MOST_LETTERS);
}
