import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import { settleBeforeClosing } from '../state/before-closing.ts';

/**
 * The last keys before the window is closed are kept as well: main waits, for a moment, until it is told. A window that
 * goes without being asked (it is loaded again, the system ends it) begins to keep them all the same.
 */
export function keepBeforeClosing(bridge: DeskBridge): void {
  bridge.onNotice((notice) => {
    if (notice.type !== 'closing') return;
    void settleBeforeClosing().then(() => bridge.call('desk:may-close', {}));
  });
  window.addEventListener('pagehide', () => void settleBeforeClosing());
}
