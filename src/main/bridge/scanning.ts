import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import type { Scanner, ScanReply, ScanRequest } from '../../shared/contracts/bridge/scanning.ts';
import type { KeepScannedPage, ScannerDriver } from '../scanners/scanner-driver.ts';

export type Scanning = {
  readonly list: () => Promise<Result<{ readonly scanners: Scanner[] }, Failure>>;
  readonly scan: (request: ScanRequest) => Promise<Result<ScanReply, Failure>>;
  readonly cancel: (scanId: string) => Record<string, never>;
  readonly cancelAll: () => void;
};

/** Scans under way, by the window's id; each sheet is durable in the page store before the window hears of it. */
export function createScanning(
  driver: ScannerDriver,
  keepPage: KeepScannedPage,
  tell: (notice: Notice) => void,
): Scanning {
  const running = new Map<string, AbortController>();

  return {
    list: async () => {
      const found = await driver.list();
      return found.ok ? ok({ scanners: [...found.value] }) : found;
    },
    scan: async (request) => {
      const { scanId } = request;
      if (running.has(scanId)) return fail('scan-already-running', 'officer-decides');
      const stopping = new AbortController();
      running.set(scanId, stopping);
      try {
        let count = 0;
        const keepAndTell: KeepScannedPage = async (bytes, name) => {
          const kept = await keepPage(bytes, name);
          if (kept.ok)
            for (const page of kept.value) tell({ type: 'scan-progress', scanId, page, count: ++count });
          return kept;
        };
        return await driver.scan(request, keepAndTell, stopping.signal);
      } finally {
        running.delete(scanId);
      }
    },
    cancel: (scanId) => {
      running.get(scanId)?.abort();
      return {};
    },
    cancelAll: () => {
      for (const stopping of running.values()) stopping.abort();
    },
  };
}
