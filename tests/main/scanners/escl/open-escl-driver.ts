import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utilityProcess } from '../../../../build/electron-on-chromium/api/utility-process.ts';
import { createEsclDriver, type EsclDriver } from '../../../../src/main/scanners/escl/escl-driver.ts';
import { createEsclMemory } from '../../../../src/main/scanners/escl/escl-memory.ts';
import type { FromEscl, ToEscl } from '../../../../src/main/scanners/escl/program/program-messages.ts';
import type { EsclTiming } from '../../../../src/main/scanners/escl/program/timing.ts';
import { startDriverProcess } from '../../../../src/main/scanners/programs/driver-process.ts';

const PROGRAM = fileURLToPath(
  new URL('../../../../src/main/scanners/escl/program/escl-program.ts', import.meta.url),
);
const SHORT: EsclTiming = { askMs: 1500, pageMs: 1500, readyMs: 1500, announceMs: 0 };

/** The driver of the desk with its real process, on a memory in a folder that goes with it. */
export function openEsclDriver(
  options: { timing?: Partial<EsclTiming>; folder?: string; program?: string } = {},
) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'quay-escl-'));
  const driver: EsclDriver = createEsclDriver({
    start: () =>
      startDriverProcess<ToEscl, FromEscl>(
        // only `fork` is used, which the stand-in has as Electron does
        utilityProcess as never,
        options.program ?? PROGRAM,
        'Network scanners',
      ),
    memory: createEsclMemory(folder, join(folder, 'scanners.json')),
    timing: { ...SHORT, ...options.timing },
  });
  const close = async (): Promise<void> => {
    await driver.close();
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  return { driver, folder, close };
}
