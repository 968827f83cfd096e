import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { type Failure, fail, type Result } from '../../shared/base/result.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';
import { answerReadingDoors, type ReadingAnswers } from './answer-reading-doors.ts';
import { filesToRead } from './files-to-read.ts';
import { outcomeLine, type ReadingOutcome } from './reading-outcome.ts';
import { runReadingJob } from './run-reading-job.ts';
import { watchSilence } from './silence-watch.ts';

/** Longer than the reader's own watchdogs may take for one page: two tries of 60 s, upright and turned. */
const LONGEST_SILENCE_MS = 300_000;

export type ReadingModeParts = {
  readonly argv: readonly string[];
  readonly workingFolder: string;
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly isTrustedSender: (event: IpcMainInvokeEvent) => boolean;
  readonly importFile: (name: string, bytes: Uint8Array) => Promise<Result<readonly StoredPage[], Failure>>;
  readonly largestFileBytes: number;
  /** Opens the hidden `reader.html`; the listener is called whenever its process is gone (and it is loaded again). */
  readonly openReadingPage: (onLost: () => void) => void;
  readonly write: (line: string) => void;
  /** Each outcome as it is told, in order. */
  readonly alsoTell?: (outcome: ReadingOutcome) => void;
  readonly longestSilenceMs?: number;
};

/**
 * `--read FILE…`: reads the files and writes a line for each page. Gives the exit code: 1 when any file failed.
 * Rejects when the reading page cannot be loaded, or does not come back to its doors.
 */
export async function readFiles(parts: ReadingModeParts): Promise<0 | 1> {
  const job = runReadingJob({
    files: filesToRead(parts.argv, parts.workingFolder),
    largestFileBytes: parts.largestFileBytes,
    importFile: parts.importFile,
    tell: (outcome) => {
      parts.write(outcomeLine(outcome));
      parts.alsoTell?.(outcome);
    },
  });
  const answers = answerReadingDoors(job);
  const silent = Promise.withResolvers<never>();
  const watch = watchSilence(parts.longestSilenceMs ?? LONGEST_SILENCE_MS, () =>
    silent.reject(new Error('the reading page is silent')),
  );
  for (const name of Object.keys(answers) as (keyof ReadingAnswers)[]) {
    parts.ipcMain.handle(name, (event: IpcMainInvokeEvent, input: unknown) =>
      parts.isTrustedSender(event)
        ? watch.during<unknown>(answers[name](input))
        : fail('foreign-sender', 'call-support'),
    );
  }
  parts.openReadingPage(job.lost);
  try {
    const { failedFiles } = await Promise.race([job.finished, silent.promise]);
    return failedFiles > 0 ? 1 : 0;
  } finally {
    watch.stop();
  }
}
