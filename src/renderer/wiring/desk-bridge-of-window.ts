import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';

declare global {
  interface Window {
    /** Set by the preload; absent when the page is opened in an ordinary browser. */
    readonly desk?: DeskBridge;
  }
}

/** The one object that main gives the window. Without it there is no desk: a defect of the build. */
export function deskBridgeOfWindow(): DeskBridge {
  if (window.desk === undefined) throw new Error('window.desk is missing: the preload did not run');
  return window.desk;
}
