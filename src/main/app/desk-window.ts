import { BrowserWindow } from 'electron';
import { NOTICE_CHANNEL } from '../../shared/contracts/bridge/channel-names.ts';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import { askBeforeClosing } from './ask-before-closing.ts';
import { DESK_ORIGIN } from './schemes.ts';
import { windowOptions } from './window-preferences.ts';

export type DeskWindow = {
  readonly tell: (notice: Notice) => void;
  readonly bringForward: () => void;
  /** The window has kept what it wanted to: it may go now, if it is waiting to. */
  readonly mayClose: () => void;
};

/** A window that hangs, or is not loaded, must not keep the desk from being closed. */
const KEEPING_LIMIT_MS = 5000;

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
  // The last keys are not kept yet when somebody closes the desk right after typing: the window is asked first, once.
  const closing = askBeforeClosing({
    ask: () => window.webContents.send(NOTICE_CHANNEL, { type: 'closing' } satisfies Notice),
    close: () => {
      if (!window.isDestroyed()) window.close();
    },
    limitMs: KEEPING_LIMIT_MS,
  });
  if (page === 'index.html') {
    window.on('close', closing.onClose);
    window.on('query-session-end', closing.onSessionEnding);
  }
  window.on('closed', closing.gone);
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
    mayClose: closing.mayClose,
  };
}
