import type { CustomScheme } from 'electron';
import { addScheme } from '../loopback/address.ts';
import { GUARD_COOKIE, guardSecret, type SchemeHandler } from '../loopback/server.ts';
import { withGaps } from '../not-implemented.ts';
import { getChromium, running } from '../running.ts';

const handlers = new Map<string, SchemeHandler>();

export const findSchemeHandler = (scheme: string): SchemeHandler | undefined => handlers.get(scheme);

export const protocol = withGaps('protocol', {
  /** The privileges themselves are not enforced: a unit test of the application asserts the argument. */
  registerSchemesAsPrivileged(customSchemes: readonly CustomScheme[]): void {
    if (running.ready) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme } of customSchemes) addScheme(scheme);
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!running.ready) throw new Error('Session can only be received when app is ready');
    if (['http', 'https', 'file'].includes(scheme)) {
      throw new Error(`electron stand-in: protocol.handle('${scheme}') is not implemented`);
    }
    if (handlers.has(scheme)) throw new Error('The scheme has been registered');
    addScheme(scheme);
    handlers.set(scheme, handler);
    const cookie = { name: GUARD_COOKIE, value: guardSecret, domain: `.${scheme}.localhost`, path: '/' };
    getChromium()
      .browser.send('Storage.setCookies', { cookies: [{ ...cookie, httpOnly: true, sameSite: 'Strict' }] })
      .catch((error: Error) => console.error(`(stand-in) guard cookie: ${error.message}`));
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string): boolean =>
    handlers.has(scheme) || ['http', 'https', 'file'].includes(scheme),
});
