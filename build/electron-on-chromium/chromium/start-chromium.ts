import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { debugLine, environment } from '../environment.ts';
import { type Chromium, spawnChromium } from './devtools-pipe.ts';
import { chromiumFlags } from './flags.ts';
import { isOwnTarget } from './open-window.ts';

type Attached = { sessionId: string; waitingForDebugger: boolean; targetInfo: TargetInfo };
type TargetInfo = { targetId: string; type: string; url: string; openerId?: string };

/**
 * Starts Chromium with its profile under `userData` and watches over its pages.
 *
 * @param onPopup a page opened by one of our pages; it is closed at once
 * @param onPageGone a page was closed, by us or by the person
 */
export async function startChromium(options: {
  readonly userData: string;
  readonly port: number;
  readonly switches: readonly string[];
  readonly onPopup: (openerId: string, url: string) => void;
  readonly onPageGone: (targetId: string) => void;
}): Promise<Chromium> {
  const profile = join(options.userData, 'standin-profile');
  writeFirstPreferences(profile);
  const forTestTool = options.switches.some((flag) => flag.startsWith('--remote-debugging-port='));
  const flags = chromiumFlags({ profile, port: options.port, extra: options.switches });
  const chromium = spawnChromium(
    environment.chromiumPath,
    flags,
    forTestTool || environment.debug ? 'pipe' : 'ignore',
  );
  forwardDevtoolsLine(chromium);
  await chromium.browser
    .send<{ product: string }>('Browser.getVersion')
    .then(({ product }) => nameChromiumVersion(product))
    .catch((error: Error) => {
      throw new Error(
        `${environment.chromiumPath} did not start (${error.message}). Is the package chromium installed? ` +
          'In a container without user namespaces set STANDIN_CHROMIUM_ARGS=--no-sandbox.',
      );
    });
  await watchPages(chromium, options.onPopup, options.onPageGone);
  return chromium;
}

/** Only before the first start: the translate bubble over Vietnamese pages cannot be turned off by a flag. */
function writeFirstPreferences(profile: string): void {
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(dirname(preferences), { recursive: true, mode: 0o700 });
  writeFileSync(preferences, JSON.stringify({ translate: { enabled: false } }));
}

/** Playwright waits for this line on the stderr of the process that it started. */
function forwardDevtoolsLine(chromium: Chromium): void {
  chromium.process.stderr?.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n')) {
      if (line.includes('DevTools listening on')) process.stderr.write(`${line}\n`);
      else if (line.trim()) debugLine('chromium:', line);
    }
  });
}

function nameChromiumVersion(product: string): void {
  const value = product.replace(/^.*\//, '');
  if (!process.versions.chrome)
    Object.defineProperty(process.versions, 'chrome', { value, enumerable: true });
}

async function watchPages(
  chromium: Chromium,
  onPopup: (openerId: string, url: string) => void,
  onPageGone: (targetId: string) => void,
): Promise<void> {
  const { browser } = chromium;
  const known = new Set<string>();
  browser.on<{ targetId: string }>('Target.targetDestroyed', ({ targetId }) => onPageGone(targetId));
  browser.on<Attached>('Target.attachedToTarget', ({ sessionId, waitingForDebugger, targetInfo }) => {
    const { targetId, url, openerId } = targetInfo;
    // Attaching to our own pages reports them here a second time.
    const isNew = !known.has(targetId);
    known.add(targetId);
    const wanted = isOwnTarget(targetInfo) || url.startsWith('devtools://');
    if (isNew && waitingForDebugger && !wanted) {
      if (openerId) onPopup(openerId, url);
      browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
      return;
    }
    if (!waitingForDebugger) return;
    chromium
      .session(sessionId)
      .send('Runtime.runIfWaitingForDebugger')
      .catch(() => undefined);
  });
  const filter = [{ type: 'page' }];
  await browser.send('Target.setDiscoverTargets', { discover: true, filter });
  // On the browser's session: on a page's own session this would freeze every worker for ever.
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter,
  });
}
