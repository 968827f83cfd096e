import type { Result } from '../../shared/base/result.ts';
import type {
  CarryOverview,
  CarryProgress,
  CarryTaken,
  CarryWritten,
} from '../../shared/contracts/bridge/carry.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';

/** Dossiers carried to the city on a stick. `driveId` null: a folder that the officer chooses in the system's dialog. */
export type CarryActions = {
  readonly overview: () => Promise<Result<CarryOverview>>;
  /** Everything unsent; ends early by `cancel`. */
  readonly write: (driveId: string | null) => Promise<Result<CarryWritten>>;
  /** Every reply for this desk that lies there. */
  readonly take: (driveId: string | null) => Promise<Result<CarryTaken>>;
  readonly cancel: () => Promise<void>;
  /** Returns a function that stops listening. */
  readonly onProgress: (listener: (progress: CarryProgress) => void) => () => void;
};

export function createCarryActions(bridge: DeskBridge): CarryActions {
  return {
    overview: () => bridge.call('carry:overview', {}),
    write: (driveId) => bridge.call('carry:write', { driveId }),
    take: (driveId) => bridge.call('carry:take', { driveId }),
    cancel: async () => {
      await bridge.call('carry:cancel', {});
    },
    onProgress: (listener) =>
      bridge.onNotice((notice) => {
        if (notice.type === 'carry-progress') listener(notice);
      }),
  };
}
