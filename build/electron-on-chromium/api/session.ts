import { toAppUrl, toChromiumUrl } from '../loopback/address.ts';
import { createEmitter, extend, notImplemented, withGaps } from '../not-implemented.ts';
import { getChromium, running } from '../running.ts';
import { net } from './net.ts';
import { protocol } from './protocol.ts';

type Details = Readonly<{ requestingUrl: string; isMainFrame: boolean; mediaTypes: readonly string[] }>;
type RequestHandler = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: Details,
) => void;
type CheckHandler = (
  contents: unknown,
  permission: string,
  requestingOrigin: string,
  details: Readonly<Record<string, unknown>>,
) => boolean;

let requestHandler: RequestHandler | undefined;
let checkHandler: CheckHandler | undefined;

const defaultSession = withGaps(
  'session',
  extend(createEmitter('session', []), {
    protocol,
    fetch: net.fetch,
    setPermissionRequestHandler(handler: RequestHandler | null): void {
      requestHandler = handler ?? undefined;
    },
    setPermissionCheckHandler(handler: CheckHandler | null): void {
      checkHandler = handler ?? undefined;
    },
    // No dictionaries are ever fetched here, there is nothing to turn off.
    setSpellCheckerEnabled(_enabled: boolean): void {},
    flushStorageData(): void {},
  }),
);

export const session = withGaps('session', {
  get defaultSession() {
    if (!running.ready) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
  fromPartition: (partition: string): never => notImplemented(`session.fromPartition('${partition}')`),
});

/** Everything but camera and microphone is refused by Chromium itself, without asking the handlers. */
const REFUSED = [
  'geolocation',
  'notifications',
  'clipboard-read',
  'midi',
  'display-capture',
  'local-fonts',
  'storage-access',
  'window-management',
  'idle-detection',
];

export async function refuseOtherPermissions(): Promise<void> {
  const { browser } = getChromium();
  const refuse = (name: string): Promise<unknown> =>
    browser
      .send('Browser.setPermission', { permission: { name }, setting: 'denied' })
      // The list of names is Chromium's and changes with its versions.
      .catch((error: Error) => console.error(`(stand-in) permission ${name}: ${error.message}`));
  await Promise.all(REFUSED.map(refuse));
}

/**
 * What getUserMedia asks: both handlers of the application must agree, then Chromium is told for the origin.
 * Without handlers it is granted, as in Electron.
 */
export async function decideMediaPermission(
  contents: unknown,
  chromiumUrl: string,
  mediaTypes: readonly string[],
): Promise<boolean> {
  const requestingUrl = toAppUrl(chromiumUrl);
  const requestingOrigin = toAppUrl(new URL(chromiumUrl).origin);
  const checked = mediaTypes.every(
    (mediaType) =>
      checkHandler?.(contents, 'media', `${requestingOrigin}/`, {
        mediaType,
        isMainFrame: true,
        requestingUrl,
      }) ?? true,
  );
  const handler = requestHandler;
  const granted =
    checked &&
    (!handler ||
      (await new Promise<boolean>((resolve) => {
        handler(contents, 'media', resolve, { requestingUrl, isMainFrame: true, mediaTypes });
      })));
  for (const name of ['camera', 'microphone']) {
    const wanted = mediaTypes.includes(name === 'camera' ? 'video' : 'audio');
    if (!wanted) continue;
    await getChromium().browser.send('Browser.setPermission', {
      permission: { name },
      setting: granted ? 'granted' : 'denied',
      origin: new URL(toChromiumUrl(requestingUrl)).origin,
    });
  }
  return granted;
}
