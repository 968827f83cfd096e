import { join } from 'node:path';
import type { utilityProcess } from 'electron';
import { createScanners, type Scanners } from './all-scanners.ts';
import { createEsclDriver } from './escl/escl-driver.ts';
import { createEsclMemory } from './escl/escl-memory.ts';
import type { FromEscl, ToEscl } from './escl/program/program-messages.ts';
import { findNaps2 } from './naps2/find-naps2.ts';
import { createNaps2Driver } from './naps2/naps2-driver.ts';
import { startDriverProcess } from './programs/driver-process.ts';
import { createSaneDriver } from './sane/sane-driver.ts';
import type { ScannerDriver } from './scanner-driver.ts';
import { createWiaDriver } from './wia/wia-driver.ts';

/**
 * The ways of speaking with scanners that this platform has: eSCL everywhere, WIA on Windows, SANE elsewhere, NAPS2 where
 * it is installed.
 * @param programPath `escl-program.ts` or what it was built into
 * @param folder where `scanners.json` lies
 */
export function openScanners(parts: {
  readonly utilityProcess: Pick<typeof utilityProcess, 'fork'>;
  readonly programPath: string;
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  /** Text of `scan-wia.ps1`. */
  readonly wiaScript: string;
}): Scanners {
  const escl = createEsclDriver({
    start: () =>
      startDriverProcess<ToEscl, FromEscl>(parts.utilityProcess, parts.programPath, 'Network scanners'),
    memory: createEsclMemory(parts.folder, join(parts.folder, 'scanners.json')),
  });
  const { platform } = parts;
  const own: ScannerDriver =
    platform === 'win32' ? createWiaDriver({ script: parts.wiaScript }) : createSaneDriver();
  const naps2 = createNaps2Driver(() => findNaps2(platform, process.env));
  // What hangs on this PC's own cable stands at this desk; what is in the network may stand anywhere.
  return createScanners([own, escl, naps2], escl);
}
