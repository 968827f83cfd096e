import { Dexie } from 'dexie';
import { expect, it, onTestFinished } from 'vitest';
import { addVersion1 } from '../../../../src/renderer/storage/migrations/version-1.ts';

it('version 1 opens with its tables, empty', async () => {
  const database = new Dexie(`v1-${crypto.randomUUID()}`);
  addVersion1(database);
  onTestFinished(() => database.close());
  await database.open();
  expect(database.verno).toBe(1);
  const counts = await Promise.all(
    database.tables.map(async (table) => [table.name, await table.count()] as const),
  );
  expect(Object.fromEntries(counts)).toEqual({
    events: 0,
    dossiers: 0,
    leases: 0,
    officers: 0,
    outbox: 0,
    marks: 0,
    drafts: 0,
    readings: 0,
    readingJobs: 0,
  });
});
