import type { CityMessage } from '../../shared/contracts/city/events.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { EvolveAll } from '../../shared/domain/desk-log/evolve.ts';
import type { DeskStore } from '../ports/desk-store.ts';
import { applyCityMessage } from './apply-city-message.ts';
import type { DeskDatabase } from './desk-database.ts';
import { EMPTY_HEAD, findMark, loadDeskState } from './load-desk-state.ts';
import { saveChanges } from './save-changes.ts';

/** The working copy over Dexie. The last folded state is kept in memory; every change is durable before it is shown. */
export function createDeskStore(database: DeskDatabase, evolveAll: EvolveAll): DeskStore {
  let state: DeskState | null = null;
  const facts = [
    database.events,
    database.dossiers,
    database.leases,
    database.officers,
    database.outbox,
    database.marks,
  ];

  async function loadState(): Promise<DeskState> {
    state ??= await loadDeskState(database);
    return state;
  }

  async function applyEvents(events: readonly DeskEvent[]): Promise<DeskState> {
    const before = await loadState();
    const fresh = events.filter((event) => event.seq > before.head.seq);
    const first = fresh[0];
    if (first === undefined) return before;
    if (first.seq !== before.head.seq + 1 || first.prev !== before.head.hash) {
      throw new Error(`gap: the copy ends at ${before.head.seq}, the events begin at ${first.seq}`);
    }
    const after = evolveAll(before, fresh);
    await database.transaction('rw', facts, () => saveChanges(database, before, after, fresh));
    state = after;
    return after;
  }

  async function applyCityMessages(
    messages: readonly { readonly position: number; readonly message: CityMessage }[],
  ): Promise<DeskState> {
    let after = await loadState();
    await database.transaction('rw', facts, async () => {
      for (const { position, message } of messages) {
        after = await applyCityMessage(database, after, message);
        await database.marks.put({ name: 'cityPosition', value: position });
      }
    });
    state = after;
    return after;
  }

  async function reset(): Promise<void> {
    await database.transaction('rw', facts, () => Promise.all(facts.map((table) => table.clear())));
    state = null;
  }

  return {
    loadState,
    loadHead: async () => (await findMark<DeskState['head']>(database, 'head')) ?? EMPTY_HEAD,
    loadCityPosition: async () => (await findMark<number>(database, 'cityPosition')) ?? 0,
    applyEvents,
    applyCityMessages,
    reset,
    saveDraft: async (draft) => {
      await database.drafts.put(draft);
    },
    deleteDraft: (draftId) => database.drafts.delete(draftId),
    findDraft: (draftId) => database.drafts.get(draftId),
    listDrafts: () => database.drafts.orderBy('updatedAt').reverse().toArray(),
  };
}
