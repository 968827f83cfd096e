import { createHash } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import { Sha256 } from '../../shared/base/ids.ts';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { askThread, startThread } from './ask-thread.ts';
import { type DocumentRequest, fileNameOf, type WorkerReply } from './document-request.ts';
import { FONT_FACES, FONT_NAMES, type FontFiles, type FontName } from './layout/fonts.ts';

export type MadeDocument = {
  /** SHA-256 of the bytes: the same facts give the same document. */
  readonly documentId: Sha256;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

export type DocumentFailure = Failure<'document-maker-hung' | 'document-not-made' | 'document-font-missing'>;

export type DocumentMaker = {
  /**
   * Makes one PDF off the main thread; requests are served one after another.
   * Fails with `document-maker-hung` (no answer in time; the worker is replaced), `document-not-made` (a defect,
   * reported) or `document-font-missing` (a broken installation).
   */
  readonly make: (request: DocumentRequest) => Promise<Result<MadeDocument, DocumentFailure>>;
  readonly close: () => Promise<void>;
};

export type DocumentMakerOptions = {
  /** `document-worker.ts` itself, or what the bundler made of it. */
  readonly workerUrl: URL;
  /** Bytes of `<name>.ttf`; rejects when the file is not there. */
  readonly loadFont: (name: FontName) => Promise<Uint8Array>;
  /** For the log: what went wrong and why. No personal data is in it. */
  readonly reportDefect: (code: DocumentFailure['code'], defect: unknown) => void;
  readonly timeoutMs?: number;
};

/** Two A4 sheets take under a second; twenty means that it will never come. */
const WATCHDOG_MS = 20_000;

export function createDocumentMaker(options: DocumentMakerOptions): DocumentMaker {
  const timeoutMs = options.timeoutMs ?? WATCHDOG_MS;
  let fonts: FontFiles | null = null;
  let worker: Worker | null = null;
  const inTurn = oneAtATime();

  const stopWorker = async (): Promise<void> => {
    const stopping = worker;
    worker = null;
    await stopping?.terminate();
  };

  const makeNow = async (request: DocumentRequest): Promise<Result<MadeDocument, DocumentFailure>> => {
    try {
      fonts ??= await loadFonts(options.loadFont);
    } catch (defect) {
      options.reportDefect('document-font-missing', defect);
      return fail('document-font-missing', 'call-support');
    }
    worker ??= startThread(options.workerUrl, fonts);
    const answer = await askThread<WorkerReply>(worker, request, timeoutMs);
    switch (answer.outcome) {
      case 'replied': {
        const { reply } = answer;
        if (!reply.ok) {
          options.reportDefect('document-not-made', reply.defect);
          return fail('document-not-made', 'call-support');
        }
        const documentId = Sha256.parse(createHash('sha256').update(reply.bytes).digest('hex'));
        return ok({ documentId, fileName: fileNameOf(request), bytes: reply.bytes });
      }
      case 'hung':
        await stopWorker();
        options.reportDefect('document-maker-hung', `no answer in ${timeoutMs} ms`);
        return fail('document-maker-hung', 'retry-later');
      case 'crashed':
        await stopWorker();
        options.reportDefect('document-not-made', answer.defect);
        return fail('document-not-made', 'call-support');
    }
  };

  return {
    make: (request) => inTurn(() => makeNow(request)),
    close: () => inTurn(stopWorker),
  };
}

async function loadFonts(loadFont: DocumentMakerOptions['loadFont']): Promise<FontFiles> {
  const files = await Promise.all(
    FONT_FACES.map(async (face) => [face, await loadFont(FONT_NAMES[face])] as const),
  );
  return Object.fromEntries(files) as FontFiles; // every face is in FONT_FACES
}
