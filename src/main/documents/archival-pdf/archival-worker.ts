import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { placeOf } from '../defect-place.ts';
import { beginArchivalFile } from './archival-file.ts';
import type { ArchivalQuestion, ArchivalReply, ArchivalStart } from './archival-messages.ts';
import { giveBack } from './picture/give-back.ts';

/** Entry of the worker thread, one for each document. `workerData` is an `ArchivalStart`. */
const { about, font } = workerData as ArchivalStart;
// one thread a picture: the next page is turned meanwhile, and reading has work for the other cores
sharp.concurrency(1);
sharp.cache(false);
const file = beginArchivalFile(about, font);

parentPort?.on('message', async (question: ArchivalQuestion) => {
  let reply: ArchivalReply;
  try {
    reply = { ok: true, bytes: question.kind === 'page' ? await file.addPage(question.page) : file.end() };
    if (question.kind === 'page') giveBack(question.page.picture.pixels);
  } catch (defect) {
    reply = { ok: false, defect: placeOf(defect) };
  }
  parentPort?.postMessage(reply, reply.ok ? [reply.bytes.buffer] : []);
});
