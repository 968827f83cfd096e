import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

type Params = Readonly<Record<string, unknown>>;

/** One DevTools session: of the browser, or of one page. */
export type DevtoolsSession = Readonly<{
  send<T = unknown>(method: string, params?: Params): Promise<T>;
  on<T>(event: string, listener: (params: T) => void): void;
  off<T>(event: string, listener: (params: T) => void): void;
}>;

export type Chromium = Readonly<{
  process: ChildProcess;
  browser: DevtoolsSession;
  session(id: string): DevtoolsSession;
  /** A further session on a page. */
  attach(targetId: string): Promise<DevtoolsSession>;
  hasExited(): boolean;
  onExit(listener: (code: number | null, signal: NodeJS.Signals | null) => void): void;
}>;

type Message = {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: Params;
  result?: unknown;
  error?: { message: string; data?: string };
};
type Pending = { method: string; resolve(result: unknown): void; reject(error: Error): void };

/**
 * Starts Chromium and speaks DevTools over its pipe (fd 3 to it, fd 4 from it, messages separated by NUL).
 * When this process ends in whatever way, the pipe closes and Chromium ends itself.
 */
export function spawnChromium(path: string, flags: readonly string[], stderr: 'pipe' | 'ignore'): Chromium {
  // Detached: a Ctrl-C for the process group must reach the application first, which then closes Chromium.
  const child = spawn(path, flags, { stdio: ['ignore', 'ignore', stderr, 'pipe', 'pipe'], detached: true });
  const toChromium = child.stdio[3] as Writable;
  const fromChromium = child.stdio[4] as Readable;
  const pending = new Map<number, Pending>();
  const emitters = new Map<string, EventEmitter>();
  const exits = new EventEmitter();
  let lastId = 0;
  let exited = false;

  const emitterOf = (sessionId: string): EventEmitter => {
    const found = emitters.get(sessionId);
    if (found) return found;
    const created = new EventEmitter().setMaxListeners(0);
    emitters.set(sessionId, created);
    return created;
  };

  const createSession = (sessionId: string | undefined): DevtoolsSession => ({
    send<T>(method: string, params: Params = {}): Promise<T> {
      if (exited) return Promise.reject(new Error(`${method}: Chromium has ended`));
      lastId += 1;
      const id = lastId;
      return new Promise<T>((resolve, reject) => {
        pending.set(id, { method, resolve: resolve as (result: unknown) => void, reject });
        toChromium.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
    on(event, listener) {
      emitterOf(sessionId ?? '').on(event, listener);
    },
    off(event, listener) {
      emitterOf(sessionId ?? '').off(event, listener);
    },
  });

  const receive = (message: Message): void => {
    if (message.id === undefined) {
      if (message.method) emitterOf(message.sessionId ?? '').emit(message.method, message.params);
      return;
    }
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (!waiting) return;
    if (message.error) {
      waiting.reject(
        new Error(`${waiting.method}: ${message.error.message} ${message.error.data ?? ''}`.trim()),
      );
    } else waiting.resolve(message.result);
  };

  let parts: Buffer[] = [];
  fromChromium.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end));
      const text = Buffer.concat(parts).toString('utf8');
      parts = [];
      start = end + 1;
      receive(JSON.parse(text) as Message);
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  });

  const end = (code: number | null, signal: NodeJS.Signals | null): void => {
    if (exited) return;
    exited = true;
    for (const waiting of pending.values())
      waiting.reject(new Error(`${waiting.method}: Chromium has ended`));
    pending.clear();
    exits.emit('exit', code, signal);
  };
  // A closed pipe is told by 'exit'; the streams' own errors add nothing.
  fromChromium.on('error', () => undefined);
  toChromium.on('error', () => undefined);
  child.on('exit', end);
  child.on('error', (error) => {
    console.error(`(stand-in) ${path} could not be started: ${error.message}`);
    end(127, null);
  });

  const browser = createSession(undefined);
  return {
    process: child,
    browser,
    session: createSession,
    async attach(targetId) {
      const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', {
        targetId,
        flatten: true,
      });
      return createSession(sessionId);
    },
    hasExited: () => exited,
    onExit: (listener) => void exits.on('exit', listener),
  };
}
