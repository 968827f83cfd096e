import { BrowserWindow } from 'electron';
import { NOTICE_CHANNEL } from '../../shared/contracts/bridge/channel-names.ts';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import { DESK_ORIGIN } from './schemes.ts';
import { windowOptions } from './window-preferences.ts';

export type DeskWindow = {
  readonly tell: (notice: Notice) => void;
  readonly bringForward: () => void;
};

/** Opens the one window of the desk. A window whose process died is loaded again: facts are safe in the journal. */
export function openDeskWindow(
  preloadPath: string,
  page: 'index.html' | 'reader.html',
  show: boolean,
  logDefect: (where: string, defect: unknown) => void,
): DeskWindow {
  const window = new BrowserWindow(windowOptions(preloadPath, show));
  const address = `${DESK_ORIGIN}/${page}`;
  const load = (): void => {
    window.loadURL(address).catch((defect: unknown) => logDefect('load window', defect));
  };
  window.setMenu(null);
  window.webContents.on('render-process-gone', (_event, details) => {
    logDefect('window process gone', details.reason);
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) load();
  });
  load();
  return {
    tell: (notice) => {
      if (!window.isDestroyed()) window.webContents.send(NOTICE_CHANNEL, notice);
    },
    bringForward: () => {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}
