import { Dexie } from 'dexie';
import { expect, it, onTestFinished } from 'vitest';
import { openDeskDatabase } from '../../../../src/renderer/storage/desk-database.ts';
import { addVersion1 } from '../../../../src/renderer/storage/migrations/version-1.ts';
import { dayWith, draftOf } from '../../support/a-log.ts';

it('version 2 keeps every row of version 1 and has a place for events set aside', async () => {
  const name = `v2-${crypto.randomUUID()}`;
  const before = new Dexie(name);
  addVersion1(before);
  await before.open();
  const events = dayWith(1);
  await before.table('events').bulkPut(events);
  await before.table('drafts').put(draftOf(1));
  await before.table('marks').put({ name: 'cityPosition', value: 7 });
  before.close();

  const after = openDeskDatabase(name);
  onTestFinished(() => after.close());
  await after.open();
  expect(after.verno).toBeGreaterThanOrEqual(2);
  expect(await after.events.orderBy('seq').toArray()).toEqual(events);
  expect(await after.drafts.toArray()).toEqual([draftOf(1)]);
  expect(await after.marks.toArray()).toEqual([{ name: 'cityPosition', value: 7 }]);
  expect(await after.setAside.count()).toBe(0);
});
