import type { Page } from 'playwright-core';
import type { DeskBridge } from '../../src/shared/contracts/bridge/desk-bridge.ts';
import { DeskEvent } from '../../src/shared/domain/desk-log/desk-event.ts';
import { hashPage } from '../city/pages/page-store.ts';
import { startCity } from '../city/start-city.ts';

/** What the desk's journal holds, read through main. */
export async function readJournal(page: Page): Promise<readonly DeskEvent[]> {
  return page.evaluate(async () => {
    const { desk } = window as unknown as { readonly desk: DeskBridge };
    const events: DeskEvent[] = [];
    for (;;) {
      const read = await desk.call('journal:read', { afterSeq: events.length, limit: 500 });
      if (!read.ok) throw new Error(read.failure.code);
      if (read.value.events.length === 0) return events;
      events.push(...read.value.events);
    }
  });
}

/** Characters of all readings that the window keeps. */
export async function countCharactersRead(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((settle, refuse) => {
        const opening = indexedDB.open('desk');
        opening.onerror = () => refuse(opening.error);
        opening.onsuccess = () => {
          if (!opening.result.objectStoreNames.contains('pageReadings'))
            return refuse(new Error('the copy keeps no readings'));
          const all = opening.result.transaction('pageReadings').objectStore('pageReadings').getAll();
          all.onerror = () => refuse(all.error);
          all.onsuccess = () => {
            opening.result.close();
            settle((all.result as { text: string }[]).reduce((sum, { text }) => sum + text.trim().length, 0));
          };
        };
      }),
  );
}

export type CityHoldings = {
  /** Dossier codes, each as often as an accepted intake names it. */
  readonly codes: readonly string[];
  /** Codes that the city calls complete: facts and every page. */
  readonly complete: readonly string[];
  /** Pages whose bytes the city holds, hashed again just now. */
  readonly pages: readonly string[];
  readonly wrongPages: readonly string[];
  readonly receipts: number;
};

/** What the stopped city has in its database: opened again from its files, counted by SQL, its pages hashed again. */
export async function countCity(dataDir: string): Promise<CityHoldings> {
  const city = await startCity({ dataDir });
  try {
    const received = await city.query<{ raw: string }>(
      "SELECT raw FROM desk_events WHERE type = 'dossier-received' AND outcome = 'accepted'",
    );
    const complete = await city.query<{ code: string }>(
      'SELECT code FROM dossiers WHERE complete_seq IS NOT NULL AND complete_seq >= content_seq',
    );
    const pages = await city.query<{ sha256: string }>(
      'SELECT sha256 FROM pages WHERE complete_at IS NOT NULL',
    );
    const receipts = await city.query<{ n: number }>('SELECT count(*)::int AS n FROM receipts');
    const hashed = await Promise.all(
      pages.map(async ({ sha256 }) => ({ sha256, right: (await hashPage(city, sha256)) === sha256 })),
    );
    return {
      codes: received.map(({ raw }) => codeOf(JSON.parse(raw))),
      complete: complete.map(({ code }) => code),
      pages: hashed.filter(({ right }) => right).map(({ sha256 }) => sha256),
      wrongPages: hashed.filter(({ right }) => !right).map(({ sha256 }) => sha256),
      receipts: receipts[0]?.n ?? 0,
    };
  } finally {
    await city.stop();
  }
}

function codeOf(raw: unknown): string {
  const { fact } = DeskEvent.parse(raw);
  if (fact.type !== 'dossier-received') throw new Error(`not an intake: ${fact.type}`);
  return fact.code;
}
