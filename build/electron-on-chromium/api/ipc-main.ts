import { EventEmitter } from 'node:events';
import { withGaps } from '../not-implemented.ts';

export type InvokeHandler = (event: unknown, ...args: unknown[]) => unknown;

const handlers = new Map<string, InvokeHandler>();

export const findInvokeHandler = (channel: string): InvokeHandler | undefined => handlers.get(channel);

export const ipcMain = withGaps(
  'ipcMain',
  Object.assign(new EventEmitter().setMaxListeners(0), {
    handle(channel: string, handler: InvokeHandler): void {
      if (typeof handler !== 'function') {
        throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
      }
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, handler);
    },
    removeHandler(channel: string): void {
      handlers.delete(channel);
    },
  }),
);
