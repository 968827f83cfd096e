import type { makeBridgeEnd } from './bridge-end.ts';
import type { makeWorldLink } from './world-link.ts';

/** What the preload world gives to the wrapped functions of the page; never visible to the page. */
export type StandInGate = Readonly<{
  askForMedia(mediaTypes: readonly string[]): Promise<boolean>;
  windowOpen(url: string, frameName: string, features: string): void;
}>;

/** Runs in the page's own world, before its first script: receives the exposed API, guards camera and popups. */
export function mainWorld(
  secret: string,
  makeEnd: typeof makeBridgeEnd,
  makeLink: typeof makeWorldLink,
): void {
  if (window !== window.top) return;
  const place = (key: string, api: unknown): void => {
    if (key === secret) {
      guard(api as StandInGate);
      return;
    }
    if (Object.hasOwn(window, key)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    Object.defineProperty(window, key, {
      value: api,
      enumerable: true,
      writable: false,
      configurable: false,
    });
  };
  const end = makeEnd(
    makeLink(`${secret}-page`, `${secret}-preload`, (message) => end.receive(message)),
    place,
  );

  function guard(gate: StandInGate): void {
    guardCamera(gate);
    window.open = (url, name, features) => {
      const target = url ? new URL(String(url), document.baseURI).href : 'about:blank';
      gate.windowOpen(target, name ?? '', features ?? '');
      return null;
    };
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[target=_blank]') : null;
      if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
      event.preventDefault();
      gate.windowOpen(link.href, '', '');
    });
  }

  function guardCamera(gate: StandInGate): void {
    if (!navigator.mediaDevices) return;
    const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    MediaDevices.prototype.getUserMedia = async function getUserMedia(constraints) {
      const wanted = [constraints?.video && 'video', constraints?.audio && 'audio'];
      const mediaTypes = wanted.filter((type) => typeof type === 'string');
      if (!(await gate.askForMedia(mediaTypes))) {
        throw new DOMException('Permission denied', 'NotAllowedError');
      }
      return original(constraints);
    };
  }
}
