import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { DeskActions } from './desk-actions.ts';

type Scanning = Pick<DeskActions, 'listScanners' | 'addScanner' | 'forgetScanner' | 'scan' | 'cancelScan'>;

/** Pages come one by one by notice while the scanner runs; the reply names them all again, so none is missed. */
export function createScanActions(bridge: DeskBridge): Scanning {
  return {
    listScanners: () => bridge.call('scanner:list', {}),
    addScanner: (address) => bridge.call('scanner:add', { address }),
    forgetScanner: (address) => bridge.call('scanner:forget', { address }),
    scan: async (request, onPage) => {
      const stop = bridge.onNotice((notice) => {
        if (notice.type === 'scan-progress' && notice.scanId === request.scanId)
          onPage(notice.page, notice.count);
      });
      try {
        return await bridge.call('scanner:scan', request);
      } finally {
        stop();
      }
    },
    cancelScan: async (scanId) => {
      await bridge.call('scanner:cancel', { scanId });
    },
  };
}
