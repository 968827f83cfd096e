import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Instant } from '../../shared/base/dates.ts';
import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { DeskParts } from '../backup/ports.ts';
import { openCityLog } from '../journal/city-log.ts';
import { farDisk, type LogFile } from '../journal/log-file.ts';
import { openJournal } from '../journal/open-journal.ts';
import type { MasterKey } from '../keys/open-master-key.ts';
import { openPageStore } from '../page-store/page-store.ts';
import { openSealedFiles, type SealedFiles } from '../sealed-files/sealed-files.ts';

type Derive = MasterKey['derive'];

/** The sealed values of a desk that lies in `dir`. */
export const openValues = (dir: string, derive: Derive): Promise<Result<SealedFiles, Failure>> =>
  openSealedFiles({ dir: join(dir, 'values'), key: derive('sealed-files') });

/**
 * Opens (or begins) in `dir` what a desk's durable parts are copied to. Its journal takes the desk's own signed events
 * and makes none. `file`: `farDisk` unless it lies on the desk's own disk.
 */
export async function openCopy(
  dir: string,
  derive: Derive,
  verify: (hash: Uint8Array, signature: string) => boolean,
  file: LogFile = farDisk,
): Promise<Result<DeskParts & { readonly values: SealedFiles }, Failure>> {
  const values = await openValues(dir, derive);
  if (!values.ok) return values;
  const drafts = await openSealedFiles({ dir: join(dir, 'drafts'), key: derive('drafts') });
  if (!drafts.ok) return drafts;
  const pages = await openPageStore({ dir: join(dir, 'pages'), key: derive('pages') });
  if (!pages.ok) return pages;
  const cityLog = await openCityLog({ dir: join(dir, 'city-log'), key: derive('city-log'), file });
  if (!cityLog.ok) return cityLog;
  const journal = await openJournal({
    dir: join(dir, 'journal'),
    key: derive('journal'),
    verify,
    file,
    sign: makesNothing,
    newId: makesNothing,
    now: () => Instant.parse(new Date().toISOString()),
  });
  if (!journal.ok) {
    await cityLog.value.cityLog.close();
    return journal;
  }
  return ok({
    journal: journal.value.journal,
    cityLog: cityLog.value.cityLog,
    values: values.value,
    drafts: drafts.value,
    pages: pages.value,
  });
}

function makesNothing(): never {
  throw new Error('a copy of a journal makes no events');
}

/** `journal` becomes `journal.hong-1`, `-2`…: what was damaged is evidence and is never deleted. */
export async function setJournalAside(dir: string): Promise<void> {
  const taken = new Set(await readdir(dir));
  let number = 1;
  while (taken.has(`journal.hong-${number}`)) number += 1;
  await rename(join(dir, 'journal'), join(dir, `journal.hong-${number}`));
}
