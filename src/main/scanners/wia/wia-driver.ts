import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '../../../shared/base/result.ts';
import { PAPER_MM, type Scanner } from '../../../shared/contracts/bridge/scanning.ts';
import { createDevicesInUse } from '../devices-in-use.ts';
import { lastLine, type ProgramEnd, runProgram } from '../programs/run-program.ts';
import { makeScanFolder } from '../programs/scan-folder.ts';
import { scanIntoFolder } from '../programs/scan-into-folder.ts';
import type { ScanFault, ScannerDriver } from '../scanner-driver.ts';
import { type ScannerFailure, type ScannerFailureCode, scannerFailure } from '../scanner-failure.ts';
import { parseWiaLine, type WiaLine, wiaFault, wiaScanner } from './wia-lines.ts';

export type WiaDriverOptions = {
  /** Text of `scan-wia.ps1`. */
  readonly script: string;
  /** Windows PowerShell 5.1, which every Windows has; tests put a program here that speaks the same lines. */
  readonly program?: string;
  readonly pageTimeoutMs?: number;
  readonly askTimeoutMs?: number;
};

type Run = { readonly end: ProgramEnd; readonly lines: readonly WiaLine[] };

/**
 * Scanners by Windows' own image acquisition, one PowerShell process a question. Offered on Windows only.
 * The line protocol and the arguments are tested with a program that speaks the same lines; **the script itself has not
 * been run on Windows yet**.
 */
export function createWiaDriver({
  script,
  program = 'powershell.exe',
  pageTimeoutMs = 90_000,
  askTimeoutMs = 20_000,
}: WiaDriverOptions): ScannerDriver {
  const inUse = createDevicesInUse();
  const listed = new Set<string>();

  async function run(
    folder: string,
    args: readonly string[],
    silenceMs: number,
    onPage: (file: string) => void,
    signal: AbortSignal,
  ): Promise<Run> {
    // Beside the pages, so that it goes with them; a BOM, or 5.1 reads it as the system's code page.
    const path = join(folder, 'scan-wia.ps1');
    await writeFile(path, `\uFEFF${script}`);
    const lines: WiaLine[] = [];
    const end = await runProgram({
      program,
      args: ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', path, ...args],
      silenceMs,
      signal,
      onLine: (text) => {
        const line = parseWiaLine(text);
        if (line === null) return;
        lines.push(line);
        if (line.type === 'page') onPage(line.file);
      },
    });
    return { end, lines };
  }

  const list: ScannerDriver['list'] = async () => {
    // The script lies there only while it runs.
    const folder = await makeScanFolder();
    try {
      return read(await run(folder, ['-List'], askTimeoutMs, () => {}, new AbortController().signal));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  function read(found: Run): Result<readonly Scanner[], ScannerFailure> {
    const fault = endFault(found);
    if (fault !== null) return scannerFailure(fault, { said: lastLine(found.end) });
    const scanners = found.lines.flatMap((line) => (line.type === 'device' ? wiaScanner(line) : []));
    for (const { scannerId } of scanners) listed.add(scannerId);
    return ok(scanners);
  }

  const scan: ScannerDriver['scan'] = async (request, keepPage, signal) => {
    const device = request.scannerId;
    return inUse.during(device, async () => {
      if (!listed.has(device)) {
        const found = await list();
        if (!found.ok) return found;
        if (!listed.has(device)) return scannerFailure('scanner-gone', { scanner: device, said: '' });
      }
      const { width, height } = PAPER_MM[request.size];
      const args = [
        ...['-Device', device, '-Source', request.source, '-Colour', request.colour],
        ...['-Dpi', String(request.dpi), '-WidthMm', String(width), '-HeightMm', String(height)],
      ];
      return ok(
        await scanIntoFolder<Run>(
          keepPage,
          signal,
          ({ folder, onPage, signal: stop }) =>
            run(folder, [...args, '-Folder', folder], pageTimeoutMs, onPage, stop),
          (ended, pages): ScanFault | null => {
            const code = endFault(ended);
            return code === null ? null : { code, facts: { pages, said: lastLine(ended.end) } };
          },
        ),
      );
    });
  };

  return { kind: 'wia', list, scan };
}

/** What ended a run: the script's own word first, then how its process ended. */
function endFault({ end, lines }: Run): ScannerFailureCode | null {
  if (end.end === 'missing-program') return 'scanner-missing-program';
  if (end.end === 'cancelled') return 'scan-cancelled';
  const fault = lines.find((line) => line.type === 'fault');
  if (fault !== undefined) return wiaFault(fault.hresult);
  if (end.end === 'hung') return 'scanner-hung';
  return lines.some((line) => line.type === 'done') ? null : 'scanner-failed';
}
