import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import type { Scanner, ScanReply, ScanRequest } from '../../shared/contracts/bridge/scanning.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';
import type { PageStore } from '../page-store/page-store.ts';
import { importFile } from '../pages-in/import-file.ts';
import type { ScannerDriver } from '../scanners/scanner-driver.ts';

export type Scanning = {
  readonly list: () => Promise<Result<{ readonly scanners: Scanner[] }, Failure>>;
  readonly scan: (request: ScanRequest, store: PageStore) => Promise<Result<ScanReply, Failure>>;
  readonly cancel: (scanId: string) => Record<string, never>;
  readonly cancelAll: () => void;
};

/** Scans under way, by the window's id; each sheet is durable in the page store before the window hears of it. */
export function createScanning(driver: ScannerDriver, tell: (notice: Notice) => void): Scanning {
  const running = new Map<string, AbortController>();

  return {
    list: async () => {
      const found = await driver.list();
      return found.ok ? ok({ scanners: [...found.value] }) : found;
    },
    scan: async (request, store) => {
      if (running.has(request.scanId)) return fail('scan-already-running', 'officer-decides');
      const stopping = new AbortController();
      running.set(request.scanId, stopping);
      const pages: StoredPage[] = [];
      const keepPage = async (
        bytes: Uint8Array,
        name: string,
      ): Promise<Result<readonly StoredPage[], Failure>> => {
        const imported = await importFile({ name, bytes }, { putPage: store.put });
        if (!imported.ok) return imported;
        for (const page of imported.value.pages) {
          pages.push(page);
          tell({ type: 'scan-progress', scanId: request.scanId, page, count: pages.length });
        }
        return ok(imported.value.pages);
      };
      try {
        const scanned = await driver.scan(request, keepPage, stopping.signal);
        if (!scanned.ok && pages.length === 0) return scanned;
        const fault = scanned.ok ? scanned.value.fault : scanned.failure;
        return ok({ pages, fault: fault === null ? null : { code: fault.code, facts: { ...fault.facts } } });
      } finally {
        running.delete(request.scanId);
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
