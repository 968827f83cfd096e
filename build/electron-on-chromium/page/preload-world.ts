import type { makeBridgeEnd } from './bridge-end.ts';
import type { StandInGate } from './main-world.ts';
import type { makeWireCodec } from './wire-codec.ts';
import type { makeWorldLink } from './world-link.ts';

type Listener = (event: unknown, ...args: unknown[]) => void;
type Waiting = { channel: string; resolve(value: unknown): void; reject(error: Error): void };
type FromMain =
  | { op: 'event'; channel: string; args: unknown[] }
  | { op: 'return'; id: number; ok: boolean; value: unknown };
type Base64Bytes = { toBase64(): string };
type Base64Class = { fromBase64(text: string): Uint8Array };

export type PreloadFacts = Readonly<{
  secret: string;
  platform: string;
  arch: string;
  versions: Readonly<Record<string, string | undefined>>;
  argv: readonly string[];
}>;

/** Names of the DevTools binding to the main process, and of the function it calls in this world. */
export type PreloadParts = Readonly<{
  makeCodec: typeof makeWireCodec;
  makeEnd: typeof makeBridgeEnd;
  makeLink: typeof makeWorldLink;
}>;

type PreloadScript = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
) => void;

/** Runs in the preload's isolated world, before the page's first script: `require('electron')` and the preload. */
export function preloadWorld(facts: PreloadFacts, parts: PreloadParts, runPreload: PreloadScript): void {
  if (window !== window.top) return;
  const world = globalThis as unknown as {
    __standinSend(text: string): void;
    __standinReceive(text: string): void;
  };
  const codec = parts.makeCodec({
    encode: (bytes) => (bytes as unknown as Base64Bytes).toBase64(),
    decode: (text) => (Uint8Array as unknown as Base64Class).fromBase64(text),
  });
  const toMain = world.__standinSend;
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<number, Waiting>();
  let lastCall = 0;

  const missing = (what: string): never => {
    throw new Error(`electron stand-in: ${what} is not implemented`);
  };
  // A sandboxed preload knows these parts only; what the stand-in lacks must not be `undefined`.
  const withGaps = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get: (object, key, receiver) =>
        typeof key === 'string' && !(key in object) && key !== 'then'
          ? missing(`${name}.${key}`)
          : Reflect.get(object, key, receiver),
    });

  world.__standinReceive = (text) => {
    const message = codec.decode(text) as FromMain;
    if (message.op === 'event') {
      for (const listener of [...(listeners.get(message.channel) ?? [])])
        callListener(listener, message.args);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) call?.resolve(message.value);
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${String(message.value)}`));
  };
  const callListener = (listener: Listener, args: unknown[]): void => {
    try {
      listener({ sender: ipcRenderer, ports: [] }, ...args);
    } catch (error) {
      // As an uncaught error of the page; the other listeners still hear.
      setTimeout(() => {
        throw error;
      });
    }
  };

  const ipcRenderer = withGaps('ipcRenderer', {
    send(channel: string, ...args: unknown[]): void {
      toMain(codec.encode({ op: 'send', channel, args }));
    },
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      lastCall += 1;
      const id = lastCall;
      return new Promise((resolve, reject) => {
        const text = codec.encode({ op: 'invoke', id, channel, args });
        waiting.set(id, { channel, resolve, reject });
        toMain(text);
      });
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    once(channel: string, listener: Listener) {
      const first: Listener = (...args) => {
        ipcRenderer.removeListener(channel, first);
        listener(...args);
      };
      return ipcRenderer.on(channel, first);
    },
    off: (channel: string, listener: Listener): unknown => ipcRenderer.removeListener(channel, listener),
    removeListener(channel: string, listener: Listener) {
      const left = (listeners.get(channel) ?? []).filter((known) => known !== listener);
      listeners.set(channel, left);
      return ipcRenderer;
    },
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
  });

  const end = parts.makeEnd(
    parts.makeLink(`${facts.secret}-preload`, `${facts.secret}-page`, (message) => end.receive(message)),
  );
  const gate: StandInGate = {
    askForMedia: (mediaTypes) => ipcRenderer.invoke('\0media', mediaTypes) as Promise<boolean>,
    windowOpen: (url, frameName, features) => ipcRenderer.send('\0window-open', url, frameName, features),
  };
  ipcRenderer.send('\0hello');
  end.expose(facts.secret, gate);

  const electron = withGaps('electron (in a preload)', {
    ipcRenderer,
    contextBridge: withGaps('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown): void => end.expose(key, api),
    }),
    // A page in plain Chromium never learns a file's path.
    webUtils: withGaps('webUtils', { getPathForFile: () => '' }),
  });
  const modules: Readonly<Record<string, unknown>> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
  };
  const require = (name: string): unknown =>
    modules[name.replace(/^node:/, '')] ??
    missing(`require('${name}') in a sandboxed preload (only electron and timers are there)`);
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    platform: facts.platform,
    arch: facts.arch,
    versions: facts.versions,
    argv: facts.argv,
    env: {},
  };
  try {
    const module = { exports: {} };
    runPreload(require, module, module.exports, process);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error('Unable to load preload script:', text);
    ipcRenderer.send('\0preload-error', text);
  }
}
