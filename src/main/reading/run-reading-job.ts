import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Failure, fail, type Result } from '../../shared/base/result.ts';
import type { PageReading } from '../../shared/contracts/bridge/reading.ts';
import type { ReadingTask } from '../../shared/contracts/bridge/reading-job.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';
import { inOrder } from './in-order.ts';
import type { ReadingOutcome } from './reading-outcome.ts';

const MEGABYTE = 1024 * 1024;

export type ReadingJobSettings = {
  readonly files: readonly string[];
  readonly largestFileBytes: number;
  /** The desk's own import: pages in the (temporary) page store. */
  readonly importFile: (name: string, bytes: Uint8Array) => Promise<Result<readonly StoredPage[], Failure>>;
  /** Called in the order of files and pages, each as soon as all before it are told. */
  readonly tell: (outcome: ReadingOutcome) => void;
};

export type ReadingJob = {
  /** Next page to read, waiting for the file to be imported; null when all have been handed out. */
  readonly next: () => Promise<ReadingTask | null>;
  readonly done: (task: number, reading: PageReading) => void;
  readonly failed: (task: number, failure: Failure) => void;
  /** The reading page fell over: what it had in hand fails, a new page may go on with the rest. */
  readonly lost: () => void;
  /** Settles when everything is told: how many files had a failure. Rejects on a defect of importing. */
  readonly finished: Promise<{ readonly failedFiles: number }>;
};

type Waiting = {
  readonly file: string;
  readonly page: number;
  readonly sha256: string;
};

/**
 * Feeds pages to the reader and tells what it found. One file is imported at a time and only when the one before is
 * handed out, so that an archive of thousands of files never lies in memory. A bad file never stops the others.
 */
export function runReadingJob(settings: ReadingJobSettings): ReadingJob {
  const files = settings.files.values();
  const ready: (ReadingTask & Waiting)[] = [];
  const handedOut = new Map<number, Waiting>();
  const failedFiles = new Set<string>();
  let nextTask = 0;
  /** Counts reading pages: who asked before the last one fell over gets nothing, it would be lost. */
  let life = 0;
  let importing: Promise<void> | null = null;
  let allImported = false;
  let finish: (value: { failedFiles: number }) => void = () => undefined;
  let breakOff: (defect: unknown) => void = () => undefined;
  const finished = new Promise<{ failedFiles: number }>((resolve, reject) => {
    finish = resolve;
    breakOff = reject;
  });

  const line = inOrder(settings.tell);
  const told = (at: number, outcome: ReadingOutcome): void => {
    if ('failure' in outcome) failedFiles.add(outcome.file);
    line.put(at, outcome);
    if (allImported && line.count() === nextTask) finish({ failedFiles: failedFiles.size });
  };

  const importNext = async (): Promise<void> => {
    const following = files.next();
    if (following.done === true) {
      allImported = true;
      if (line.count() === nextTask) finish({ failedFiles: failedFiles.size });
      return;
    }
    const file = following.value;
    const pages = await importPages(file, settings);
    if (!pages.ok) {
      const at = nextTask;
      nextTask += 1;
      told(at, { file, page: null, failure: pages.failure });
      return;
    }
    for (const [index, page] of pages.value.entries()) {
      ready.push({ task: nextTask, sha256: page.sha256, rotation: 0, file, page: index + 1 });
      nextTask += 1;
    }
  };

  const settle = (task: number, make: (waiting: Waiting) => ReadingOutcome): void => {
    const waiting = handedOut.get(task);
    if (waiting === undefined) return;
    handedOut.delete(task);
    told(task, make(waiting));
  };

  return {
    next: async () => {
      const asker = life;
      for (;;) {
        if (asker !== life) return null;
        const page = ready.shift();
        if (page !== undefined) {
          const { file, sha256 } = page;
          handedOut.set(page.task, { file, page: page.page, sha256 });
          return { task: page.task, sha256: page.sha256, rotation: page.rotation };
        }
        if (allImported) return null;
        importing ??= importNext().finally(() => {
          importing = null;
        });
        try {
          await importing;
        } catch (defect) {
          breakOff(defect);
          return null;
        }
      }
    },
    done: (task, reading) =>
      settle(task, ({ file, page }) => ({
        file,
        page,
        reading,
      })),
    failed: (task, failure) => settle(task, ({ file, page, sha256 }) => ({ file, page, sha256, failure })),
    lost: () => {
      life += 1;
      for (const task of [...handedOut.keys()]) {
        settle(task, ({ file, page, sha256 }) => ({
          file,
          page,
          sha256,
          failure: { code: 'reading-crashed', remedy: 'officer-decides' },
        }));
      }
    },
    finished,
  };
}

async function importPages(
  file: string,
  { importFile, largestFileBytes }: ReadingJobSettings,
): Promise<Result<readonly StoredPage[], Failure>> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(file);
    if (size > largestFileBytes) {
      const megabytes = Math.ceil(size / MEGABYTE);
      const limitMegabytes = Math.floor(largestFileBytes / MEGABYTE);
      return fail('file-too-large', 'officer-decides', { name: basename(file), megabytes, limitMegabytes });
    }
    bytes = await readFile(file);
  } catch {
    return fail('file-not-readable', 'officer-decides', { name: basename(file) });
  }
  return importFile(basename(file), bytes);
}
