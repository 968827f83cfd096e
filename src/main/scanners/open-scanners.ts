import { join } from 'node:path';
import type { utilityProcess } from 'electron';
import { createScanners, type Scanners } from './all-scanners.ts';
import { createEsclDriver } from './escl/escl-driver.ts';
import { createEsclMemory } from './escl/escl-memory.ts';
import type { FromEscl, ToEscl } from './escl/program/program-messages.ts';
import { startDriverProcess } from './programs/driver-process.ts';
import { createSaneDriver } from './sane/sane-driver.ts';
import type { ScannerDriver } from './scanner-driver.ts';

/**
 * The ways of speaking with scanners that this platform has: eSCL everywhere, SANE on Linux.
 * @param programPath `escl-program.ts` or what it was built into
 * @param folder where `scanners.json` lies
 */
export function openScanners(parts: {
  readonly utilityProcess: Pick<typeof utilityProcess, 'fork'>;
  readonly programPath: string;
  readonly folder: string;
  readonly platform: NodeJS.Platform;
}): Scanners {
  const escl = createEsclDriver({
    start: () =>
      startDriverProcess<ToEscl, FromEscl>(parts.utilityProcess, parts.programPath, 'Network scanners'),
    memory: createEsclMemory(parts.folder, join(parts.folder, 'scanners.json')),
  });
  const others: readonly ScannerDriver[] = parts.platform === 'win32' ? [] : [createSaneDriver()];
  return createScanners(escl, others);
}
