import type { Sha256 } from '../../shared/base/ids.ts';
import type { ReadingJob } from '../ports/reading-jobs.ts';
import type { DeskActions } from './desk-actions.ts';

type ReadingActions = Pick<DeskActions, 'readPage'>;

/** Asks for pages to be read; the form never waits for it. */
export function createReadingActions(parts: {
  readonly jobs: {
    readonly isUnread: (page: ReadingJob) => Promise<boolean>;
    readonly add: (page: ReadingJob) => Promise<void>;
  };
  readonly queue: {
    readonly offer: (job: ReadingJob) => void;
    readonly wake: () => void;
    readonly look: (sha256: Sha256) => void;
  };
}): ReadingActions {
  const { jobs, queue } = parts;

  async function read(job: ReadingJob, priority: 'looking' | 'background'): Promise<void> {
    if (priority === 'looking') queue.look(job.sha256);
    if (!(await jobs.isUnread(job))) return;
    // Where a place is free, reading begins while the disk takes the job: the officer waits for its text.
    queue.offer(job);
    await jobs.add(job);
    queue.wake();
  }

  return {
    readPage: (sha256, look, priority) => {
      void read({ sha256, rotation: look.rotation, cut: look.cut }, priority);
    },
  };
}
