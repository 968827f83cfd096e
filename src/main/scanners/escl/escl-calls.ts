import type { DriverProcess } from '../programs/driver-process.ts';
import type { FromEscl, ToEscl } from './program/program-messages.ts';

type Reply = Extract<FromEscl, { type: 'listed' | 'probed' | 'ended' }>;
/** The process died, or was ended because it said nothing. */
type Unanswered = 'scanner-driver-ended' | 'scanner-hung';
type Listening = { readonly onPage?: (file: string) => void; readonly signal?: AbortSignal };
type Call = {
  readonly settle: (reply: Reply | Unanswered) => void;
  readonly hear: (message: FromEscl) => void;
};

/** A cancelled job is told to the scanner, which may take its time; then the process is ended. */
const CANCEL_MS = 8000;

/**
 * Questions to the process of network scanners, each of which settles: with its reply, with `scanner-driver-ended` when the
 * process dies, or with `scanner-hung` after `patienceMs` of silence, when the process is ended. The next question starts
 * another one.
 */
export function createEsclCalls(parts: {
  readonly start: () => DriverProcess<ToEscl, FromEscl>;
  /** The first words to a new process. */
  readonly introduce: () => Promise<ToEscl>;
  readonly onPinned: (host: string, fingerprint: string) => void;
}) {
  let running: DriverProcess<ToEscl, FromEscl> | null = null;
  let closed = false;
  let lastId = 0;
  const open = new Map<number, Call>();

  function start(first: ToEscl): DriverProcess<ToEscl, FromEscl> {
    const started = parts.start();
    started.onMessage((message) => {
      if (message.type === 'pinned') return parts.onPinned(message.host, message.fingerprint);
      open.get(message.id)?.hear(message);
    });
    started.onExit(() => {
      if (running === started) running = null;
      for (const call of open.values()) call.settle('scanner-driver-ended');
    });
    started.send(first);
    return started;
  }

  async function ask(
    message: (id: number) => ToEscl,
    patienceMs: number,
    { onPage, signal }: Listening = {},
  ): Promise<Reply | Unanswered> {
    const first = await parts.introduce();
    if (closed) return 'scanner-driver-ended';
    running ??= start(first);
    const asked = running;
    const id = ++lastId;
    return new Promise((resolve) => {
      const giveUp = (): void => {
        // its exit would say that it died; that it was ended for its silence says more
        settle('scanner-hung');
        asked.kill();
      };
      let watchdog = setTimeout(giveUp, patienceMs);
      const settle: Call['settle'] = (reply) => {
        clearTimeout(watchdog);
        signal?.removeEventListener('abort', cancel);
        open.delete(id);
        resolve(reply);
      };
      const cancel = (): void => {
        asked.send({ type: 'cancel', id });
        clearTimeout(watchdog);
        watchdog = setTimeout(giveUp, CANCEL_MS);
      };
      open.set(id, {
        settle,
        hear: (heard) => {
          if (heard.type === 'pinned') return;
          if (heard.type !== 'page') return settle(heard);
          watchdog.refresh();
          onPage?.(heard.file);
        },
      });
      asked.send(message(id));
      if (signal?.aborted) cancel();
      signal?.addEventListener('abort', cancel);
    });
  }

  return {
    ask,
    /** After something was forgotten. */
    introduceAgain: async (): Promise<void> => {
      const first = await parts.introduce();
      running?.send(first);
    },
    pid: (): number | null => running?.pid ?? null,
    close: async (): Promise<void> => {
      closed = true;
      running?.kill();
    },
  };
}
