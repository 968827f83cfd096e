import { Dexie } from 'dexie';
import { expect, it, onTestFinished } from 'vitest';
import { addVersion1 } from '../../../../src/renderer/storage/migrations/version-1.ts';
import { addVersion2 } from '../../../../src/renderer/storage/migrations/version-2.ts';
import { addVersion3 } from '../../../../src/renderer/storage/migrations/version-3.ts';

it('version 3 takes over what is still to be read, and lets old readings go', async () => {
  const name = `v3-${crypto.randomUUID()}`;
  const before = new Dexie(name);
  addVersion1(before);
  addVersion2(before);
  const job = { sha256: 'a'.repeat(64), rotation: 90, added: 7, failure: null };
  await before.table('readingJobs').put(job);
  await before.table('readings').put({ sha256: 'b'.repeat(64), text: 'cũ' });
  await before.table('drafts').put({ draftId: 'd', updatedAt: 'x' });
  before.close();

  const after = new Dexie(name);
  addVersion1(after);
  addVersion2(after);
  addVersion3(after);
  onTestFinished(() => after.delete());
  await after.open();
  expect(await after.table('pageReadingJobs').toArray()).toEqual([{ ...job, key: job.sha256 }]);
  expect(await after.table('pageReadings').count()).toBe(0);
  expect(await after.table('drafts').count()).toBe(1);
  expect(after.tables.map((table) => table.name)).not.toContain('readings');
});
