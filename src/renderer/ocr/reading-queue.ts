import type { Sha256 } from '../../shared/base/ids.ts';
import type { PageReading } from '../../shared/contracts/bridge/reading.ts';
import { lookKey } from '../../shared/domain/page/page-look.ts';
import type { PageReader } from '../ports/page-reader.ts';
import type { ReadingJob, ReadingJobsPort } from '../ports/reading-jobs.ts';

export type ReadingQueue = {
  /** A page that is just being kept as a job: read at once where there is a place for it, else found by `wake`. */
  readonly offer: (job: ReadingJob) => void;
  /** Looks for jobs that are not under way: at start, when pages were added, and now and then. */
  readonly wake: () => void;
  /** The officer has this page before the eyes: it is read next. */
  readonly look: (sha256: Sha256) => void;
  /** Gives up what waits (it stays pending) and starts nothing new. */
  readonly stop: () => void;
};

export type ReadingQueueSettings = {
  readonly reader: PageReader;
  readonly jobs: ReadingJobsPort;
  readonly onRead: (job: ReadingJob, reading: PageReading) => void;
};

/**
 * Works through the kept jobs in the background. A job is over only when the port has kept its reading or its
 * failure, so one that was under way at a power cut is simply read again.
 */
export function createReadingQueue({ reader, jobs, onRead }: ReadingQueueSettings): ReadingQueue {
  const stopping = new AbortController();
  const underWay = new Set<string>();
  /** Failed for a passing reason; left alone until the next `wake`, so that nothing is tried in a tight loop. */
  const resting = new Set<string>();
  let looking: Sha256 | null = null;
  let searching = false;
  let searchAgain = false;

  const work = async (job: ReadingJob): Promise<void> => {
    const key = keyOf(job);
    // Asked again whenever a place is free: who waits in the background goes first once it is looked at.
    const priority = () => (job.sha256 === looking ? 'looking' : 'background');
    underWay.add(key);
    try {
      const reading = await reader.read({ ...job, priority, signal: stopping.signal });
      if (reading.ok) {
        await jobs.save(job, reading.value);
        onRead(job, reading.value);
      } else if (reading.failure.remedy === 'retry-later') {
        resting.add(key);
      } else if (reading.failure.code !== 'reading-cancelled') {
        await jobs.failed(job, reading.failure);
      }
    } finally {
      underWay.delete(key);
    }
    proceed();
  };

  const hasPlaceFor = (job: ReadingJob): boolean => {
    const wanted = underWay.size < reader.concurrency || job.sha256 === looking;
    return wanted && !underWay.has(keyOf(job)) && !resting.has(keyOf(job));
  };

  /** Takes as many jobs as are worth having under way; the one looked at always, beyond that number if need be. */
  const search = async (): Promise<void> => {
    searching = true;
    try {
      do {
        searchAgain = false;
        for (const job of ordered(await jobs.pending(), looking)) {
          if (stopping.signal.aborted) return;
          if (hasPlaceFor(job)) void work(job);
        }
      } while (searchAgain);
    } finally {
      searching = false;
    }
  };

  function proceed(): void {
    if (stopping.signal.aborted) return;
    if (searching) searchAgain = true;
    else void search();
  }

  return {
    offer: (job) => {
      if (!stopping.signal.aborted && hasPlaceFor(job)) void work(job);
    },
    wake: () => {
      resting.clear();
      proceed();
    },
    look: (sha256) => {
      looking = sha256;
      proceed();
    },
    stop: () => stopping.abort(),
  };
}

const keyOf = (job: ReadingJob): string => `${job.sha256}@${lookKey(job)}`;

function ordered(jobs: readonly ReadingJob[], looking: Sha256 | null): readonly ReadingJob[] {
  return [...jobs.filter((job) => job.sha256 === looking), ...jobs.filter((job) => job.sha256 !== looking)];
}
