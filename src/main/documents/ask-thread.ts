import { Worker } from 'node:worker_threads';

/** How one question to a thread ended; it always ends. */
export type ThreadAnswer<Reply> =
  | { readonly outcome: 'replied'; readonly reply: Reply }
  | { readonly outcome: 'crashed'; readonly defect: unknown }
  | { readonly outcome: 'hung' };

/** A thread that has nothing to do never keeps the process alive. */
export function startThread(workerUrl: URL, start: unknown): Worker {
  const worker = new Worker(workerUrl, { workerData: start });
  worker.unref();
  return worker;
}

/** Asks once and waits for the one reply, but never longer than `timeoutMs`. `Reply`: what this thread's program says. */
export function askThread<Reply>(
  worker: Worker,
  question: unknown,
  timeoutMs: number,
): Promise<ThreadAnswer<Reply>> {
  return new Promise((resolve) => {
    const settle = (answer: ThreadAnswer<Reply>): void => {
      clearTimeout(watchdog);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      resolve(answer);
    };
    const onMessage = (reply: Reply) => settle({ outcome: 'replied', reply });
    const onError = (defect: unknown) => settle({ outcome: 'crashed', defect });
    const onExit = (exitCode: number) => settle({ outcome: 'crashed', defect: `exit code ${exitCode}` });
    const watchdog = setTimeout(() => settle({ outcome: 'hung' }), timeoutMs);
    worker.ref();
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(question);
  });
}
