import type { Sha256 } from '../../shared/base/ids.ts';
import type { ReadingJob } from '../ports/reading-jobs.ts';
import type { DeskActions } from './desk-actions.ts';

type ReadingActions = Pick<DeskActions, 'readPage'>;

/** Asks for pages to be read; the form never waits for it. */
export function createReadingActions(parts: {
  readonly jobs: { readonly add: (page: ReadingJob) => Promise<void> };
  readonly queue: { readonly wake: () => void; readonly look: (sha256: Sha256) => void };
}): ReadingActions {
  return {
    readPage: (sha256, look, priority) => {
      void parts.jobs.add({ sha256, rotation: look.rotation, cut: look.cut }).then(() => {
        if (priority === 'looking') parts.queue.look(sha256);
        parts.queue.wake();
      });
    },
  };
}
