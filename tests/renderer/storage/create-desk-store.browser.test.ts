import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isWhole } from '../../../src/renderer/storage/row-counts.ts';
import { aCopy } from '../support/a-copy.ts';
import { dayWith, draftOf, heardFrom, longLog, verdictOn } from '../support/a-log.ts';
import { deskStoreContract } from './desk-store-contract.ts';

deskStoreContract('Dexie in Chromium', async () => {
  const { store, reopen } = await aCopy();
  return { store, reopen: async () => (await reopen()).store };
});

const log = dayWith(2);

describe('rows of the working copy', () => {
  it('the outbox holds what the city has not judged', async () => {
    const { store, database } = await aCopy();
    await store.applyEvents(log);
    expect(await database.outbox.count()).toBe(log.length);
    await store.applyCityMessages(heardFrom(log.slice(0, 6).map((event) => verdictOn(event))));
    expect((await database.outbox.orderBy('seq').primaryKeys())[0]).toBe(7);
  });

  it('writes only the dossiers that changed', async () => {
    const { store, database } = await aCopy();
    await store.applyEvents(log);
    const written: string[] = [];
    database.dossiers.hook('updating', (_change, key) => {
      written.push(key);
    });
    const received = log.find(({ fact }) => fact.type === 'dossier-received');
    if (received?.fact.type !== 'dossier-received') throw new Error('no dossier in the log');
    await store.applyCityMessages(heardFrom([verdictOn(received)]));
    expect(written).toEqual([received.fact.dossierId]);
  });

  it('a copy is whole as it was left, also when nothing was ever written', async () => {
    const { store, database, reopen } = await aCopy();
    expect(await isWhole(database)).toBe(true);
    await store.applyEvents(log);
    await store.applyCityMessages(heardFrom(log.map((event) => verdictOn(event))));
    expect(await isWhole((await reopen()).database)).toBe(true);
  });

  it.each(['events', 'dossiers', 'leases', 'officers', 'outbox', 'marks'] as const)(
    'one row lost from %s is noticed',
    async (table) => {
      const { store, database } = await aCopy();
      await store.applyEvents(log);
      if (table === 'marks') await database.marks.delete('head');
      else await database.table(table).limit(1).delete();
      expect(await isWhole(database)).toBe(false);
    },
  );

  it('a whole table lost is noticed', async () => {
    const { store, database } = await aCopy();
    await store.applyEvents(log);
    await database.marks.clear();
    expect(await isWhole(database)).toBe(false);
  });

  it('a transaction that fails leaves copy and memory as they were', async () => {
    const { store, database } = await aCopy();
    await store.applyEvents(log.slice(0, 5));
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    database.marks.hook('updating', full);
    await expect(store.applyEvents(log.slice(5))).rejects.toThrow();
    database.marks.hook('updating').unsubscribe(full);
    expect((await store.loadState()).head.seq).toBe(5);
    expect(await database.events.count()).toBe(5);
    expect((await store.applyEvents(log.slice(5))).head.seq).toBe(log.length);
  });

  it('events set aside outlive a reset; drafts too', async () => {
    const { store, database } = await aCopy();
    await store.applyEvents(log);
    await store.saveDraft(draftOf(1));
    expect(await store.setAside(log.length - 3)).toBe(3);
    await store.reset();
    expect(await database.setAside.orderBy('seq').toArray()).toEqual(log.slice(-3));
    expect(await store.listDrafts()).toHaveLength(1);
  });

  it('a run of events or words writes the rows that it changes, and counts none of those that are there', async () => {
    const year = longLog(300);
    const words = heardFrom(year.map((event) => verdictOn(event)));
    const { store, database, reopen } = await aCopy();
    const count = vi.spyOn(IDBObjectStore.prototype, 'count');
    onTestFinished(() => count.mockRestore());
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    onTestFinished(() => put.mockRestore());
    const dossierRows = () =>
      put.mock.contexts.filter((table) => (table as IDBObjectStore).name === 'dossiers').length;
    const half = Math.floor(year.length / 2);
    await store.applyEvents(year.slice(0, half));
    const before = dossierRows();
    await store.applyEvents(year.slice(half));
    expect(dossierRows() - before).toBeLessThanOrEqual(151);
    await store.applyCityMessages(words.slice(0, -4));
    const heard = dossierRows();
    await store.applyCityMessages(words.slice(-4));
    expect(dossierRows() - heard).toBeLessThanOrEqual(2);
    expect(count).not.toHaveBeenCalled();
    expect(await isWhole(database)).toBe(true);
    expect(await isWhole((await reopen()).database)).toBe(true);
    const state = await store.loadState();
    expect([...state.dossiers.values()].every(({ city }) => city.kind === 'facts-accepted')).toBe(true);
    expect(state.dossiers.size).toBe(300);
  });
});
