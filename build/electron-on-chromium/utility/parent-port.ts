import { EventEmitter } from 'node:events';

/**
 * Loaded before the script of a utility process: `process.parentPort` over the channel of child_process.fork. Messages
 * wait until somebody listens, as on Electron's; a parent that is gone ends the process.
 */
const port = new EventEmitter();
port.on('newListener', (event) => {
  if (event !== 'message' || port.listenerCount('message') > 0) return;
  process.on('message', (data) => port.emit('message', { data, ports: [] }));
});
process.on('disconnect', () => process.exit(0));
// Electron's keeps the process running while it listens or not; so does the channel.
Object.defineProperty(process, 'parentPort', {
  value: Object.assign(port, { postMessage: (message: unknown) => void process.send?.(message) }),
});
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true });
