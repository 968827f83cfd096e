import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import type { ScannerList, ScanReply, ScanRequest } from '../../shared/contracts/bridge/scanning.ts';
import type { Scanners } from '../scanners/all-scanners.ts';
import { placeAfter } from '../scanners/scan-place.ts';
import type { KeepScannedPage } from '../scanners/scanner-driver.ts';

export type Scanning = {
  readonly list: () => Promise<Result<ScannerList, Failure>>;
  readonly addAddress: (address: string) => Promise<Result<ScannerList, Failure>>;
  readonly forgetAddress: (address: string) => Promise<Result<ScannerList, Failure>>;
  readonly scan: (request: ScanRequest) => Promise<Result<ScanReply, Failure>>;
  readonly cancel: (scanId: string) => Record<string, never>;
  readonly cancelAll: () => void;
};

/** Scans under way, by the window's id; each sheet is durable in the page store before the window hears of it. */
export function createScanning(
  scanners: Scanners,
  keepPage: KeepScannedPage,
  tell: (notice: Notice) => void,
): Scanning {
  const running = new Map<string, AbortController>();

  return {
    list: async () => ok(await scanners.list()),
    addAddress: scanners.addAddress,
    forgetAddress: scanners.forgetAddress,
    scan: async (request) => {
      const { scanId, source } = request;
      if (running.has(scanId)) return fail('scan-already-running', 'officer-decides');
      const stopping = new AbortController();
      running.set(scanId, stopping);
      try {
        let count = 0;
        // Its front is in since the part before: the sheet goes through again for its back.
        let frontAgain = request.resume?.frontOfNextKept === true && source === 'feeder-duplex';
        const keepAndTell: KeepScannedPage = async (bytes, name) => {
          if (frontAgain) {
            frontAgain = false;
            return ok([]);
          }
          const kept = await keepPage(bytes, name);
          if (kept.ok)
            for (const page of kept.value) tell({ type: 'scan-progress', scanId, page, count: ++count });
          return kept;
        };
        const scanned = await scanners.scan(request, keepAndTell, stopping.signal);
        if (!scanned.ok) return scanned;
        const { pages, fault } = scanned.value;
        const resume = fault === null || source === 'flatbed' ? null : placeAfter(request, pages.length);
        return ok({ pages, fault, resume });
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
