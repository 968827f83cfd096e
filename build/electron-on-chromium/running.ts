import type { Chromium } from './chromium/devtools-pipe.ts';

/** The one running application: what the modules of the API must agree on. */
export const running: {
  chromium: Chromium | undefined;
  ready: boolean;
  quitting: boolean;
  exiting: boolean;
} = { chromium: undefined, ready: false, quitting: false, exiting: false };

/** The browser; a use before `app` is ready is a defect of the caller. */
export function getChromium(): Chromium {
  if (!running.chromium) throw new Error('electron stand-in: used before app is ready');
  return running.chromium;
}
