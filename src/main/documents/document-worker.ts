import { parentPort, workerData } from 'node:worker_threads';
import { placeOf } from './defect-place.ts';
import type { DocumentRequest, WorkerReply } from './document-request.ts';
import { makeFeeReceipt } from './fee-receipt/make-fee-receipt.ts';
import { makeIntakeSlip } from './intake-slip/make-intake-slip.ts';
import type { FontFiles } from './layout/fonts.ts';
import { makeRecoverySheet } from './recovery-sheet/make-recovery-sheet.ts';
import { makeSeparatorSheet } from './separator-sheet/make-separator-sheet.ts';

/** Entry of the worker thread: one request in, one reply out. `workerData` is the four font files. */
const fonts = workerData as FontFiles;

function makeDocument(request: DocumentRequest): Promise<Uint8Array> {
  switch (request.kind) {
    case 'intake-slip':
      return makeIntakeSlip(request.facts, fonts);
    case 'fee-receipt':
      return makeFeeReceipt(request.facts, fonts);
    case 'recovery-sheet':
      return makeRecoverySheet(request.facts, fonts);
    case 'separator-sheet':
      return makeSeparatorSheet(fonts);
  }
}

parentPort?.on('message', async (request: DocumentRequest) => {
  let reply: WorkerReply;
  try {
    reply = { ok: true, bytes: Uint8Array.from(await makeDocument(request)) };
  } catch (defect) {
    reply = { ok: false, defect: placeOf(defect) };
  }
  parentPort?.postMessage(reply, reply.ok ? [reply.bytes.buffer] : []);
});
