import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { cancelableEvent } from '../cancelable-event.ts';
import { openChromiumWindow } from '../chromium/open-window.ts';
import { environment } from '../environment.ts';
import { createEmitter, extend, withGaps } from '../not-implemented.ts';
import { getChromium, running } from '../running.ts';
import { app } from './app.ts';
import { createWebContents, type WebContents } from './web-contents.ts';
import { addWindow, findWindowByContents, type OpenWindow, openWindows, removeWindow } from './windows.ts';

type Bounds = Readonly<{ x?: number; y?: number; width: number; height: number }>;
type WindowState = Readonly<{ windowState: 'normal' | 'minimized' | 'maximized' | 'fullscreen' }>;

const EVENTS = [
  'close',
  'closed',
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'minimize',
  'restore',
  'maximize',
  'unmaximize',
  'resize',
  'unresponsive',
  'responsive',
  'session-end',
  'query-session-end',
];

let lastNumber = 0;

function createWindow(options: BrowserWindowConstructorOptions) {
  if (!running.ready) throw new Error('Cannot create BrowserWindow before app is ready');
  lastNumber += 1;
  const number = lastNumber;
  const bounds: Bounds = {
    ...(options.x === undefined ? {} : { x: options.x }),
    ...(options.y === undefined ? {} : { y: options.y }),
    width: options.width ?? 800,
    height: options.height ?? 600,
  };
  const events = createEmitter('BrowserWindow', EVENTS);
  let title = options.title ?? app.getName();
  let visible = options.show !== false;
  let minimized = false;
  let destroyed = false;
  const closings = new Set<(closed: boolean) => void>();
  const tellClosings = (closed: boolean): void => {
    for (const tell of closings) tell(closed);
    closings.clear();
  };

  const owned = createWebContents(options.webPreferences ?? {}, {
    close: () => window.close(),
    printFolder: () => environment.printFolder ?? join(app.getPath('userData'), 'standin-prints'),
    staysOpen: () => tellClosings(false),
  });
  const whenCreated = (use: () => Promise<unknown>): void => {
    // A window that is already closed has nothing left to arrange.
    owned.arrivedPage.then(use).catch(() => undefined);
  };
  const arrange = async (change: Bounds | WindowState): Promise<void> => {
    if (environment.headless) return;
    const { browser } = getChromium();
    const { windowId } = await browser.send<{ windowId: number }>('Browser.getWindowForTarget', {
      targetId: owned.targetId(),
    });
    await browser.send('Browser.setWindowBounds', { windowId, bounds: change });
  };

  const window = withGaps(
    'BrowserWindow',
    extend(events, {
      id: number,
      webContents: owned.contents,
      loadURL: (url: string): Promise<void> => owned.contents.loadURL(url),
      show(): void {
        if (!visible) {
          visible = true;
          whenCreated(async () => {
            await arrange({ windowState: 'normal' });
            await arrange(options.fullscreen ? { windowState: 'fullscreen' } : bounds);
          });
          events.emit('show');
        }
        events.emit('focus');
      },
      hide(): void {
        visible = false;
        whenCreated(() => arrange({ windowState: 'minimized' }));
        events.emit('hide');
      },
      isVisible: (): boolean => visible,
      focus(): void {
        whenCreated(() =>
          getChromium().browser.send('Target.activateTarget', { targetId: owned.targetId() }),
        );
        events.emit('focus');
      },
      isFocused: (): boolean => visible && openWindows().at(-1)?.window === window,
      minimize(): void {
        minimized = true;
        whenCreated(() => arrange({ windowState: 'minimized' }));
        events.emit('minimize');
      },
      isMinimized: (): boolean => minimized,
      restore(): void {
        minimized = false;
        whenCreated(() => arrange({ windowState: 'normal' }));
        events.emit('restore');
      },
      maximize(): void {
        whenCreated(() => arrange({ windowState: 'maximized' }));
        events.emit('maximize');
      },
      close(): void {
        if (destroyed) return;
        const event = cancelableEvent();
        events.emit('close', event);
        if (event.defaultPrevented) tellClosings(false);
        else {
          owned.arrivedPage
            .then((page) => page.send('Page.close'))
            // The page can be gone before it answers; then the window's end is told by its target.
            .catch(() => undefined);
        }
      },
      destroy(): void {
        const targetId = owned.targetId();
        opened.markGone();
        whenCreated(() => getChromium().browser.send('Target.closeTarget', { targetId }));
      },
      isDestroyed: (): boolean => destroyed,
      getTitle: (): string => title,
      setTitle(text: string): void {
        title = text;
      },
      getBounds: () => ({ x: 0, y: 0, ...bounds }),
      setMenu: (_menu: unknown): void => undefined,
      removeMenu: (): void => undefined,
      setMenuBarVisibility: (_visible: boolean): void => undefined,
    }),
  );

  const opened: OpenWindow = {
    window,
    owned,
    closeAndTell() {
      return new Promise<boolean>((resolve) => {
        closings.add(resolve);
        window.close();
      });
    },
    markGone() {
      if (destroyed) return;
      destroyed = true;
      removeWindow(opened);
      owned.markDestroyed();
      events.emit('closed', cancelableEvent());
      tellClosings(true);
      if (openWindows().length > 0 || running.quitting) return;
      if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
      else app.quit();
    },
  };

  const create = async (): Promise<void> => {
    await owned.attach(await openChromiumWindow(number, bounds));
    const page = await getChromium().attach(owned.targetId());
    if (environment.headless) {
      const { width, height } = bounds;
      const metrics = { width, height, deviceScaleFactor: 0, mobile: false };
      await page.send('Emulation.setDeviceMetricsOverride', metrics);
    } else await arrange(visible ? bounds : { windowState: 'minimized' });
    owned.arrived();
  };
  create().catch((error: unknown) => {
    if (!running.exiting) console.error('(stand-in) the window could not be opened:', error);
  });
  owned.contents.once('did-finish-load', () => events.emit('ready-to-show', cancelableEvent()));
  if (visible) setImmediate(() => events.emit('show'));
  addWindow(opened);
  app.emit('web-contents-created', cancelableEvent(), owned.contents);
  app.emit('browser-window-created', cancelableEvent(), window);
  return window;
}

type BrowserWindowObject = ReturnType<typeof createWindow>;
const asObjects = (): BrowserWindowObject[] =>
  openWindows().map(({ window }) => window as BrowserWindowObject);

function BrowserWindowConstructor(options: BrowserWindowConstructorOptions = {}): BrowserWindowObject {
  return createWindow(options);
}

export const BrowserWindow = withGaps(
  'BrowserWindow',
  Object.assign(BrowserWindowConstructor, {
    getAllWindows: asObjects,
    getFocusedWindow: (): BrowserWindowObject | null => asObjects().at(-1) ?? null,
    fromWebContents: (contents: WebContents): BrowserWindowObject | null =>
      (findWindowByContents(contents)?.window as BrowserWindowObject | undefined) ?? null,
    fromId: (id: number): BrowserWindowObject | null =>
      asObjects().find((window) => window.id === id) ?? null,
  }),
);

export const webContents = withGaps('webContents', {
  getAllWebContents: (): WebContents[] => openWindows().map(({ owned }) => owned.contents),
  fromId: (id: number): WebContents | undefined =>
    openWindows().find(({ owned }) => owned.contents.id === id)?.owned.contents,
  /** Playwright finds windows by it. */
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    openWindows().find(({ owned }) => owned.targetId() === targetId)?.owned.contents,
});
