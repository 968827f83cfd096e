/** The module that `electron` means in the main process. */
import { app } from './api/app.ts';
import { BrowserWindow, webContents } from './api/browser-window.ts';
import { dialog } from './api/dialog.ts';
import { ipcMain } from './api/ipc-main.ts';
import { Menu } from './api/menu.ts';
import { nativeTheme } from './api/native-theme.ts';
import { net } from './api/net.ts';
import { powerMonitor } from './api/power-monitor.ts';
import { protocol } from './api/protocol.ts';
import { safeStorage } from './api/safe-storage.ts';
import { session } from './api/session.ts';
import { shell } from './api/shell.ts';
import { utilityProcess } from './api/utility-process.ts';
import { missingModule } from './not-implemented.ts';

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
  webContents,
};

// Named, so that a static import of one links and its first use says what is missing.
export const autoUpdater = missingModule('autoUpdater');
export const BaseWindow = missingModule('BaseWindow');
export const BrowserView = missingModule('BrowserView');
export const clipboard = missingModule('clipboard');
export const contentTracing = missingModule('contentTracing');
export const crashReporter = missingModule('crashReporter');
export const desktopCapturer = missingModule('desktopCapturer');
export const globalShortcut = missingModule('globalShortcut');
export const inAppPurchase = missingModule('inAppPurchase');
export const MenuItem = missingModule('MenuItem');
export const MessageChannelMain = missingModule('MessageChannelMain');
export const nativeImage = missingModule('nativeImage');
export const netLog = missingModule('netLog');
export const Notification = missingModule('Notification');
export const powerSaveBlocker = missingModule('powerSaveBlocker');
export const screen = missingModule('screen');
export const systemPreferences = missingModule('systemPreferences');
export const Tray = missingModule('Tray');
export const View = missingModule('View');
export const webFrameMain = missingModule('webFrameMain');
export const WebContentsView = missingModule('WebContentsView');

export default {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
  webContents,
};
