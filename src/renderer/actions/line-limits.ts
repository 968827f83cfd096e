import type { Result } from '../../shared/base/result.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { LineLimits } from '../../shared/contracts/bridge/line-limits.ts';

/** When pages may go and how much an hour: anybody's to see, the branch supervisor's to change. */
export type LineLimitsActions = {
  readonly find: () => Promise<Result<LineLimits>>;
  readonly change: (limits: LineLimits) => Promise<Result<LineLimits>>;
};

export function createLineLimitsActions(bridge: Pick<DeskBridge, 'call'>): LineLimitsActions {
  return {
    find: () => bridge.call('line:limits', {}),
    change: (limits) => bridge.call('line:change-limits', limits),
  };
}
