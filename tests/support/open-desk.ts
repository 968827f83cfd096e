import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronProgram } from '../../build/app/electron-program.ts';
import { launchEnvironment } from '../../build/start/launch-environment.ts';

const home = resolve(import.meta.dirname, '../..');

export type OpenDesk = {
  readonly application: ElectronApplication;
  readonly page: Page;
  /** Seconds from the start of the process until the window showed its first screen. */
  readonly secondsToScreen: number;
  readonly pid: number;
  readonly close: () => Promise<void>;
};

/** Opens the built desk on `profile`, headless, enrolled with the practice city at `cityUrl`. */
export async function openDesk(options: {
  readonly profile: string;
  readonly cityUrl: string;
  readonly enrolCode?: string | undefined;
  /** Folder of another build of the desk; the project's own when left out. */
  readonly app?: string;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<OpenDesk> {
  const startedMs = performance.now();
  const application = await _electron.launch({
    executablePath: electronProgram(),
    args: [
      options.app ?? home,
      `--user-data-dir=${options.profile}`,
      '--practice',
      `--enrol-at=${options.cityUrl}`,
      ...(options.enrolCode === undefined ? [] : [`--enrol-code=${options.enrolCode}`]),
    ],
    env: { ...process.env, ...launchEnvironment, ...options.env, STANDIN_HEADLESS: '1' } as Record<
      string,
      string
    >,
    timeout: 60_000,
  });
  const page = await application.firstWindow();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0);
  const pid = application.process().pid;
  if (pid === undefined) throw new Error('the desk has no process');
  return {
    application,
    page,
    pid,
    secondsToScreen: (performance.now() - startedMs) / 1000,
    close: () => application.close(),
  };
}
