import { ok, type Result } from '../../shared/base/result.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type {
  FileOutcome,
  HotFolderChoice,
  HotFolderStatus,
  TakenFile,
} from '../../shared/contracts/bridge/hot-folder.ts';

/** The folder that a scanner's own program writes to. */
export type HotFolderActions = {
  readonly status: () => Promise<Result<HotFolderStatus>>;
  readonly choose: (choice: HotFolderChoice) => Promise<Result<HotFolderStatus>>;
  /**
   * Takes one waiting file out of the folder and into the page store; `keep` then says what became of it, and the file
   * moves on accordingly. A file that another desk took meanwhile gives null: there is nothing to do here.
   */
  readonly take: (
    name: string,
    keep: (taken: TakenFile) => Promise<FileOutcome>,
  ) => Promise<Result<TakenFile | null>>;
  /** Returns a function that stops listening. */
  readonly onChange: (listener: (status: HotFolderStatus) => void) => () => void;
};

export function createHotFolderActions(bridge: DeskBridge): HotFolderActions {
  return {
    status: () => bridge.call('hot-folder:status', {}),
    choose: (choice) => bridge.call('hot-folder:choose', choice),
    take: async (name, keep) => {
      const taken = await bridge.call('hot-folder:take', { name });
      if (!taken.ok) return taken.failure.code === 'hot-folder-file-gone' ? ok(null) : taken;
      const { claimId } = taken.value;
      const settled = await bridge.call('hot-folder:settle', { claimId, outcome: await keep(taken.value) });
      return settled.ok ? taken : settled;
    },
    onChange: (listener) =>
      bridge.onNotice((notice) => {
        if (notice.type === 'hot-folder-changed') listener(notice.status);
      }),
  };
}
