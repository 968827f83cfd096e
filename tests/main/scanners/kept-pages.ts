import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { KeepScannedPage, ScannerDriver } from '../../../src/main/scanners/scanner-driver.ts';
import { Sha256 } from '../../../src/shared/base/ids.ts';
import { type Failure, fail, ok } from '../../../src/shared/base/result.ts';
import type { ScanRequest } from '../../../src/shared/contracts/bridge/scanning.ts';

export type Kept = { readonly name: string; readonly bytes: Buffer };

/** A page store that remembers, and refuses from a page on. */
export const keepInto =
  (
    kept: Kept[],
    refuseFrom = Number.POSITIVE_INFINITY,
    refusal: Failure = fail('disk-full', 'officer-decides').failure,
  ): KeepScannedPage =>
  async (bytes, name) => {
    if (kept.length >= refuseFrom) return { ok: false, failure: refusal };
    kept.push({ name, bytes });
    const sha256 = Sha256.parse(kept.length.toString(16).padStart(64, '0'));
    return ok([{ sha256, byteLength: bytes.length, mediaType: 'image/png', width: 1, height: 1, dpi: 150 }]);
  };

export const scanRequest = (more: Partial<ScanRequest> = {}): ScanRequest => ({
  scanId: randomUUID(),
  scannerId: 'test:0',
  source: 'feeder',
  colour: 'grey',
  dpi: 200,
  size: 'a4',
  resume: null,
  ...more,
});

/** One scan to its end; `fault` is `failed: CODE` when it could not begin. */
export async function scanWith(
  driver: ScannerDriver,
  more: Partial<ScanRequest> = {},
  { signal = new AbortController().signal, refuseFrom }: { signal?: AbortSignal; refuseFrom?: number } = {},
) {
  const kept: Kept[] = [];
  const result = await driver.scan(scanRequest(more), keepInto(kept, refuseFrom), signal);
  const fault = result.ok ? (result.value.fault?.code ?? null) : `failed: ${result.failure.code}`;
  return { kept, fault, pages: result.ok ? result.value.pages.length : 0 };
}

/** A killed orphan may stay a zombie until its new parent looks. */
export const isRunning = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

/** Folders of scans that this process left lying. */
export const scanFolders = (): string[] =>
  ['/dev/shm', tmpdir()].flatMap((dir) =>
    readdirSync(dir).filter((name) => name.startsWith(`quay-scan-${process.pid}-`)),
  );
