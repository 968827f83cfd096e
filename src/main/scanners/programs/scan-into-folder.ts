import { rm } from 'node:fs/promises';
import type { KeepScannedPage, ScanFault, ScanOutcome } from '../scanner-driver.ts';
import { createPagePickup } from './page-pickup.ts';
import { makeScanFolder } from './scan-folder.ts';

/** What a driver's process is given: where to lay whole pages, to whom to name them, when to stop. */
export type FolderScan = {
  readonly folder: string;
  /** Name of a file in the folder, whole. */
  readonly onPage: (file: string) => void;
  readonly signal: AbortSignal;
};

/**
 * The frame of every scan: a private folder that another process lays pages in, each kept as soon as it is whole, and
 * those that were whole but never named when the process died. A page that cannot be kept stops the scan and is its fault;
 * else `run` says what ended it, knowing how many pages are in.
 */
export async function scanIntoFolder<End>(
  keepPage: KeepScannedPage,
  signal: AbortSignal,
  run: (scan: FolderScan) => Promise<End>,
  faultOf: (end: End, pages: number) => ScanFault | null,
): Promise<ScanOutcome> {
  const folder = await makeScanFolder();
  const refused = new AbortController();
  const pickup = createPagePickup(folder, keepPage, () => refused.abort());
  try {
    const end = await run({ folder, onPage: pickup.pick, signal: AbortSignal.any([signal, refused.signal]) });
    const { pages, refusal } = await pickup.finish();
    const fault =
      refusal === null ? faultOf(end, pages.length) : { code: refusal.code, facts: { ...refusal.facts } };
    return { pages: [...pages], fault };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
