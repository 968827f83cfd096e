import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { cancelableEvent } from '../cancelable-event.ts';
import { startChromium } from '../chromium/start-chromium.ts';
import { debugLine } from '../environment.ts';
import { startLoopbackServer } from '../loopback/server.ts';
import { createEmitter, extend, withGaps } from '../not-implemented.ts';
import { getChromium, running } from '../running.ts';
import { commandLine, commandLineSwitches } from './command-line.ts';
import { findSchemeHandler } from './protocol.ts';
import { refuseOtherPermissions } from './session.ts';
import { type SingleInstance, takeSingleInstance } from './single-instance.ts';
import { findWindowByTarget, openWindows } from './windows.ts';

/** What the launcher read about the application. */
export type LoadedApp = Readonly<{
  path: string;
  name: string | undefined;
  version: string | undefined;
  packaged: boolean;
}>;

/** The last ones are known to Electron and never happen here. */
const EVENTS = [
  'will-finish-launching',
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'render-process-gone',
  'activate',
  'child-process-gone',
  'session-created',
  'certificate-error',
  'open-file',
  'open-url',
];
const CHROMIUM_CLOSING_MS = 3_000;

const events = createEmitter('app', EVENTS);
const becomesReady = Promise.withResolvers<void>();
const paths = new Map<string, string>();
let loaded: LoadedApp = { path: process.cwd(), name: undefined, version: undefined, packaged: false };
let ownName: string | undefined;
let instance: SingleInstance | undefined;
let relaunches = false;

function findPath(name: string): string | undefined {
  const home = homedir();
  const config = process.env.XDG_CONFIG_HOME || join(home, '.config');
  switch (name) {
    case 'home':
      return home;
    case 'appData':
      return config;
    case 'userData':
      return join(config, app.getName());
    case 'sessionData':
      return app.getPath('userData');
    case 'logs':
      return join(app.getPath('userData'), 'logs');
    case 'crashDumps':
      return join(app.getPath('userData'), 'Crashpad');
    case 'temp':
      return tmpdir();
    case 'exe':
      return process.execPath;
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'pictures':
      return join(home, name.charAt(0).toUpperCase() + name.slice(1));
    default:
      return undefined;
  }
}

/** Closes the windows one by one; each may refuse, and then the application stays. */
async function quit(): Promise<void> {
  const before = cancelableEvent();
  app.emit('before-quit', before);
  if (before.defaultPrevented) return;
  running.quitting = true;
  for (const window of openWindows()) {
    if (!(await window.closeAndTell())) {
      running.quitting = false;
      return;
    }
  }
  const will = cancelableEvent();
  app.emit('will-quit', will);
  if (will.defaultPrevented) running.quitting = false;
  else await exit(0);
}

async function exit(code: number): Promise<void> {
  if (running.exiting) return;
  running.exiting = true;
  app.emit('quit', cancelableEvent(), code);
  app.releaseSingleInstanceLock();
  const { chromium } = running;
  if (chromium && !chromium.hasExited()) {
    const ended = new Promise<void>((resolve) => chromium.onExit(() => resolve()));
    // Its end is what answers.
    chromium.browser.send('Browser.close').catch(() => undefined);
    const late = setTimeout(() => chromium.process.kill('SIGKILL'), CHROMIUM_CLOSING_MS);
    await ended;
    clearTimeout(late);
  }
  if (relaunches) spawn(process.execPath, process.argv.slice(1), { detached: true, stdio: 'ignore' }).unref();
  process.exit(code);
}

export const app = withGaps(
  'app',
  extend(events, {
    get isPackaged(): boolean {
      return loaded.packaged;
    },
    get name(): string {
      return app.getName();
    },
    commandLine,
    getName: (): string => ownName ?? loaded.name ?? 'Electron',
    setName(name: string): void {
      ownName = name;
    },
    getVersion: (): string => loaded.version ?? '0.0.0',
    getAppPath: (): string => loaded.path,
    getPath(name: string): string {
      const path = paths.get(name) ?? findPath(name);
      if (!path) throw new Error(`Failed to get '${name}' path`);
      return path;
    },
    setPath(name: string, path: string): void {
      if (!isAbsolute(path)) throw new Error('Path must be absolute');
      paths.set(name, path);
    },
    setAppLogsPath(path?: string): void {
      if (path) app.setPath('logs', path);
    },
    isReady: (): boolean => running.ready,
    whenReady: (): Promise<void> => becomesReady.promise,
    getLocale: (): string => {
      const switched = commandLine.getSwitchValue('lang');
      const language = (process.env.LC_ALL || process.env.LANG || 'en-US').split('.')[0] ?? 'en-US';
      return switched || (language === 'C' ? 'en-US' : language.replace('_', '-'));
    },
    setAppUserModelId: (_id: string): void => undefined,
    /** Chromium's sandbox is on unless this runs as root; see README.md. */
    enableSandbox: (): void => undefined,
    disableHardwareAcceleration: (): void => undefined,
    focus: (): void => undefined,
    requestSingleInstanceLock(data?: unknown): boolean {
      instance ??= takeSingleInstance(app.getPath('userData'), data, (second) => {
        void becomesReady.promise.then(() =>
          app.emit('second-instance', cancelableEvent(), second.argv, second.cwd, second.data),
        );
      });
      return instance !== undefined;
    },
    hasSingleInstanceLock: (): boolean => instance !== undefined,
    releaseSingleInstanceLock(): void {
      instance?.release();
      instance = undefined;
    },
    quit(): void {
      if (!running.quitting) void quit();
    },
    exit(code = 0): void {
      void exit(code);
    },
    relaunch(): void {
      relaunches = true;
    },
  }),
);

/** Starts Chromium and emits `ready`; the launcher calls it after the application's main script has run. */
export async function startApp(): Promise<void> {
  const userData = app.getPath('userData');
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  const port = await startLoopbackServer(findSchemeHandler);
  running.chromium = await startChromium({
    userData: app.getPath('sessionData'),
    port,
    switches: commandLineSwitches(),
    onPopup: (openerId, url) => findWindowByTarget(openerId)?.owned.askToOpen(url),
    onPageGone: (targetId) => findWindowByTarget(targetId)?.markGone(),
  });
  getChromium().onExit(endWithChromium);
  await refuseOtherPermissions();
  running.ready = true;
  debugLine('ready');
  app.emit('will-finish-launching');
  becomesReady.resolve();
  app.emit('ready', cancelableEvent(), {});
}

/** A person closed the last window (Chromium ends by itself), or it crashed as a whole. */
function endWithChromium(code: number | null, signal: NodeJS.Signals | null): void {
  if (running.exiting) return;
  if (code !== 0) {
    console.error(`(stand-in) Chromium ended (${signal ?? code})`);
    app.exit(1);
    return;
  }
  for (const window of openWindows()) window.markGone();
  app.quit();
}

export function describeApp(description: LoadedApp): void {
  loaded = description;
}
