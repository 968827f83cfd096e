import { Dexie } from 'dexie';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openDeskDatabase } from '../../../src/renderer/storage/desk-database.ts';
import { openWholeDatabase } from '../../../src/renderer/wiring/open-whole-database.ts';

it('a copy that a newer program migrated is neither opened nor thrown away', async () => {
  const name = `newer-${crypto.randomUUID()}`;
  const ours = openDeskDatabase(name);
  await ours.open();
  await ours.close();
  const later = new Dexie(name);
  later.version(ours.verno + 1).stores({ events: 'seq, command', later: 'id' });
  await later.open();
  await later.table('later').put({ id: 1, kept: 'whole' });
  const version = later.backendDB().version;
  later.close();
  onTestFinished(() => Dexie.delete(name));

  const opened = await openWholeDatabase(name);
  expect(opened).toMatchObject({
    newer: true,
    whole: false,
    notices: [{ code: 'profile-newer', severity: 'alarm' }],
  });
  // No screen opens it by asking.
  await expect(opened.database.events.count()).rejects.toThrow();
  const there = (await indexedDB.databases()).find((each) => each.name === name);
  expect(there?.version).toBe(version);
  const again = new Dexie(name);
  await again.open();
  expect(await again.table('later').toArray()).toEqual([{ id: 1, kept: 'whole' }]);
  again.close();
});

it('a copy of this version, of an older one, and none at all are opened', async () => {
  const name = `own-${crypto.randomUUID()}`;
  onTestFinished(() => Dexie.delete(name));
  for (let times = 0; times < 2; times += 1) {
    const opened = await openWholeDatabase(name);
    expect(opened).toMatchObject({ newer: false, whole: true, notices: [] });
    opened.database.close();
  }
});

it('a copy whose files are so damaged that it is not even listed is opened all the same: the window stayed blank', async () => {
  const name = `hurt-${crypto.randomUUID()}`;
  onTestFinished(() => Dexie.delete(name));
  // Chromium's refusal, as after a zeroed MANIFEST; no page can hurt its own files.
  const refuse = () =>
    Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError'));
  const listing = vi.spyOn(indexedDB, 'databases').mockImplementation(refuse);
  onTestFinished(() => listing.mockRestore());
  const opened = await openWholeDatabase(name);
  expect(opened).toMatchObject({ newer: false, whole: true });
  opened.database.close();
});
