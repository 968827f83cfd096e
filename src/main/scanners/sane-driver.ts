import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ok } from '../../shared/base/result.ts';
import type { ScanReply } from '../../shared/contracts/bridge/scanning.ts';
import { parseDeviceOptions } from './device-options.ts';
import { createPagePickup, PAGE_PATTERN } from './page-pickup.ts';
import { runScanimage, type ScanimageEnd } from './run-scanimage.ts';
import { saneFault } from './sane-status.ts';
import { scanArguments } from './scan-arguments.ts';
import { makeScanFolder } from './scan-folder.ts';
import type { KeepScannedPage, ScannerDriver } from './scanner-driver.ts';
import { scannerFailure } from './scanner-failure.ts';

export type SaneDriverOptions = {
  /** Longest wait for one page; a slow 600-dpi flatbed takes 40 s. */
  readonly pageTimeoutMs?: number;
  /** Longest wait for the list of devices or their options; asking the network takes a few seconds. */
  readonly askTimeoutMs?: number;
  /** Stops a feeder after so many sheets: SANE's practice device has ten black sheets. */
  readonly pageLimit?: number;
};

/** The first and last columns have no spaces at their ends; a tab cannot be in a device name. */
const LIST_FORMAT = '%d\t%v\t%m%n';

/**
 * Scanners by SANE's own program `scanimage` (Debian `sane-utils`), one process a scan: a driver that crashes or hangs
 * takes nothing with it but itself. The environment's SANE_CONFIG_DIR is inherited, so a practice branch can have its
 * own scanners.
 */
export function createSaneDriver({
  pageTimeoutMs = 60_000,
  askTimeoutMs = 20_000,
  pageLimit,
}: SaneDriverOptions = {}): ScannerDriver {
  const inUse = new Set<string>();
  /** Devices that SANE itself named: no other name from the window reaches a program. */
  const listed = new Set<string>();

  async function ask(args: readonly string[], signal?: AbortSignal) {
    const lines: string[] = [];
    const end = await runScanimage({
      args,
      silenceMs: askTimeoutMs,
      onLine: (line) => lines.push(line),
      ...(signal === undefined ? {} : { signal }),
    });
    return { lines, end };
  }

  const list: ScannerDriver['list'] = async () => {
    const { lines, end } = await ask([`--formatted-device-list=${LIST_FORMAT}`]);
    const fault = saneFault(end);
    if (fault === 'scanner-missing-program' || fault === 'scanner-hung') return scannerFailure(fault);
    const scanners = lines.flatMap((line) => {
      const [device, vendor, model] = line.split('\t');
      if (device === undefined || device === '' || model === undefined) return [];
      const maker = vendor === undefined || vendor === 'Noname' ? '' : vendor;
      return [{ scannerId: device, name: `${maker} ${model}`.trim(), kind: 'sane' as const }];
    });
    for (const { scannerId } of scanners) listed.add(scannerId);
    return ok(scanners);
  };

  const scan: ScannerDriver['scan'] = async (request, keepPage, signal) => {
    const device = request.scannerId;
    if (inUse.has(device)) return scannerFailure('scanner-busy', { scanner: device });
    inUse.add(device);
    try {
      if (!listed.has(device)) {
        const found = await list();
        if (!found.ok) return found;
        if (!listed.has(device)) return scannerFailure('scanner-gone', { scanner: device, said: '' });
      }
      const options = await ask(['-d', device, '--format=tiff', '-A'], signal);
      const unanswered = saneFault(options.end);
      if (unanswered !== null)
        return scannerFailure(unanswered, { scanner: device, said: lastLine(options.end) });
      const args = scanArguments(request, parseDeviceOptions(options.lines.join('\n')));
      if (typeof args === 'string') return scannerFailure(args, { scanner: device });
      return ok(await scanPages(request.source, args, keepPage, signal));
    } finally {
      inUse.delete(device);
    }
  };

  async function scanPages(
    source: 'flatbed' | 'feeder',
    args: readonly string[],
    keepPage: KeepScannedPage,
    signal: AbortSignal,
  ): Promise<ScanReply> {
    const folder = await makeScanFolder();
    const refused = new AbortController();
    const pickup = createPagePickup(folder, keepPage, () => refused.abort());
    const count = source === 'flatbed' ? 1 : pageLimit;
    try {
      const end = await runScanimage({
        args: [
          ...args,
          '--format=tiff',
          `--batch=${join(folder, PAGE_PATTERN)}`,
          '--batch-print',
          ...(count === undefined ? [] : [`--batch-count=${count}`]),
        ],
        silenceMs: pageTimeoutMs,
        onLine: (line) => pickup.pick(basename(line)),
        signal: AbortSignal.any([signal, refused.signal]),
      });
      const { pages, refusal } = await pickup.finish();
      const fault =
        refusal !== null
          ? { code: refusal.code, facts: { ...refusal.facts } }
          : scanFault(end, pages.length, source);
      return { pages: [...pages], fault };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return { list, scan };
}

/** A feeder that ran empty after some pages did its work; one that never had any did not. */
function scanFault(end: ScanimageEnd, pages: number, source: 'flatbed' | 'feeder'): ScanReply['fault'] {
  const code = saneFault(end);
  if (code === 'scanner-empty' && pages > 0) return null;
  if (code !== null) return { code, facts: { pages, said: lastLine(end) } };
  if (pages > 0) return null;
  return { code: source === 'feeder' ? 'scanner-empty' : 'scanner-failed', facts: { pages: 0, said: '' } };
}

/** For the log and for support, never to decide by. */
const lastLine = ({ stderr }: ScanimageEnd): string => stderr.trim().split('\n').at(-1) ?? '';
