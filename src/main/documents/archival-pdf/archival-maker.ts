import { oneAtATime } from '../../../shared/base/one-at-a-time.ts';
import { type Failure, fail, type Result } from '../../../shared/base/result.ts';
import { askThread, startThread } from '../ask-thread.ts';
import type { ArchivalQuestion, ArchivalReply, ArchivalStart } from './archival-messages.ts';
import type { ArchivalAbout, ArchivalPage } from './archival-page.ts';
import { giveBack } from './picture/give-back.ts';

export type ArchivalMaker = {
  /**
   * Makes one PDF/A-2b in a thread of its own, page by page: no more than two pages are ever in memory, however many
   * there are. Documents are made one after another.
   * @param pages in order, their pixels are gone afterwards; the first failure among them ends the making and is given back, since a document never
   *   leaves out a page in silence. What it throws is thrown on.
   * @param save takes the bytes as they come; must read them to the end, and throw on what they throw
   *
   * Fails with what a page or `save` failed with, `paper-without-pages`, `document-maker-hung` (no answer in time),
   * `document-not-made` (a defect, reported) or `document-font-missing` (a broken installation).
   */
  readonly make: <T>(
    about: ArchivalAbout,
    pages: AsyncIterable<Result<ArchivalPage, Failure>>,
    save: (content: AsyncIterable<Uint8Array>) => Promise<Result<T, Failure>>,
  ) => Promise<Result<T, Failure>>;
};

export type ArchivalMakerOptions = {
  /** `archival-worker.ts` itself, or what the bundler made of it. */
  readonly workerUrl: URL;
  /** TrueType file of the usual print (Tinos); rejects when it is not there. */
  readonly loadFont: () => Promise<Uint8Array>;
  /** For the log: what went wrong and why. No personal data is in it. */
  readonly reportDefect: (code: string, defect: unknown) => void;
  readonly timeoutMs?: number;
};

/** A page takes about half a second; sixty mean that it will never come. */
const WATCHDOG_MS = 60_000;

export function createArchivalMaker(options: ArchivalMakerOptions): ArchivalMaker {
  const { workerUrl, loadFont, reportDefect, timeoutMs = WATCHDOG_MS } = options;
  const inTurn = oneAtATime();

  async function makeNow<T>(
    about: ArchivalAbout,
    pages: AsyncIterable<Result<ArchivalPage, Failure>>,
    save: (content: AsyncIterable<Uint8Array>) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> {
    let font: Uint8Array;
    try {
      font = await loadFont();
    } catch (defect) {
      reportDefect('document-font-missing', defect);
      return fail('document-font-missing', 'call-support');
    }
    let brokenOff: Failure | null = null;
    const breakOff = (failure: Failure): never => {
      brokenOff = failure;
      throw new Error(failure.code);
    };

    async function* content(): AsyncGenerator<Uint8Array> {
      const worker = startThread(workerUrl, { about, font } satisfies ArchivalStart);
      const source = pages[Symbol.asyncIterator]();
      const write = async (question: ArchivalQuestion): Promise<Uint8Array> => {
        const answer = await askThread<ArchivalReply>(worker, question, timeoutMs);
        if (answer.outcome === 'hung') {
          reportDefect('document-maker-hung', `no answer in ${timeoutMs} ms`);
          return breakOff({ code: 'document-maker-hung', remedy: 'retry-later' });
        }
        const reply =
          answer.outcome === 'replied' ? answer.reply : { ok: false as const, defect: answer.defect };
        if (reply.ok) return reply.bytes;
        reportDefect('document-not-made', reply.defect);
        return breakOff({ code: 'document-not-made', remedy: 'call-support' });
      };
      /** Sends a page to the worker, which takes a copy; it is not held here while the next is made. */
      const writePage = ({
        value,
      }: IteratorYieldResult<Result<ArchivalPage, Failure>>): Promise<Uint8Array> => {
        if (!value.ok) return breakOff(value.failure);
        const written = write({ kind: 'page', page: value.value });
        giveBack(value.value.picture.pixels);
        return written;
      };
      try {
        let written = 0;
        let coming = source.next();
        for (;;) {
          const step = await coming;
          if (step.done === true) break;
          const bytes = writePage(step);
          coming = source.next();
          // Awaited in the next round; until then it must not count as unhandled.
          coming.catch(() => undefined);
          yield await bytes;
          written += 1;
        }
        if (written === 0) breakOff({ code: 'paper-without-pages', remedy: 'officer-decides' });
        yield await write({ kind: 'end' });
      } finally {
        await worker.terminate();
        await source.return?.();
      }
    }

    try {
      return await save(content());
    } catch (thrown) {
      if (brokenOff !== null) return { ok: false, failure: brokenOff };
      throw thrown;
    }
  }

  return { make: (about, pages, save) => inTurn(() => makeNow(about, pages, save)) };
}
