import type { App } from 'electron';
import { DESK_ORIGIN } from './schemes.ts';

/** True for the desk's own pages; everything else is refused wherever it comes from. */
export function isOwnAddress(address: string): boolean {
  return address === DESK_ORIGIN || address.startsWith(`${DESK_ORIGIN}/`);
}

/** No window leaves the desk's pages, opens another window or attaches a webview. */
export function guardNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnAddress(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOwnAddress(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
