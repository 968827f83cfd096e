import { type ChildProcess, spawn } from 'node:child_process';
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
  /**
   * What is awaited of the desk, or an error once its process has ended: a call that the power cuts may otherwise
   * wait for ever. Ends with "the desk was closed".
   */
  readonly orGone: <T>(work: Promise<T>) => Promise<T>;
  /** Closes the desk; answers too when it is gone already. */
  readonly close: () => Promise<void>;
};

/** From the end of the process until Playwright has told everybody of it. */
const LAST_WORDS_MS = 2000;
const MOST_LAST_WORDS = 600;

export type DeskOptions = {
  readonly profile: string;
  readonly cityUrl: string;
  readonly enrolCode?: string | undefined;
  /** Folder of another build of the desk; the project's own when left out. */
  readonly app?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Further words of the command line. */
  readonly switches?: readonly string[];
  /** What a start and each step of the script may take; Playwright's own when left out. */
  readonly patienceMs?: number;
};

const commandOf = (options: DeskOptions) => ({
  program: electronProgram(),
  args: [
    options.app ?? home,
    `--user-data-dir=${options.profile}`,
    '--practice',
    `--enrol-at=${options.cityUrl}`,
    ...(options.enrolCode === undefined ? [] : [`--enrol-code=${options.enrolCode}`]),
    ...(options.switches ?? []),
  ],
  env: { ...process.env, ...launchEnvironment, ...options.env, STANDIN_HEADLESS: '1' } as Record<
    string,
    string
  >,
});

/**
 * Starts the desk with nobody at its window, for a start that is to be cut: Playwright leaves a rejection that nobody
 * hears when the program ends before it is connected.
 */
export function startUnwatchedDesk(options: DeskOptions): ChildProcess {
  const { program, args, env } = commandOf(options);
  return spawn(program, args, { env, stdio: 'ignore' });
}

/** Opens the built desk on `profile`, headless, enrolled with the practice city at `cityUrl`. */
export async function openDesk(options: DeskOptions): Promise<OpenDesk> {
  const startedMs = performance.now();
  const { patienceMs } = options;
  const { program: executablePath, args, env } = commandOf(options);
  const application = await _electron.launch({ executablePath, args, env, timeout: patienceMs ?? 60_000 });
  if (patienceMs !== undefined) application.context().setDefaultTimeout(patienceMs);
  const program = application.process();
  const ended = new Promise<void>((settle) => {
    if (program.exitCode !== null || program.signalCode !== null) settle();
    else program.once('exit', () => settle());
  }).then(() => new Promise((settle) => setTimeout(settle, LAST_WORDS_MS)));
  const orGone = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([
      work,
      ended.then((): never => {
        throw new Error('the desk was closed: its process has ended');
      }),
    ]);
  const { pid } = program;
  if (pid === undefined) throw new Error('the desk has no process');
  let lastWords = '';
  program.stderr?.on('data', (chunk: Buffer) => {
    lastWords = `${lastWords}${chunk.toString('utf8')}`.slice(-MOST_LAST_WORDS);
  });
  const page = await orGone(showFirstScreen(application, patienceMs)).catch((thrown: Error) => {
    throw new Error(`${thrown.message.split('\n')[0]} (the desk said last: ${lastWords.trim()})`);
  });
  return {
    application,
    page,
    pid,
    secondsToScreen: (performance.now() - startedMs) / 1000,
    orGone,
    close: async () => {
      await Promise.race([application.close(), ended]);
    },
  };
}

async function showFirstScreen(
  application: ElectronApplication,
  patienceMs: number | undefined,
): Promise<Page> {
  const page = await application.firstWindow(patienceMs === undefined ? {} : { timeout: patienceMs });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0);
  return page;
}
