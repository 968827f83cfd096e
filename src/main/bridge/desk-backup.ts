import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { Instant } from '../../shared/base/dates.ts';
import type { Sha256 } from '../../shared/base/ids.ts';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import { formatRecoveryCode, RECOVERY_BYTES } from '../../shared/base/recovery-code.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { BackupChosen, BackupStatus } from '../../shared/contracts/bridge/backup.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import { type Backup, noBackup, startBackup } from '../backup/backup.ts';
import { backupFolderOf, readDescription, writeDescription } from '../backup/backup-folder.ts';
import type { Standing } from '../backup/ports.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import {
  type BackupSettings,
  isCopiedValue,
  loadBackupSettings,
  saveBackupSettings,
} from './backup-settings.ts';
import { openCopy, setJournalAside } from './open-copy.ts';
import type { Parts } from './open-parts.ts';

export type DeskBackup = {
  readonly status: () => BackupStatus;
  /**
   * Begins to copy to this folder (null: stops) and gives the recovery code, which is shown once and kept nowhere here.
   * A folder that holds a copy of this very desk is gone on with, under a new code. Failures: `backup-folder-missing`,
   * `backup-of-another-key` (somebody else's copy lies there), `disk-full`, `disk-error`.
   */
  readonly choose: (folder: string | null) => Promise<Result<BackupChosen, Failure>>;
  /** Something that the journal does not tell has changed. */
  readonly wake: () => void;
  /** The draft was dropped by an officer: its copy may go. */
  readonly draftDropped: (draftId: string) => void;
  readonly pages: () => ReturnType<Backup['pages']>;
  readonly close: () => Promise<void>;
};

function standingOf(state: DeskState, unsentDossiers: number): Omit<Standing, 'seq' | 'at'> {
  let last: { code: string; receivedAt: Standing['at'] } | null = null;
  for (const { code, receivedAt } of state.dossiers.values()) {
    if (last === null || receivedAt >= last.receivedAt) last = { code, receivedAt };
  }
  return { dossiers: state.dossiers.size, lastDossier: last, unsentDossiers };
}

/** The copy of an open desk: where it goes, and that it goes on. */
export async function openDeskBackup(options: {
  readonly parts: Parts;
  readonly state: () => DeskState;
  readonly draftPages: () => Promise<readonly Sha256[]>;
  readonly unsentDossiers: () => number;
  readonly onStatus: (status: BackupStatus) => void;
  readonly log: (what: string, facts?: Readonly<Record<string, string | number>>) => void;
}): Promise<DeskBackup> {
  const { parts, state } = options;
  const { masterKey, sealedFiles, signer } = parts;
  const dropped = new Set<string>();
  const inTurn = oneAtATime();
  let backup: Backup | null = null;
  let settings = await loadBackupSettings(sealedFiles);

  function follow({ folder, dir, owner }: BackupSettings): Backup {
    return startBackup(
      {
        source: { ...parts, values: sealedFiles, drafts: parts.draftFiles },
        openCopy: (at) => openCopy(at, masterKey.derive, signer.verifyOwn),
        setJournalAside,
        standing: () => standingOf(state(), options.unsentDossiers()),
        isCopiedValue,
        draftPages: options.draftPages,
        isDraftOver: (draftId) => dropped.has(draftId) || state().commands.has(draftId),
        now: () => Instant.parse(new Date().toISOString()),
        onStatus: options.onStatus,
        log: options.log,
      },
      { folder, dir, owner, fingerprint: masterKey.fingerprint },
    );
  }

  /** After a restore the description there still names the old PC; from here on it names this one. */
  async function takeOver(found: BackupSettings): Promise<BackupSettings> {
    if (found.takesOverFrom === null) return found;
    const description = await readDescription(found.dir);
    if (description === null) return found;
    if (description.owner === found.takesOverFrom) {
      await writeDescription(found.dir, { ...description, owner: found.owner });
    }
    const taken = { ...found, takesOverFrom: null };
    await saveBackupSettings(sealedFiles, taken);
    return taken;
  }

  async function begin(folder: string): Promise<Result<BackupChosen, Failure>> {
    const { desk } = state();
    if (desk === null) return fail('desk-not-enrolled', 'call-support');
    const found = await stat(folder).catch(() => null);
    if (found === null || !found.isDirectory()) return fail('backup-folder-missing', 'officer-decides');
    const dir = backupFolderOf(folder, desk.deskId);
    const there = await readDescription(dir);
    if (there !== null && there.fingerprint !== masterKey.fingerprint) {
      return fail('backup-of-another-key', 'officer-decides');
    }
    const recoveryCode = formatRecoveryCode(randomBytes(RECOVERY_BYTES));
    const key = await masterKey.wrapForRecovery(recoveryCode);
    if (key.kind !== 'passphrase') throw new Error('a recovery code wraps as a passphrase does');
    const next: BackupSettings = { folder, dir, owner: there?.owner ?? randomUUID(), takesOverFrom: null };
    try {
      await mkdir(dir, { recursive: true });
      await writeDescription(dir, {
        version: 1,
        owner: next.owner,
        desk: { deskId: desk.deskId, name: desk.name, branchName: desk.branch.name },
        fingerprint: masterKey.fingerprint,
        key,
      });
    } catch (thrown) {
      return diskFailure(thrown);
    }
    const saved = await saveBackupSettings(sealedFiles, next);
    if (!saved.ok) return saved;
    await backup?.close();
    settings = next;
    backup = follow(next);
    options.onStatus(backup.status());
    return ok({ status: backup.status(), recoveryCode });
  }

  async function stop(): Promise<Result<BackupChosen, Failure>> {
    const saved = await saveBackupSettings(sealedFiles, null);
    if (!saved.ok) return saved;
    await backup?.close();
    backup = null;
    settings = null;
    const status = noBackup(parts.journal.head().seq);
    options.onStatus(status);
    return ok({ status, recoveryCode: null });
  }

  if (settings !== null) {
    settings = await takeOver(settings).catch((thrown: unknown) => {
      // A share that fails now is looked for again: the description still names who may write.
      diskFailure(thrown);
      return settings;
    });
    if (settings !== null) backup = follow(settings);
  }

  return {
    status: () => backup?.status() ?? noBackup(parts.journal.head().seq),
    choose: (folder) => inTurn(() => (folder === null ? stop() : begin(folder))),
    wake: () => backup?.wake(),
    draftDropped: (draftId) => {
      dropped.add(draftId);
      backup?.wake();
    },
    pages: () => backup?.pages() ?? null,
    close: async () => {
      await backup?.close();
    },
  };
}
