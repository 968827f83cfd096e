import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import { settleBeforeClosing } from '../state/before-closing.ts';

/** The last keys before the window is closed are kept as well: main waits, for a moment, until it is told. */
export function keepBeforeClosing(bridge: DeskBridge): () => void {
  return bridge.onNotice((notice) => {
    if (notice.type !== 'closing') return;
    void settleBeforeClosing().then(() => bridge.call('desk:may-close', {}));
  });
}
