import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import { publish, publishNotices } from './publish.ts';

/** Main says that something is new; the window then reads it. Nothing is believed from a notice itself but the line's state. */
export function followNotices(
  bridge: DeskBridge,
  on: {
    readonly journalGrew: () => Promise<unknown>;
    readonly cityStreamGrew: () => Promise<unknown>;
    readonly referenceChanged: () => Promise<unknown>;
    readonly lineChanged: () => void;
  },
): () => void {
  return bridge.onNotice((notice) => {
    switch (notice.type) {
      case 'journal-grew':
        void on.journalGrew();
        return;
      case 'city-stream-grew':
        void on.cityStreamGrew();
        return;
      case 'reference-changed':
        void on.referenceChanged();
        return;
      case 'found':
        publishNotices([notice.notice]);
        return;
      case 'line-changed':
        publish({ line: notice.status });
        on.lineChanged();
        return;
      case 'backup-changed':
        // Its card shows it; what must be seen everywhere comes as a finding.
        return;
      case 'hot-folder-changed':
        // The papers card shows it.
        return;
      case 'closing':
        // Followed from the first moment on, also before anybody signed in (keep-before-closing.ts).
        return;
      case 'scan-progress':
        // For the scan action that is waiting for it.
        return;
    }
  });
}
