import { parentPort } from 'node:worker_threads';
import type { DocumentRequest, WorkerReply } from '../../../src/main/documents/document-request.ts';

/** A worker that fails as real ones do, by the word in `amountInWords`; else it answers. */
parentPort?.on('message', (request: DocumentRequest) => {
  const order = request.kind === 'fee-receipt' ? request.facts.amountInWords : '';
  if (order === 'hang') for (;;);
  if (order === 'crash') throw new Error('crashed as told');
  if (order === 'leave') process.exit(3);
  const reply: WorkerReply =
    order === 'refuse'
      ? { ok: false, defect: 'refused as told' }
      : { ok: true, bytes: new TextEncoder().encode(order) };
  parentPort?.postMessage(reply);
});
