import { contextBridge, ipcRenderer } from 'electron';
import { CHANNEL_NAMES, NOTICE_CHANNEL } from '../shared/contracts/bridge/channel-names.ts';
import type { DeskBridge } from '../shared/contracts/bridge/desk-bridge.ts';
import type { Notice } from '../shared/contracts/bridge/notices.ts';
import { READING_CHANNEL_NAMES } from './reading-channel-names.ts';

const names: readonly string[] = [...CHANNEL_NAMES, ...READING_CHANNEL_NAMES];

/** One frozen object; names that are not in the channel map do not pass. */
const bridge: DeskBridge = {
  call: (name, input) => {
    if (!names.includes(name)) throw new Error(`no channel ${String(name)}`);
    return ipcRenderer.invoke(name, input);
  },
  onNotice: (listener) => {
    const pass = (_event: unknown, notice: Notice): void => listener(notice);
    ipcRenderer.on(NOTICE_CHANNEL, pass);
    return () => ipcRenderer.removeListener(NOTICE_CHANNEL, pass);
  },
};

contextBridge.exposeInMainWorld('desk', bridge);
