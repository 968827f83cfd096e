import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { type BackupPlace, startBackup } from '../../../src/main/backup/backup.ts';
import { backupFolderOf, writeDescription } from '../../../src/main/backup/backup-folder.ts';
import { openCopy, setJournalAside } from '../../../src/main/bridge/open-copy.ts';
import { openCityLog } from '../../../src/main/journal/city-log.ts';
import { openPageStore } from '../../../src/main/page-store/page-store.ts';
import { openSealedFiles } from '../../../src/main/sealed-files/sealed-files.ts';
import type { Instant } from '../../../src/shared/base/dates.ts';
import type { Failure, Result } from '../../../src/shared/base/result.ts';
import type { BackupStatus } from '../../../src/shared/contracts/bridge/backup.ts';
import { opened, verifyOwn } from '../journal/journal-fixture.ts';

export const derive = (purpose: string): Buffer =>
  Buffer.alloc(32, purpose.length * 7 + purpose.charCodeAt(0));
export const FINGERPRINT = '0123456789abcdef';

function getValue<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** What a desk has on its own disk, opened. */
export async function aDesk(dir: string) {
  const { journal, findings } = await opened(join(dir, 'journal'));
  const { cityLog } = getValue(await openCityLog({ dir: join(dir, 'city-log'), key: derive('city-log') }));
  const values = getValue(await openSealedFiles({ dir: join(dir, 'values'), key: derive('sealed-files') }));
  const drafts = getValue(await openSealedFiles({ dir: join(dir, 'drafts'), key: derive('drafts') }));
  const pages = getValue(await openPageStore({ dir: join(dir, 'pages'), key: derive('pages') }));
  const close = async () => {
    await journal.close();
    await cityLog.close();
  };
  onTestFinished(close);
  return { journal, cityLog, values, drafts, pages, findings, close };
}
export type ADesk = Awaited<ReturnType<typeof aDesk>>;

/** Opens the copy as a new PC would. The fixture's journal key is not derived: the copy's is the same. */
export const copyIn = (dir: string) =>
  openCopy(dir, (purpose) => (purpose === 'journal' ? Buffer.alloc(32, 7) : derive(purpose)), verifyOwn).then(
    getValue,
  );

export async function begin(chosen: string): Promise<BackupPlace> {
  const dir = backupFolderOf(chosen, 'CN02-Q03');
  mkdirSync(dir, { recursive: true });
  const place = { folder: chosen, dir, owner: v7(), fingerprint: FINGERPRINT };
  await writeDescription(dir, {
    version: 1,
    owner: place.owner,
    desk: { deskId: 'CN02-Q03', name: 'Quầy 03', branchName: 'Chi nhánh số 02' },
    fingerprint: FINGERPRINT,
    key: {
      kind: 'passphrase',
      salt: randomBytes(16).toString('base64'),
      cost: 2 ** 16,
      nonce: randomBytes(12).toString('base64'),
      sealed: randomBytes(48).toString('base64'),
    },
  });
  return place;
}

/** Follows `desk` into `place`; `until` waits for a state of it. */
export function following(
  desk: ADesk,
  place: BackupPlace,
  options: { readonly over?: readonly string[] } = {},
) {
  const heard: BackupStatus[] = [];
  const waiting = new Set<() => void>();
  const backup = startBackup(
    {
      source: desk,
      openCopy: async (dir) => ({ ok: true, value: await copyIn(dir) }),
      setJournalAside,
      standing: () => ({ dossiers: 3, lastDossier: null, unsentDossiers: 1 }),
      isCopiedValue: (name) => name !== 'backup',
      draftPages: async () => [],
      isDraftOver: (draftId) => (options.over ?? []).includes(draftId),
      now: () => new Date().toISOString() as Instant,
      onStatus: (status) => {
        heard.push(status);
        for (const look of waiting) look();
      },
      log: () => undefined,
    },
    place,
  );
  onTestFinished(backup.close);
  const until = (wanted: (status: BackupStatus) => boolean) =>
    new Promise<BackupStatus>((resolve) => {
      const look = () => {
        if (!wanted(backup.status())) return;
        waiting.delete(look);
        resolve(backup.status());
      };
      waiting.add(look);
      look();
    });
  return { ...backup, heard, until };
}

export const levelAt = (seq: number) => (status: BackupStatus) =>
  status.state === 'level' && status.copiedSeq === seq;
