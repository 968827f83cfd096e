import type { EventEmitter } from 'node:events';
import { cancelableEvent } from '../cancelable-event.ts';
import type { DevtoolsSession } from '../chromium/devtools-pipe.ts';
import { toAppUrl, toChromiumUrl } from '../loopback/address.ts';

type Frame = {
  id: string;
  parentId?: string;
  url: string;
  urlFragment?: string;
  loaderId: string;
  unreachableUrl?: string;
};
type Paused = { requestId: string; frameId: string; request: { url: string }; redirectedRequestId?: string };

export type Navigation = Readonly<{
  url(): string;
  load(url: string): Promise<void>;
  reload(): void;
}>;

const withoutHash = (url: string): string => url.split('#')[0] ?? url;

/**
 * Loads documents and reports about them as Electron's webContents does. Load events are matched by the
 * document's loader, never by order: an error page or the blank first page must not count as the wanted one.
 * Documents asked for by the page itself are paused, so `will-navigate` and `will-redirect` can veto.
 */
export function followNavigation(
  page: DevtoolsSession,
  mainFrameId: string,
  contents: EventEmitter,
): Navigation {
  let url = '';
  let shownLoader = '';
  let loadedLoader = '';
  let reportedLoader = '';
  let failedLoader = '';
  let ownRequest: string | undefined;
  let reloading = false;

  const report = (): void => {
    const done = shownLoader !== '' && shownLoader === loadedLoader && shownLoader !== reportedLoader;
    if (!done || url === 'about:blank' || shownLoader === failedLoader) return;
    reportedLoader = shownLoader;
    contents.emit('did-stop-loading');
    contents.emit('did-finish-load');
  };
  const fail = (failedUrl: string, description: string): void => {
    contents.emit('did-stop-loading');
    contents.emit('did-fail-load', cancelableEvent(), -2, description, failedUrl, true);
  };

  page.on<{ frame: Frame }>('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId) return;
    const first = frame.url.startsWith('about:blank') || frame.url.includes('/__standin__/');
    url = first ? 'about:blank' : toAppUrl(frame.unreachableUrl ?? frame.url + (frame.urlFragment ?? ''));
    shownLoader = frame.loaderId;
    if (frame.unreachableUrl) {
      failedLoader = frame.loaderId;
      fail(url, 'ERR_FAILED');
    } else if (!first) contents.emit('did-navigate', cancelableEvent(), url, 200, 'OK');
    report();
  });
  page.on<{ frameId: string; loaderId: string; name: string }>('Page.lifecycleEvent', (event) => {
    if (event.frameId !== mainFrameId || event.name !== 'load') return;
    loadedLoader = event.loaderId;
    report();
  });
  page.on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', (event) => {
    if (event.frameId !== mainFrameId) return;
    url = toAppUrl(event.url);
    contents.emit('did-navigate-in-page', cancelableEvent(), url, true);
  });
  page.on('Page.domContentEventFired', () => contents.emit('dom-ready', cancelableEvent()));
  page.on('Page.frameStartedLoading', () => contents.emit('did-start-loading'));
  page.on<Paused>('Fetch.requestPaused', (paused) => {
    const { requestId } = paused;
    const answer = isVetoed(paused)
      ? page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      : page.send('Fetch.continueRequest', { requestId });
    // The window may have been closed in between.
    answer.catch(() => undefined);
  });

  const isVetoed = (paused: Paused): boolean => {
    if (paused.frameId !== mainFrameId) return false;
    const target = toAppUrl(paused.request.url);
    if (paused.redirectedRequestId) {
      const event = cancelableEvent({ url: target, isMainFrame: true, isSameDocument: false });
      contents.emit('will-redirect', event, target, false, true);
      return event.defaultPrevented;
    }
    if (ownRequest === withoutHash(paused.request.url) || reloading) {
      ownRequest = undefined;
      reloading = false;
      return false;
    }
    const event = cancelableEvent({ url: target, isMainFrame: true, isSameDocument: false });
    contents.emit('will-navigate', event, target, false, true);
    return event.defaultPrevented;
  };

  return {
    url: () => url,
    async load(wanted) {
      const target = toChromiumUrl(wanted);
      ownRequest = withoutHash(target);
      const started = await page.send<{ loaderId?: string; errorText?: string }>('Page.navigate', {
        url: target,
      });
      if (started.errorText) {
        const code = started.errorText.replace('net::', '');
        throw Object.assign(new Error(`${code} (-2) loading '${wanted}'`), { code, errno: -2, url: wanted });
      }
      // Only the fragment changed: the same document.
      if (!started.loaderId || started.loaderId === reportedLoader) return;
      await new Promise<void>((resolve) => {
        const check = (): void => {
          if (reportedLoader !== started.loaderId) return;
          contents.off('did-finish-load', check);
          resolve();
        };
        contents.on('did-finish-load', check);
        contents.once('destroyed', resolve);
      });
    },
    reload() {
      reloading = true;
      void page.send('Page.reload').catch(() => undefined);
    },
  };
}
