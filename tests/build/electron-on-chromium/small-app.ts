import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

export const FAKE_DIST = resolve(import.meta.dirname, '../../../build/electron-on-chromium/fake-dist');
export const SMALL_APP = resolve(import.meta.dirname, '../fixtures/small-app');

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'stand-in-test-'));
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** The environment without display and without what another test run may have set. */
export const cleanEnvironment = (more: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(STANDIN_|DISPLAY$|WAYLAND_DISPLAY$|NODE_OPTIONS$|VITEST)/.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...more };
};

export type RunningApp = Readonly<{
  electron: ElectronApplication;
  page: Page;
  userData: string;
  close(): Promise<void>;
}>;

/** Starts the small application as a journey test does, without naming an executable. */
export async function launchSmallApp(
  more: Readonly<Record<string, string>> = {},
  userData = newFolder(),
): Promise<RunningApp> {
  process.env.ELECTRON_OVERRIDE_DIST_PATH = FAKE_DIST;
  const electron = await _electron.launch({
    args: [SMALL_APP, `--user-data-dir=${userData}`],
    env: cleanEnvironment(more),
  });
  const page = await electron.firstWindow();
  await page.waitForFunction(() => 'firstLook' in window && document.readyState === 'complete');
  return {
    electron,
    page,
    userData,
    async close() {
      await electron.close();
      removeFolder(userData);
    },
  };
}

/** Calls a channel of the small application from its page, through the bridge. */
export const invoke = (page: Page, channel: string, ...args: unknown[]): Promise<unknown> =>
  page.evaluate(([name, list]) => (window as unknown as Bridged).desk.invoke(name, ...list), [
    channel,
    args,
  ] as const);

export type Bridged = {
  desk: {
    nested: { answer: number; list: number[] };
    invoke(channel: string, ...args: unknown[]): Promise<unknown>;
    send(channel: string, ...args: unknown[]): void;
    onNotice(listener: (...args: unknown[]) => void): () => void;
    throwNow(): void;
    later(text: string): Promise<string>;
    pathOf(file: File): string;
    useMissing(): unknown;
  };
  notices: unknown[][];
  firstLook: Record<string, unknown>;
};

export type StartedProcess = Readonly<{
  child: ChildProcess;
  /** Resolves with the first fact of that kind that the application prints. */
  fact(event: string): Promise<unknown>;
  ended: Promise<{ code: number | null; signal: string | null }>;
  errorText(): string;
}>;

/** Starts the small application as a plain process: `electron <app>`. */
export function startProcess(
  userData: string,
  options: {
    env?: Readonly<Record<string, string>>;
    args?: readonly string[];
    node?: string;
    /** A packaged executable, which holds its application itself. */
    packaged?: string;
  } = {},
): StartedProcess {
  const words = [
    ...(options.packaged === undefined ? [join(FAKE_DIST, 'electron'), SMALL_APP] : [options.packaged]),
    `--user-data-dir=${userData}`,
    ...(options.args ?? []),
  ];
  const child = spawn(options.node ?? process.execPath, words, {
    env: cleanEnvironment(options.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  const waiting = new Set<() => void>();
  child.stdout.on('data', (part) => {
    output += part;
    for (const look of waiting) look();
  });
  child.stderr.on('data', (part) => {
    errors += part;
  });
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) => {
    child.on('close', (code, signal) => done({ code, signal }));
  });
  return {
    child,
    ended,
    errorText: () => errors,
    fact: (event) =>
      new Promise((done, fail) => {
        const look = (): void => {
          const line = output.split('\n').find((text) => text.includes(`"event":"${event}"`));
          if (!line) return;
          waiting.delete(look);
          done(JSON.parse(line));
        };
        waiting.add(look);
        look();
        void ended.then(() => fail(new Error(`ended before "${event}": ${output} ${errors}`)));
      }),
  };
}

/** Process ids whose command line names the folder: the application and its Chromium. */
export function processesOf(userData: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(userData);
      } catch {
        // It ended while we looked.
        return false;
      }
    })
    .map(Number);
}

/** The loopback port that Chromium was told; undefined when none is running. */
export function portOf(userData: string): number | undefined {
  const lines = processesOf(userData).map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  const found = lines.map((line) => /MAP \*\.localhost 127\.0\.0\.1:(\d+)/.exec(line)?.[1]).find(Boolean);
  return found === undefined ? undefined : Number(found);
}

/** Waits until no process of the folder is left; resolves to the ids that are still there at the end. */
export async function waitUntilNoProcess(userData: string, withinMs = 5_000): Promise<number[]> {
  const until = Date.now() + withinMs;
  while (processesOf(userData).length > 0 && Date.now() < until) {
    await new Promise((next) => setTimeout(next, 50));
  }
  return processesOf(userData);
}
