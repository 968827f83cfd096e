import type { IpcMainInvokeEvent } from 'electron';
import { DESK_ORIGIN } from '../app/schemes.ts';

/** Only the top frame of the desk's own page may call; a frame inside it, or any other page, may not. */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false;
  return new URL(frame.url).href.startsWith(`${DESK_ORIGIN}/`);
}
