import { appendFileSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** What the screen told someone, and so what must stay true. */
export type Seen =
  | { readonly what: 'received'; readonly code: string }
  | {
      readonly what: 'number';
      readonly code: string;
      readonly paper: 'slip' | 'receipt';
      readonly number: number;
    }
  | { readonly what: 'city-has'; readonly code: string };

const keyOf = (seen: Seen): string => JSON.stringify(seen);

/** Begins a line on the window's console that is meant for the oracle. */
const MARK = 'the screen says ';

/**
 * Stands outside the desk and writes down, the moment it is painted, what the screen promises: codes of received
 * dossiers, numbers of slips and receipts, "Thành phố đã nhận". Its file outlives every kill.
 */
export function createScreenOracle(file: string) {
  const known = new Set<string>();

  const note = (seen: Seen): void => {
    if (known.has(keyOf(seen))) return;
    known.add(keyOf(seen));
    appendFileSync(file, `${keyOf(seen)}\n`);
  };

  return {
    all: (): readonly Seen[] =>
      known.size === 0
        ? []
        : readFileSync(file, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as Seen),

    /**
     * Watches one window until it ends. It tells by its console: a function that Playwright puts into the page is an
     * object of its connection, and a page that goes while it is made breaks that connection for good.
     */
    watch: async (page: Page): Promise<void> => {
      page.on('console', (line) => {
        const text = line.text();
        if (text.startsWith(MARK)) note(JSON.parse(text.slice(MARK.length)) as Seen);
      });
      await page.evaluate((mark) => {
        const CODE = /[A-Z]\d{2}[\d.]*-\d{6}-\d{4,9}/;
        const told = new Set<string>();
        const tell = (seen: Record<string, unknown>): void => {
          const key = JSON.stringify(seen);
          if (told.has(key)) return;
          told.add(key);
          console.debug(`${mark}${key}`);
        };
        const look = (): void => {
          const received = document.querySelector('[role="dialog"] .received-code')?.textContent;
          if (received != null) tell({ what: 'received', code: received });
          for (const row of document.querySelectorAll('tr.list-row, .dossier-head')) {
            const text = row.textContent ?? '';
            const code = CODE.exec(text)?.[0];
            if (code !== undefined && /Thành phố đã nhận lúc/.test(text)) tell({ what: 'city-has', code });
          }
          const shown = CODE.exec(document.querySelector('.dossier-head')?.textContent ?? '')?.[0];
          if (shown === undefined) return;
          for (const paper of document.querySelectorAll('.paper-out-again')) {
            const text = paper.textContent ?? '';
            const number = /số (\d+)/.exec(text)?.[1];
            if (number === undefined) continue;
            const kind = text.includes('Biên lai') ? 'receipt' : 'slip';
            tell({ what: 'number', code: shown, paper: kind, number: Number(number) });
          }
        };
        new MutationObserver(look).observe(document.body, {
          childList: true,
          subtree: true,
          characterData: true,
        });
        look();
      }, MARK);
    },
  };
}
export type ScreenOracle = ReturnType<typeof createScreenOracle>;
