import type { Worker } from 'node:worker_threads';
import type { PdfGuard } from './limits.ts';
import type { FromPdfThread, ToPdfThread } from './pdf-thread-messages.ts';

/** What the thread said, or what became of it: it always says something. */
export type PdfThreadWord = FromPdfThread | { readonly type: 'hung' | 'too-heavy' | 'crashed' };

export type PdfThread = {
  readonly opening: Promise<PdfThreadWord>;
  readonly next: () => Promise<PdfThreadWord>;
  readonly end: () => void;
};

const LOOK_EVERY_MS = 250;
const MEGABYTE = 1024 * 1024;

/** Asks the thread page by page; no question stays without an answer, however the thread ends. */
export function watchPdfThread(worker: Worker, guard: PdfGuard): PdfThread {
  const startedAt = process.memoryUsage.rss();

  function listen(): Promise<PdfThreadWord> {
    return new Promise((resolve) => {
      const settle = (word: PdfThreadWord): void => {
        clearTimeout(watchdog);
        clearInterval(weighing);
        worker.off('message', settle).off('error', onError).off('exit', onExit);
        resolve(word);
      };
      const onError = (thrown: unknown) =>
        settle({
          type:
            thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY'
              ? 'too-heavy'
              : 'crashed',
        });
      const onExit = () => settle({ type: 'crashed' });
      const watchdog = setTimeout(() => settle({ type: 'hung' }), guard.pageTimeoutMs);
      const weighing = setInterval(() => {
        if (process.memoryUsage.rss() - startedAt > guard.growthMegabytes * MEGABYTE)
          settle({ type: 'too-heavy' });
      }, LOOK_EVERY_MS);
      worker.on('message', settle).on('error', onError).on('exit', onExit);
    });
  }

  // a death between two questions must not become an uncaught error; the next question hears of it by `gone`
  let gone: PdfThreadWord | null = null;
  worker.on('error', () => {
    gone ??= { type: 'crashed' };
  });
  worker.on('exit', () => {
    gone ??= { type: 'crashed' };
  });

  return {
    opening: listen(),
    next: () => {
      if (gone !== null) return Promise.resolve(gone);
      const answer = listen();
      const question: ToPdfThread = { type: 'next' };
      worker.postMessage(question);
      return answer;
    },
    end: () => {
      void worker.terminate();
    },
  };
}
