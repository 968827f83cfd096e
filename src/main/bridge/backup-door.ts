import type { Dialog } from 'electron';
import { Instant } from '../../shared/base/dates.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type {
  BackupChoice,
  BackupChosen,
  BackupStatus,
  FoundBackup,
} from '../../shared/contracts/bridge/backup.ts';
import { findBackups } from '../backup/backup-folder.ts';
import type { DocumentMaker } from '../documents/document-maker.ts';
import type { Printing } from '../printing/printing.ts';
import { askFolder } from './ask-folder.ts';
import type { DeskDoor } from './desk-door.ts';
import type { DocumentExits } from './document-exits.ts';
import type { OpenDesk } from './open-desk.ts';

type Nothing = Record<string, never>;

/** Backups as the window's channels see them. Where a copy goes is the supervisor's to say; what it stands at anybody's to see. */
export type BackupDoor = {
  readonly status: () => Promise<Result<BackupStatus, Failure>>;
  readonly choose: (choice: BackupChoice) => Promise<Result<BackupChosen, Failure>>;
  /** The sheet with the newest code, as long as nobody has said that it is kept: `recovery-code-over`. */
  readonly sheet: (out: 'print' | 'open') => Promise<Result<Nothing, Failure>>;
  readonly codeKept: () => Promise<Result<Nothing, Failure>>;
  readonly find: (search: {
    readonly folder?: string | undefined;
  }) => Promise<Result<{ backups: FoundBackup[] }, Failure>>;
};

export function createBackupDoor(parts: {
  readonly door: Pick<DeskDoor, 'desk'>;
  readonly maker: Pick<DocumentMaker, 'make'>;
  readonly printing: Pick<Printing, 'printPdf'>;
  readonly exits: Pick<DocumentExits, 'open'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog'>;
}): BackupDoor {
  /** In memory alone, until it is said to be kept. */
  let shown: { readonly code: string; readonly folder: string; readonly at: Instant } | null = null;

  async function withDesk<T>(
    who: 'supervisor' | 'anybody',
    work: (desk: OpenDesk) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> {
    const desk = parts.door.desk();
    if (desk === null) return fail('desk-not-open', 'call-support');
    const role = desk.facts.state().signedIn?.role;
    if (who === 'supervisor' && role !== 'branch-supervisor') {
      return fail('supervisor-only', 'officer-decides');
    }
    return work(desk);
  }

  return {
    status: () => withDesk('anybody', async (desk) => ok(desk.backup.status())),
    choose: (choice) =>
      withDesk('supervisor', async (desk) => {
        const folder = choice.folder === undefined ? await askFolder(parts.dialog) : choice.folder;
        if (folder === null && choice.folder === undefined) {
          return ok({ status: desk.backup.status(), recoveryCode: null });
        }
        const chosen = await desk.backup.choose(folder);
        if (!chosen.ok) return chosen;
        const { recoveryCode, status } = chosen.value;
        const at = Instant.parse(new Date().toISOString());
        shown = recoveryCode === null ? null : { code: recoveryCode, folder: status.folder ?? '', at };
        return chosen;
      }),
    sheet: (out) =>
      withDesk('supervisor', async (desk) => {
        const { desk: named } = desk.facts.state();
        if (shown === null || named === null) return fail('recovery-code-over', 'officer-decides');
        const made = await parts.maker.make({ kind: 'recovery-sheet', facts: { desk: named, ...shown } });
        if (!made.ok) return made;
        const { bytes, fileName } = made.value;
        if (out === 'open') return parts.exits.open(bytes, fileName);
        const printed = await parts.printing.printPdf({ bytes, printer: null, copies: 1, title: fileName });
        return printed.ok ? ok({}) : printed;
      }),
    codeKept: () =>
      withDesk('supervisor', async () => {
        shown = null;
        return ok({});
      }),
    find: async (search) => {
      const folder = search.folder ?? (await askFolder(parts.dialog));
      return ok({ backups: folder === null ? [] : [...(await findBackups(folder))] });
    },
  };
}
