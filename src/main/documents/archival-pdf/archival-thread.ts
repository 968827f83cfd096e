import { Worker } from 'node:worker_threads';
import type { ArchivalQuestion, ArchivalReply, ArchivalStart } from './archival-messages.ts';

/** How one question to the worker ended; it always ends. */
export type ArchivalAnswer =
  | { readonly outcome: 'written'; readonly bytes: Uint8Array }
  | { readonly outcome: 'failed'; readonly defect: unknown }
  | { readonly outcome: 'hung' };

/** It never keeps the process alive by itself. */
export function startArchivalWorker(workerUrl: URL, start: ArchivalStart): Worker {
  const worker = new Worker(workerUrl, { workerData: start });
  worker.unref();
  return worker;
}

export function askArchivalWorker(
  worker: Worker,
  question: ArchivalQuestion,
  timeoutMs: number,
): Promise<ArchivalAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: ArchivalAnswer): void => {
      clearTimeout(watchdog);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      resolve(answer);
    };
    const onMessage = (reply: ArchivalReply) =>
      settle(
        reply.ok ? { outcome: 'written', bytes: reply.bytes } : { outcome: 'failed', defect: reply.defect },
      );
    const onError = (defect: unknown) => settle({ outcome: 'failed', defect });
    const onExit = (exitCode: number) => settle({ outcome: 'failed', defect: `exit code ${exitCode}` });
    const watchdog = setTimeout(() => settle({ outcome: 'hung' }), timeoutMs);
    worker.ref();
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(question);
  });
}
