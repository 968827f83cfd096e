import type { Protocol } from 'electron';

export const DESK_SCHEME = 'app';
export const DESK_ORIGIN = 'app://desk';

/**
 * Before `ready`: `app://` becomes a standard, secure scheme with its own storage. `bypassCSP` and `corsEnabled` stay off:
 * the page talks to its own origin only.
 */
export function registerDeskScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: DESK_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}
