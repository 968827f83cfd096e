import type { CityMessage } from '../../shared/contracts/city/events.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { EvolveAll } from '../../shared/domain/desk-log/evolve.ts';
import { applyCityWords } from '../../shared/domain/dossier/apply-city-word.ts';
import type { DeskStore } from '../ports/desk-store.ts';
import type { DeskDatabase } from './desk-database.ts';
import { findMark } from './find-mark.ts';
import { loadHeardWords } from './heard-words.ts';
import { EMPTY_HEAD, loadDeskState } from './load-desk-state.ts';
import { saveRowCounts } from './row-counts.ts';
import { changedRows, saveChanges } from './save-changes.ts';

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

  const loadCityPosition = async (): Promise<number> =>
    (await findMark<number>(database, 'cityPosition')) ?? 0;

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
    const before = await loadState();
    const position = await loadCityPosition();
    const fresh = messages.filter((each) => each.position > position);
    const last = fresh.at(-1);
    if (last === undefined) return before;
    const heard = await loadHeardWords(
      database,
      fresh.map(({ message }) => message),
    );
    const after = applyCityWords(before, heard.words);
    await database.transaction('rw', facts, async () => {
      await database.dossiers.bulkPut(changedRows(before.dossiers, after.dossiers));
      const answered = await database.outbox.where('seq').anyOf(heard.judged).delete();
      await database.marks.put({ name: 'cityPosition', value: last.position });
      await saveRowCounts(database, after, { events: 0, outbox: -answered });
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
    loadCityPosition,
    findHash: async (seq) => (await database.events.get(seq))?.hash ?? null,
    setAside: (seq) =>
      database.transaction('rw', [database.events, database.setAside], async () => {
        const events = await database.events.where('seq').above(seq).toArray();
        await database.setAside.bulkPut(events);
        return events.length;
      }),
    applyEvents,
    applyCityMessages,
    reset,
    hasDraftsOfMain: async () => (await findMark<boolean>(database, 'draftsOfMain')) ?? false,
    noteDraftsOfMain: async () => {
      await database.marks.put({ name: 'draftsOfMain', value: true });
    },
    saveDraft: async (draft) => {
      await database.drafts.put(draft);
    },
    deleteDraft: (draftId) => database.drafts.delete(draftId),
    findDraft: (draftId) => database.drafts.get(draftId),
    listDrafts: () => database.drafts.orderBy('updatedAt').reverse().toArray(),
  };
}
