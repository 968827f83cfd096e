import type { OwnedWebContents, WebContents } from './web-contents.ts';

/** An open window as the rest of the stand-in sees it. */
export type OpenWindow = Readonly<{
  /** The object that the application holds. */
  window: object;
  owned: OwnedWebContents;
  /** Asks to close; resolves to whether it did. */
  closeAndTell(): Promise<boolean>;
  markGone(): void;
}>;

const open = new Set<OpenWindow>();

export const openWindows = (): readonly OpenWindow[] => [...open];
export const addWindow = (window: OpenWindow): void => void open.add(window);
export const removeWindow = (window: OpenWindow): void => void open.delete(window);
export const findWindowByTarget = (targetId: string): OpenWindow | undefined =>
  openWindows().find(({ owned }) => owned.targetId() === targetId);
export const findWindowByContents = (contents: WebContents): OpenWindow | undefined =>
  openWindows().find(({ owned }) => owned.contents.id === contents.id);
