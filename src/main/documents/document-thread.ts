import { Worker } from 'node:worker_threads';
import type { DocumentRequest, WorkerReply } from './document-request.ts';
import type { FontFiles } from './layout/fonts.ts';

/** How one question to the worker ended; it always ends. */
export type ThreadAnswer =
  | { readonly outcome: 'made'; readonly bytes: Uint8Array }
  | { readonly outcome: 'refused'; readonly defect: string }
  | { readonly outcome: 'crashed'; readonly defect: unknown }
  | { readonly outcome: 'hung' };

/** An idle worker never keeps the process alive. */
export function startWorker(workerUrl: URL, fonts: FontFiles): Worker {
  const worker = new Worker(workerUrl, { workerData: fonts });
  worker.unref();
  return worker;
}

export function askWorker(
  worker: Worker,
  request: DocumentRequest,
  timeoutMs: number,
): Promise<ThreadAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: ThreadAnswer): void => {
      clearTimeout(watchdog);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      resolve(answer);
    };
    const onMessage = (reply: WorkerReply) =>
      settle(
        reply.ok ? { outcome: 'made', bytes: reply.bytes } : { outcome: 'refused', defect: reply.defect },
      );
    const onError = (defect: unknown) => settle({ outcome: 'crashed', defect });
    const onExit = (exitCode: number) => settle({ outcome: 'crashed', defect: `exit code ${exitCode}` });
    const watchdog = setTimeout(() => settle({ outcome: 'hung' }), timeoutMs);
    worker.ref();
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(request);
  });
}
