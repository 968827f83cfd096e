import type { DevtoolsSession } from '../chromium/devtools-pipe.ts';
import { debugLine } from '../environment.ts';
import { PRELOAD_WORLD, RECEIVE_FUNCTION, SEND_BINDING } from '../page/page-scripts.ts';
import { nodeWire } from '../page/wire-codec.ts';
import { findInvokeHandler, ipcMain } from './ipc-main.ts';

type FromPage = { op: 'send' | 'invoke'; id: number; channel: string; args: unknown[] };
type Context = { id: number; name: string; auxData: { frameId: string } };

export type RendererIpc = Readonly<{ send(channel: string, args: readonly unknown[]): void }>;

/**
 * The two-way channel between main and one page: a DevTools binding upwards, a function call downwards, both in
 * the preload's world and both in the order in which they were made.
 *
 * @param makeEvent the IpcMainEvent as of now: who sends, from which URL
 * @param internal channels of the stand-in itself (their names start with NUL)
 */
export function openRendererIpc(
  page: DevtoolsSession,
  mainFrameId: string,
  makeEvent: () => object,
  internal: Readonly<Record<string, (...args: unknown[]) => unknown>>,
): RendererIpc {
  const wire = nodeWire();
  let context: number | undefined;

  const deliver = (text: string, executionContextId: number): void => {
    page
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (text) { ${RECEIVE_FUNCTION}(text); }`,
        executionContextId,
        arguments: [{ value: text }],
        silent: true,
      })
      // The document is gone, and with it whoever waited for this.
      .catch((error: Error) => debugLine('not delivered:', error.message));
  };

  const invoke = async (message: FromPage, from: number): Promise<void> => {
    const { id, channel } = message;
    let answer: string;
    try {
      const own = internal[channel];
      const handler = findInvokeHandler(channel);
      if (!own && !handler) throw new Error(`No handler registered for '${channel}'`);
      const value = own ? await own(...message.args) : await handler?.(makeEvent(), ...message.args);
      answer = wire.encode({ op: 'return', id, ok: true, value });
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      answer = wire.encode({ op: 'return', id, ok: false, value: String(error) });
    }
    deliver(answer, from);
  };

  page.on<{ context: Context }>('Runtime.executionContextCreated', ({ context: created }) => {
    // The old document's world is gone; the new one takes messages after its hello.
    if (created.name === PRELOAD_WORLD && created.auxData.frameId === mainFrameId) context = undefined;
  });
  page.on<{ name: string; payload: string; executionContextId: number }>('Runtime.bindingCalled', (call) => {
    if (call.name !== SEND_BINDING) return;
    const message = wire.decode(call.payload) as FromPage;
    if (message.op === 'invoke') {
      void invoke(message, call.executionContextId);
    } else if (message.channel === '\0hello') {
      context = call.executionContextId;
    } else if (message.channel.startsWith('\0')) {
      internal[message.channel]?.(...message.args);
    } else ipcMain.emit(message.channel, makeEvent(), ...message.args);
  });

  return {
    send(channel, args) {
      const text = wire.encode({ op: 'event', channel, args });
      // As in Electron: what is sent before the page is there is lost.
      if (context === undefined) debugLine('sent before the page was there:', channel);
      else deliver(text, context);
    },
  };
}
