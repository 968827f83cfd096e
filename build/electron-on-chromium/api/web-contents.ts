import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PrintToPDFOptions, WebContentsPrintOptions, WebPreferences } from 'electron';
import { cancelableEvent } from '../cancelable-event.ts';
import type { DevtoolsSession } from '../chromium/devtools-pipe.ts';
import { originOf, toAppUrl, toChromiumUrl } from '../loopback/address.ts';
import { createEmitter, extend, withGaps } from '../not-implemented.ts';
import { PRELOAD_WORLD, pageScripts, SEND_BINDING } from '../page/page-scripts.ts';
import { getChromium } from '../running.ts';
import { followNavigation, type Navigation } from './navigation.ts';
import { pageToPdf, printIntoFolder } from './pdf-printing.ts';
import { openRendererIpc, type RendererIpc } from './renderer-ipc.ts';
import { decideMediaPermission, session } from './session.ts';

type WindowOpenDetails = Readonly<{ url: string; frameName: string; features: string; disposition: string }>;
type WindowOpenHandler = (details: WindowOpenDetails) => { action: 'deny' | 'allow' };

/** What the owning window gives and gets; not part of Electron's API. */
export type Owner = Readonly<{
  close(): void;
  printFolder(): string;
  /** beforeunload of the page said no. */
  staysOpen(): void;
}>;

const EVENTS = [
  'will-navigate',
  'will-redirect',
  'will-frame-navigate',
  'will-attach-webview',
  'will-prevent-unload',
  'render-process-gone',
  'unresponsive',
  'responsive',
  'did-start-loading',
  'did-stop-loading',
  'did-finish-load',
  'did-fail-load',
  'did-navigate',
  'did-navigate-in-page',
  'dom-ready',
  'console-message',
  'preload-error',
  'destroyed',
];

let lastId = 0;

/** Creates a webContents whose page comes later (`attach`), as its methods are used before Chromium is done. */
export function createWebContents(preferences: WebPreferences, owner: Owner) {
  lastId += 1;
  const id = lastId;
  const events = createEmitter('webContents', EVENTS);
  const arrival = Promise.withResolvers<DevtoolsSession>();
  // Every method that needs the page reports a failed arrival to its own caller.
  arrival.promise.catch(() => undefined);
  let page: DevtoolsSession | undefined;
  let navigation: Navigation | undefined;
  let ipc: RendererIpc | undefined;
  let targetId = '';
  let destroyed = false;
  let crashed = false;
  let zoom = 1;
  let openHandler: WindowOpenHandler | undefined;

  const url = (): string => navigation?.url() ?? '';
  const refuseIfDestroyed = (): void => {
    if (destroyed) throw new TypeError('Object has been destroyed');
  };
  const senderFrame = () => withGaps('senderFrame', { url: url(), origin: originOf(url()), parent: null });

  const contents = withGaps(
    'webContents',
    extend(events, {
      id,
      get session() {
        return session.defaultSession;
      },
      get mainFrame() {
        return senderFrame();
      },
      send(channel: string, ...args: unknown[]): void {
        refuseIfDestroyed();
        ipc?.send(channel, args);
      },
      async loadURL(wanted: string): Promise<void> {
        refuseIfDestroyed();
        await arrival.promise;
        crashed = false;
        await navigation?.load(wanted);
      },
      getURL: url,
      reload: (): void => navigation?.reload(),
      isDestroyed: (): boolean => destroyed,
      isCrashed: (): boolean => crashed,
      close: (): void => owner.close(),
      setWindowOpenHandler(handler: WindowOpenHandler): void {
        openHandler = handler;
      },
      async executeJavaScript(code: string): Promise<unknown> {
        const answer = await (await arrival.promise).send<{
          result: { value: unknown };
          exceptionDetails?: { text: string; exception?: { description?: string } };
        }>('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true });
        const failure = answer.exceptionDetails;
        if (failure) throw new Error(failure.exception?.description ?? failure.text);
        return answer.result.value;
      },
      async capturePage() {
        const shot = await (await arrival.promise).send<{ data: string }>('Page.captureScreenshot');
        const png = Buffer.from(shot.data, 'base64');
        return withGaps('NativeImage', {
          toPNG: () => png,
          isEmpty: () => png.length === 0,
          getSize: () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
        });
      },
      async printToPDF(options: PrintToPDFOptions = {}): Promise<Buffer> {
        return pageToPdf(await arrival.promise, options);
      },
      print(options: WebContentsPrintOptions = {}, done?: (ok: boolean, why: string) => void): void {
        arrival.promise
          .then((attached) => printIntoFolder(attached, owner.printFolder(), options))
          .then(
            (file) => {
              console.error(`(stand-in) no printer here, the sheet is in ${file}`);
              done?.(true, '');
            },
            (error: Error) => done?.(false, error.message),
          );
      },
      getPrintersAsync: async () => [
        { name: 'stand-in-folder', displayName: 'PDF folder of the stand-in', description: '', options: {} },
      ],
      openDevTools: (): void => undefined,
      getZoomFactor: (): number => zoom,
      setZoomFactor(factor: number): void {
        zoom = factor;
        void contents.executeJavaScript(`document.documentElement.style.zoom = ${factor}; 0`);
      },
    }),
  );

  const askToOpen = (target: string, frameName = '', features = ''): void => {
    const details = { url: toAppUrl(target), frameName, features, disposition: 'new-window' };
    const { action } = openHandler?.(details) ?? { action: 'allow' };
    if (action === 'allow') {
      console.error(`electron stand-in: opening ${target} in a new window is not implemented; denied`);
    }
  };

  const listen = (attached: DevtoolsSession): void => {
    attached.on('Inspector.targetCrashed', () => {
      crashed = true;
      events.emit('render-process-gone', cancelableEvent(), { reason: 'crashed', exitCode: 139 });
    });
    attached.on<{ type: string }>('Page.javascriptDialogOpening', ({ type }) => {
      const leave = type !== 'beforeunload' || mayLeave();
      attached.send('Page.handleJavaScriptDialog', { accept: leave }).catch(() => undefined);
    });
    attached.on<{ type: string; args: { value?: unknown; description?: string; type: string }[] }>(
      'Runtime.consoleAPICalled',
      (call) => {
        const message = call.args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(' ');
        const level = call.type === 'error' || call.type === 'warning' ? call.type : 'info';
        events.emit('console-message', { level, message });
      },
    );
    attached.on<{ exceptionDetails: { text: string; exception?: { description?: string } } }>(
      'Runtime.exceptionThrown',
      ({ exceptionDetails: { text, exception } }) => {
        events.emit('console-message', {
          level: 'error',
          message: `Uncaught ${exception?.description ?? text}`,
        });
      },
    );
  };
  const mayLeave = (): boolean => {
    const event = cancelableEvent();
    events.emit('will-prevent-unload', event);
    if (!event.defaultPrevented) owner.staysOpen();
    return event.defaultPrevented;
  };

  const attach = async (target: string): Promise<void> => {
    targetId = target;
    const attached = await getChromium().attach(target);
    const makeEvent = () => ({
      sender: contents,
      senderFrame: senderFrame(),
      reply: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
    });
    ipc = openRendererIpc(attached, target, makeEvent, {
      '\0media': (types) => decideMediaPermission(contents, toChromiumUrl(url()), types as string[]),
      '\0window-open': (wanted, frameName, features) =>
        askToOpen(wanted as string, frameName as string, features as string),
      '\0preload-error': (text) =>
        events.emit('preload-error', cancelableEvent(), preferences.preload, new Error(text as string)),
    });
    navigation = followNavigation(attached, target, events);
    listen(attached);
    const scripts = pageScripts(
      {
        // Known to the two worlds of this window only.
        secret: `s${randomBytes(12).toString('hex')}`,
        platform: process.platform,
        arch: process.arch,
        versions: { ...process.versions },
        argv: preferences.additionalArguments ?? [],
      },
      preferences.preload ? readFileSync(preferences.preload, 'utf8') : '',
    );
    await Promise.all([
      attached.send('Page.enable'),
      attached.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      attached.send('Runtime.enable'),
      attached.send('Inspector.enable'),
      attached.send('Runtime.addBinding', { name: SEND_BINDING, executionContextName: PRELOAD_WORLD }),
      attached.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
      attached.send('Page.addScriptToEvaluateOnNewDocument', {
        source: scripts.preload,
        worldName: PRELOAD_WORLD,
      }),
      attached.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] }),
    ]);
    page = attached;
  };

  return {
    contents,
    /** Resolves when the page can be used. */
    async attach(target: string): Promise<void> {
      try {
        await attach(target);
      } catch (error) {
        arrival.reject(error);
        throw error;
      }
    },
    /** Lets the waiting calls go on, once the window has its size. */
    arrived(): void {
      if (page) arrival.resolve(page);
    },
    arrivedPage: arrival.promise,
    targetId: () => targetId,
    askToOpen,
    markDestroyed(): void {
      destroyed = true;
      events.emit('destroyed');
    },
  };
}

export type OwnedWebContents = ReturnType<typeof createWebContents>;
export type WebContents = OwnedWebContents['contents'];
