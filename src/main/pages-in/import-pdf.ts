import { Worker } from 'node:worker_threads';
import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';
import { encodeRenderedPage } from './encode-rendered-page.ts';
import { refuse } from './import-failure.ts';
import type { Limits, PdfGuard } from './limits.ts';
import type { PdfThreadData } from './pdf-thread-messages.ts';
import { type PdfThreadWord, watchPdfThread } from './pdf-thread-watch.ts';
import type { PutPage } from './put-page.ts';

export type PdfImport = {
  readonly name: string;
  readonly limits: Limits;
  readonly guard: PdfGuard;
  /** Where the rendering thread's program lies: `render-pdf-thread.ts`, or what it was built into. */
  readonly threadUrl: URL;
  readonly put: PutPage;
};

/**
 * A PDF becomes one image a page, rendered in a thread of its own that has a heap limit and a watchdog: a hostile or
 * broken file ends that thread, never the desk. One page is in memory at a time, so 300 pages need no more than one.
 */
export async function importPdf(
  bytes: Buffer,
  { name, limits, guard, threadUrl, put }: PdfImport,
): Promise<Result<readonly StoredPage[], Failure>> {
  const copy = new Uint8Array(bytes);
  const data: PdfThreadData = { bytes: copy, maxPages: limits.pages, maxPixels: limits.pixels };
  const worker = new Worker(threadUrl, {
    workerData: data,
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: guard.heapMegabytes },
    // what pdf.js says about a stranger's file is no concern of the desk's log
    stdout: true,
    stderr: true,
  });
  const thread = watchPdfThread(worker, guard);
  const pages: StoredPage[] = [];
  try {
    for (let word = await thread.opening; ; word = await thread.next()) {
      if (word.type === 'opened') {
        if (word.pages > limits.pages)
          return refuse('file-too-many-pages', { name, pages: word.pages, limit: limits.pages });
        continue;
      }
      if (word.type === 'done')
        return pages.length > 0 ? ok(pages) : refuse('pdf-damaged', { name, page: 1, defect: 'no pages' });
      if (word.type !== 'page') return refused(word, name, pages.length + 1);
      if (Math.min(word.width, word.height) < limits.shortestSidePx) {
        const { width, height } = word;
        return refuse('page-too-small', { name, width, height, shortestSidePx: limits.shortestSidePx });
      }
      const made = await encodeRenderedPage(word.pixels, word.width, word.height, word.dpi);
      const stored = await put(made.bytes, made.facts, word.textLayer);
      if (!stored.ok) return stored;
      pages.push(stored.value);
    }
  } finally {
    thread.end();
  }
}

type Refusing = Exclude<PdfThreadWord, { type: 'opened' | 'page' | 'done' }>;

function refused(word: Refusing, name: string, page: number) {
  if (word.type === 'hung') return refuse('pdf-page-hung', { name, page });
  if (word.type === 'too-heavy') return refuse('pdf-too-heavy', { name, page });
  if (word.type === 'refused' && word.why === 'encrypted') return refuse('pdf-encrypted', { name });
  return refuse('pdf-damaged', { name, page, defect: word.type === 'refused' ? word.defect : word.type });
}
