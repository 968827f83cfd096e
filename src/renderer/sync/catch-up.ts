import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { DeskStore } from '../ports/desk-store.ts';

/** The most that a page of main holds: each page is one transaction, and a rebuild has many. */
const EVENTS_A_PAGE = 2000;

/**
 * Replays what the journal has and the working copy lacks, page by page; each page is durable before the next.
 * @returns the state at the journal's head. Throws when main cannot read its journal or the copy cannot be written.
 */
export async function catchUpWithJournal(bridge: DeskBridge, store: DeskStore): Promise<DeskState> {
  for (;;) {
    const state = await store.loadState();
    const page = await bridge.call('journal:read', { afterSeq: state.head.seq, limit: EVENTS_A_PAGE });
    if (!page.ok) throw new Error(`journal cannot be read: ${page.failure.code}`);
    if (page.value.events.length === 0) return state;
    await store.applyEvents(page.value.events);
  }
}

/**
 * The same for what the city said and signed. The journal goes first each time: a verdict about an event that is not
 * in the copy yet would be heard by nobody, and it is told only once.
 */
export async function catchUpWithCity(bridge: DeskBridge, store: DeskStore): Promise<DeskState> {
  for (;;) {
    const after = await store.loadCityPosition();
    const page = await bridge.call('city:read', { after, limit: EVENTS_A_PAGE });
    if (!page.ok) throw new Error(`what the city said cannot be read: ${page.failure.code}`);
    if (page.value.messages.length === 0) return store.loadState();
    await catchUpWithJournal(bridge, store);
    await store.applyCityMessages(page.value.messages);
  }
}
