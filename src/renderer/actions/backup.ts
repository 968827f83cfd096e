import type { Failure, Result } from '../../shared/base/result.ts';
import type {
  BackupChoice,
  BackupChosen,
  BackupStatus,
  FoundBackup,
  RestoreOrder,
} from '../../shared/contracts/bridge/backup.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { StartReport } from '../../shared/contracts/bridge/start-report.ts';

/** The second disk or share, and the desk that comes back from it. */
export type BackupActions = {
  readonly status: () => Promise<Result<BackupStatus>>;
  readonly choose: (choice: BackupChoice) => Promise<Result<BackupChosen>>;
  /** The sheet with the code that was shown last; none once `codeKept` was said. */
  readonly sheet: (out: 'print' | 'open') => Promise<Result<unknown>>;
  readonly codeKept: () => Promise<Result<unknown>>;
  /** `folder` absent: the system asks. */
  readonly find: (folder?: string) => Promise<Result<{ readonly backups: readonly FoundBackup[] }>>;
  readonly restore: (order: RestoreOrder) => Promise<Result<StartReport>>;
  /** Returns a function that stops listening. */
  readonly onChange: (listener: (status: BackupStatus) => void) => () => void;
};

export function createBackupActions(
  bridge: DeskBridge,
  parts: { readonly begin: (report: StartReport) => Promise<void> },
): BackupActions {
  return {
    status: () => bridge.call('backup:status', {}),
    choose: (choice) => bridge.call('backup:choose', choice),
    sheet: (out) => bridge.call('backup:sheet', { out }),
    codeKept: () => bridge.call('backup:code-kept', {}),
    find: (folder) => bridge.call('backup:find', folder === undefined ? {} : { folder }),
    restore: async (order) => {
      const reply: Result<StartReport, Failure> = await bridge.call('backup:restore', order);
      if (reply.ok) await parts.begin(reply.value);
      return reply;
    },
    onChange: (listener) =>
      bridge.onNotice((notice) => {
        if (notice.type === 'backup-changed') listener(notice.status);
      }),
  };
}
