import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repairJournal } from '../../../src/main/bridge/repair-journal.ts';
import { mustAskCityFirst } from '../../../src/main/bridge/restored-mark.ts';
import { openSealedFiles, type SealedFiles } from '../../../src/main/sealed-files/sealed-files.ts';
import { fail } from '../../../src/shared/base/result.ts';
import { filled, freshFolder, KEY, opened, readAll, verifyOwn } from '../journal/journal-fixture.ts';

/** A journal of five events of which the desk itself still has three, and a copy of all. */
async function damagedDesk() {
  const profile = freshFolder();
  await filled(join(profile, 'whole'), 4);
  const whole = await opened(join(profile, 'whole'));
  const events = await readAll(whole.journal);
  await whole.journal.close();
  const part = await opened(join(profile, 'journal'));
  const taken = await part.journal.take(events.slice(0, 3));
  expect(taken.ok).toBe(true);
  const values = await openSealedFiles({ dir: join(profile, 'values'), key: KEY });
  if (!values.ok) throw new Error(values.failure.code);
  const repair = (kept: SealedFiles) =>
    repairJournal({
      profile,
      key: KEY,
      verify: verifyOwn,
      damaged: part.journal,
      copies: [events],
      knownSeq: events.length,
      values: kept,
    });
  const isReady = () => existsSync(join(profile, 'journal.da-sua'));
  return { repair, values: values.value, isReady };
}

it('[BK-10] a journal whose end nothing proves is not there to be taken before the desk is marked to ask the city', async () => {
  const { repair, values, isReady } = await damagedDesk();
  const fullDisk: SealedFiles = { ...values, save: async () => fail('disk-full', 'officer-decides') };
  expect(await repair(fullDisk)).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
  expect(isReady()).toBe(false);
  expect(await repair(values)).toMatchObject({ ok: true, value: { kind: 'repaired', events: 2 } });
  expect(isReady()).toBe(true);
  expect(await values.load('restored')).toMatchObject({ value: { why: 'repaired', seq: 5 } });
  expect(await mustAskCityFirst(values)).toBe(true);
  // A mark that does not read may stand there all the same.
  const unreadable: SealedFiles = { ...values, load: async () => fail('disk-error', 'retry-later') };
  expect(await mustAskCityFirst(unreadable)).toBe(true);
});
