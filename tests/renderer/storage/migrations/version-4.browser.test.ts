import { Dexie } from 'dexie';
import { expect, it, onTestFinished } from 'vitest';
import { addVersion1 } from '../../../../src/renderer/storage/migrations/version-1.ts';
import { addVersion2 } from '../../../../src/renderer/storage/migrations/version-2.ts';
import { addVersion3 } from '../../../../src/renderer/storage/migrations/version-3.ts';
import { addVersion4 } from '../../../../src/renderer/storage/migrations/version-4.ts';

const older = [addVersion1, addVersion2, addVersion3];

it('version 4 takes over what the city has said of each dossier', async () => {
  const name = `v4-${crypto.randomUUID()}`;
  const before = new Dexie(name);
  for (const add of older) add(before);
  const at = '2026-11-20T03:42:00.000Z';
  const accepted = { seq: 9, at };
  const complete = { seq: 6, at, pages: ['a'.repeat(64)] };
  const refused = { seq: 6, at, reasonCode: 'four-eyes', reason: '' };
  await before.table('dossiers').bulkPut([
    { dossierId: 'unheard', code: '1' },
    { dossierId: 'complete', code: '2', cityHeard: { accepted, complete, refused: null } },
    { dossierId: 'refused', code: '3', cityHeard: { accepted, complete: null, refused } },
    { dossierId: 'same', code: '4', cityHeard: { accepted: { seq: 6, at }, complete: null, refused } },
  ]);
  before.close();

  const after = new Dexie(name);
  for (const add of [...older, addVersion4]) add(after);
  onTestFinished(() => after.delete());
  await after.open();
  const heardOf = async (id: string) => (await after.table('dossiers').get(id)).cityHeard;
  const yes = { seq: 9, at, refused: null };
  const no = { seq: 6, at, refused: { reasonCode: 'four-eyes', reason: '' } };
  expect(await heardOf('unheard')).toBeUndefined();
  expect(await heardOf('complete')).toEqual({ verdicts: [yes], complete, conflicts: [] });
  expect(await heardOf('refused')).toEqual({ verdicts: [no, yes], complete: null, conflicts: [] });
  expect(await heardOf('same')).toEqual({ verdicts: [no], complete: null, conflicts: [] });
});
