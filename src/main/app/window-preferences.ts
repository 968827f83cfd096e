import type { BrowserWindowConstructorOptions } from 'electron';

/** The window is not trusted: no Node, its own world for the preload, the OS sandbox (design §3). */
export function windowOptions(preloadPath: string, show: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show,
    backgroundColor: '#eef0ee',
    title: 'Quầy Một Cửa',
    autoHideMenuBar: true,
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  };
}
