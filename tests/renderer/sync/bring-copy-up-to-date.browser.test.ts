import { describe, expect, it } from 'vitest';
import { isWhole } from '../../../src/renderer/storage/row-counts.ts';
import { bringCopyUpToDate } from '../../../src/renderer/sync/bring-copy-up-to-date.ts';
import { catchUpWithCity } from '../../../src/renderer/sync/catch-up.ts';
import { mirrorDrafts } from '../../../src/renderer/sync/mirror-drafts.ts';
import { restoreDrafts } from '../../../src/renderer/sync/restore-drafts.ts';
import type { DossierId } from '../../../src/shared/base/ids.ts';
import { emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import { commandId, dossierId, uuid } from '../../shared/support/a-desk.ts';
import { receive } from '../../shared/support/a-dossier.ts';
import { aBridge } from '../support/a-bridge.ts';
import { aCopy } from '../support/a-copy.ts';
import { dayWith, draftOf, evolveAll, heardFrom, logOf, verdictOn } from '../support/a-log.ts';

const log = dayWith(2);
const folded = evolveAll(emptyDeskState, log);
const codes = (brought: { notices: readonly { code: string }[] }) => brought.notices.map(({ code }) => code);

describe('at start, the copy is held against the journal', () => {
  it('same: nothing is read again, nothing is said', async () => {
    const { store } = await aCopy();
    await store.applyEvents(log);
    const main = aBridge({ events: log });
    const brought = await bringCopyUpToDate(main.bridge, store, main.head(), true);
    expect(brought).toMatchObject({ standing: 'same', begunAnew: false, notices: [] });
    expect(brought.state).toEqual(folded);
  });

  it('behind: the tail is replayed without a word', async () => {
    const { store } = await aCopy();
    await store.applyEvents(log.slice(0, 4));
    const main = aBridge({ events: log });
    const brought = await bringCopyUpToDate(main.bridge, store, main.head(), true);
    expect(brought).toMatchObject({ standing: 'behind', begunAnew: false, notices: [] });
    expect(brought.state).toEqual(folded);
  });

  it('empty: everything is rebuilt, with what the city said, and told', async () => {
    const { store } = await aCopy();
    const main = aBridge({ events: log, heard: log.map((event) => verdictOn(event)) });
    const brought = await bringCopyUpToDate(main.bridge, store, main.head(), true);
    expect(brought.notices).toEqual([{ code: 'copy-rebuilt', severity: 'told', facts: { dossiers: 2 } }]);
    expect(brought.begunAnew).toBe(true);
    expect(brought.state.dossiers.get(dossierId(1) as DossierId)?.city.kind).toBe('facts-accepted');
  });

  it('empty at the very first start: nothing was lost and nothing is said', async () => {
    const { store } = await aCopy();
    const main = aBridge({ events: log.slice(0, 1) });
    expect((await bringCopyUpToDate(main.bridge, store, main.head(), true)).notices).toEqual([]);
  });

  it('damaged: a copy that lost rows is rebuilt whole', async () => {
    const { store, database, reopen } = await aCopy();
    await store.applyEvents(log);
    await database.dossiers.delete(dossierId(1));
    const again = await reopen();
    const main = aBridge({ events: log });
    const whole = await isWhole(again.database);
    const brought = await bringCopyUpToDate(main.bridge, again.store, main.head(), whole);
    expect(brought.standing).toBe('rebuild');
    expect(codes(brought)).toEqual(['copy-rebuilt']);
    expect(brought.state).toEqual(folded);
    expect(await isWhole(again.database)).toBe(true);
  });

  it.each([true, false])(
    'ahead: the copy is kept, whole (%s) or not, and the alarm says how much the journal lost',
    async (whole) => {
      const { store, database } = await aCopy();
      await store.applyEvents(log);
      const main = aBridge({ events: log.slice(0, -4) });
      const brought = await bringCopyUpToDate(main.bridge, store, main.head(), whole);
      expect(brought.notices).toEqual([
        { code: 'journal-behind-copy', severity: 'alarm', facts: { events: 4 } },
      ]);
      expect(brought.standing).toBe('ahead');
      expect(brought.state).toEqual(folded);
      expect(await database.events.count()).toBe(log.length);
    },
  );

  it('branched: what only the copy has is set aside, then the journal is followed', async () => {
    const { store, database } = await aCopy();
    await store.applyEvents(log);
    const kept = log.slice(0, -4);
    const other = logOf([receive(3), receive(4)], evolveAll(emptyDeskState, kept));
    const main = aBridge({ events: [...kept, ...other] });
    const brought = await bringCopyUpToDate(main.bridge, store, main.head(), true);
    expect(brought.notices[0]).toEqual({ code: 'copy-branched', severity: 'alarm', facts: { events: 4 } });
    expect(await database.setAside.orderBy('seq').toArray()).toEqual(log.slice(-4));
    expect(brought.state).toEqual(evolveAll(emptyDeskState, main.events));
  });

  it('a journal that main cannot read is no reason to touch the copy', async () => {
    const { store, database } = await aCopy();
    await store.applyEvents(log);
    const main = aBridge({ events: log });
    main.refuse('journal:read', 'disk-error');
    await expect(bringCopyUpToDate(main.bridge, store, main.head(), true)).rejects.toThrow(/disk-error/);
    expect(await database.events.count()).toBe(log.length);
  });
});

describe('the city is heard', () => {
  it('after the journal: a verdict on an event that the copy lacks is not lost', async () => {
    const { store, database } = await aCopy();
    await store.applyEvents(log.slice(0, 4));
    const main = aBridge({ events: log, heard: log.map((event) => verdictOn(event)) });
    const state = await catchUpWithCity(main.bridge, store);
    expect([...state.dossiers.values()].map(({ city }) => city.kind)).toEqual([
      'facts-accepted',
      'facts-accepted',
    ]);
    expect(await database.outbox.count()).toBe(0);
  });
});

const never = (): void => {
  throw new Error('nothing failed');
};

describe('drafts', () => {
  it('lie with main too, and are dropped there when they are over', async () => {
    const { store } = await aCopy();
    const main = aBridge();
    const mirrored = mirrorDrafts(store, main.bridge, never, never);
    await mirrored.saveDraft(draftOf(1));
    await mirrored.saveDraft({ ...draftOf(1), note: 'mới hơn' });
    expect(main.drafts.get(draftOf(1).draftId)?.note).toBe('mới hơn');
    await mirrored.deleteDraft(draftOf(1).draftId);
    expect(main.drafts.size).toBe(0);
    expect(await store.listDrafts()).toEqual([]);
  });

  it('are kept in the window also when main cannot keep them, and that is told', async () => {
    const { store } = await aCopy();
    const main = aBridge();
    main.refuse('draft:keep', 'disk-full');
    const told: string[] = [];
    await mirrorDrafts(store, main.bridge, ({ code }) => told.push(code), never).saveDraft(draftOf(1));
    expect(told).toEqual(['disk-full']);
    expect(await store.listDrafts()).toHaveLength(1);
  });

  it('are kept by main also when the working copy does not take them, and whoever saves hears it', async () => {
    const { store } = await aCopy();
    const main = aBridge();
    const full = { ...store, saveDraft: () => Promise.reject(new Error('QuotaExceededError')) };
    let told = 0;
    const mirrored = mirrorDrafts(full, main.bridge, never, () => {
      told += 1;
    });
    await expect(mirrored.saveDraft(draftOf(1))).rejects.toThrow('QuotaExceededError');
    expect(told).toBe(1);
    expect(main.drafts.has(draftOf(1).draftId)).toBe(true);
  });

  it('come back after the copy was lost, but for those that became a dossier', async () => {
    const { store } = await aCopy();
    const main = aBridge({ events: log });
    const received = { ...draftOf(1), draftId: commandId(1) };
    for (const draft of [draftOf(2), draftOf(3), received]) main.drafts.set(draft.draftId, draft);
    await store.applyEvents(log);
    expect(await restoreDrafts(main.bridge, store, await store.loadState())).toEqual([
      { code: 'drafts-restored', severity: 'told', facts: { count: 2 } },
    ]);
    expect((await store.listDrafts()).map(({ draftId }) => draftId).sort()).toEqual([uuid(2, 7), uuid(3, 7)]);
    expect(main.drafts.has(received.draftId)).toBe(false);
    expect(await restoreDrafts(main.bridge, store, await store.loadState())).toEqual([]);
  });
});

it('what is heard twice, once by each way, stays heard once', async () => {
  const { store } = await aCopy();
  await store.applyEvents(log);
  const words = log.map((event) => verdictOn(event));
  const once = await store.applyCityMessages(heardFrom(words));
  const main = aBridge({ events: log, heard: [...words, ...words] });
  expect(await catchUpWithCity(main.bridge, store)).toEqual(once);
});
