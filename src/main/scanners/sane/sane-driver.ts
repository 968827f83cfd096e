import { basename, join } from 'node:path';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { Scanner, ScanSource } from '../../../shared/contracts/bridge/scanning.ts';
import { createDevicesInUse } from '../devices-in-use.ts';
import { UNTOLD } from '../offered.ts';
import { lastLine, type ProgramEnd, runProgram } from '../programs/run-program.ts';
import { scanIntoFolder } from '../programs/scan-into-folder.ts';
import type { ScanFault, ScannerDriver } from '../scanner-driver.ts';
import { type ScannerFailure, scannerFailure } from '../scanner-failure.ts';
import { type DeviceOptions, parseDeviceOptions } from './device-options.ts';
import { saneAbilities } from './sane-abilities.ts';
import { saneFault } from './sane-status.ts';
import { scanArguments } from './scan-arguments.ts';

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
const PAGE_PATTERN = 'page-%04d.tiff';

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
  const inUse = createDevicesInUse();
  /** Devices that SANE itself named: no other name from the window reaches a program. */
  const listed = new Set<string>();
  /** Asked once a device: opening it takes seconds, and what it can do does not change. */
  const known = new Map<string, DeviceOptions>();

  async function ask(args: readonly string[], signal?: AbortSignal) {
    const lines: string[] = [];
    const end = await runProgram({
      program: 'scanimage',
      args,
      silenceMs: askTimeoutMs,
      onLine: (line) => lines.push(line),
      ...(signal === undefined ? {} : { signal }),
    });
    return { lines, end };
  }

  async function askOptions(
    device: string,
    signal?: AbortSignal,
  ): Promise<Result<DeviceOptions, ScannerFailure>> {
    const { lines, end } = await ask(['-d', device, '--format=tiff', '-A'], signal);
    const fault = saneFault(end);
    if (fault !== null) return scannerFailure(fault, { scanner: device, said: lastLine(end) });
    const options = parseDeviceOptions(lines.join('\n'));
    known.set(device, options);
    return ok(options);
  }

  async function listDevices(): Promise<Result<readonly [device: string, name: string][], ScannerFailure>> {
    const { lines, end } = await ask([`--formatted-device-list=${LIST_FORMAT}`]);
    const fault = saneFault(end);
    if (fault === 'scanner-missing-program' || fault === 'scanner-hung') return scannerFailure(fault);
    const found = lines.flatMap((line): [string, string][] => {
      const [device, vendor, model] = line.split('\t');
      if (device === undefined || device === '' || model === undefined) return [];
      const maker = vendor === undefined || vendor === 'Noname' ? '' : vendor;
      return [[device, `${maker} ${model}`.trim()]];
    });
    for (const [device] of found) listed.add(device);
    return ok(found);
  }

  const list: ScannerDriver['list'] = async () => {
    const found = await listDevices();
    if (!found.ok) return found;
    const scanners = await Promise.all(
      found.value.map(async ([scannerId, name]): Promise<Scanner> => {
        // A device that scans now would only say that it is busy.
        if (!known.has(scannerId) && !inUse.has(scannerId)) await askOptions(scannerId);
        const options = known.get(scannerId);
        const abilities = options === undefined ? UNTOLD : saneAbilities(options);
        return { scannerId, name, kind: 'sane', line: null, ...abilities };
      }),
    );
    return ok(scanners);
  };

  const scan: ScannerDriver['scan'] = async (request, keepPage, signal) => {
    const device = request.scannerId;
    return inUse.during(device, async () => {
      if (!listed.has(device)) {
        const found = await listDevices();
        if (!found.ok) return found;
        if (!listed.has(device)) return scannerFailure('scanner-gone', { scanner: device, said: '' });
      }
      const remembered = known.get(device);
      const options = remembered === undefined ? await askOptions(device, signal) : ok(remembered);
      if (!options.ok) return options;
      const args = scanArguments(request, options.value);
      if (typeof args === 'string') return scannerFailure(args, { scanner: device });
      const count = request.source === 'flatbed' ? 1 : pageLimit;
      return ok(
        await scanIntoFolder(
          keepPage,
          signal,
          ({ folder, onPage, signal: stop }) =>
            runProgram({
              program: 'scanimage',
              args: [
                ...args,
                '--format=tiff',
                `--batch=${join(folder, PAGE_PATTERN)}`,
                '--batch-print',
                ...(count === undefined ? [] : [`--batch-count=${count}`]),
              ],
              silenceMs: pageTimeoutMs,
              onLine: (line) => onPage(basename(line)),
              signal: stop,
            }),
          (end, pages) => scanFault(end, pages, request.source),
        ),
      );
    });
  };

  return { kind: 'sane', list, scan };
}

/** A feeder that ran empty after some pages did its work; one that never had any did not. */
function scanFault(end: ProgramEnd, pages: number, source: ScanSource): ScanFault | null {
  const code = saneFault(end);
  if (code === 'scanner-empty' && pages > 0) return null;
  if (code !== null) return { code, facts: { pages, said: lastLine(end) } };
  if (pages > 0) return null;
  return { code: source === 'flatbed' ? 'scanner-failed' : 'scanner-empty', facts: { pages: 0, said: '' } };
}
