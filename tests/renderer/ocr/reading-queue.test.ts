import { describe, expect, it } from 'vitest';
import { createReadingQueue } from '../../../src/renderer/ocr/reading-queue.ts';
import type { PageReader, ReadingRequest } from '../../../src/renderer/ports/page-reader.ts';
import type { ReadingJob, ReadingJobsPort } from '../../../src/renderer/ports/reading-jobs.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { type Failure, fail, ok } from '../../../src/shared/base/result.ts';
import { urgencyNow } from '../../../src/shared/base/turns.ts';
import type { PageReading } from '../../../src/shared/contracts/bridge/reading.ts';
import { plainReading } from '../../support/plain-reading.ts';

const sha = (n: number): Sha256 => String(n).padStart(64, '0') as Sha256;
const job = (n: number): ReadingJob => ({ sha256: sha(n), rotation: 0 });
const number = (request: { sha256: string }): number => Number(request.sha256);
const reading = (sha256: Sha256): PageReading => ({
  sha256,
  rotation: 0,
  text: '',
  words: [],
  fields: [],
  ...plainReading,
  meanConfidence: 1,
  skewDegrees: 0,
  blank: false,
  seconds: 0,
});

/** Jobs in memory, as a port keeps them. */
function kept(...numbers: readonly number[]) {
  const pending = new Map(numbers.map((n) => [sha(n) as string, job(n)]));
  const saved: number[] = [];
  const failures: [number, Failure][] = [];
  const port: ReadingJobsPort = {
    pending: async () => [...pending.values()],
    save: async (done) => {
      pending.delete(done.sha256);
      saved.push(number(done));
    },
    failed: async (done, failure) => {
      pending.delete(done.sha256);
      failures.push([number(done), failure]);
    },
  };
  return { port, pending, saved, failures, add: (n: number) => pending.set(sha(n), job(n)) };
}

function reader(answer: (request: ReadingRequest) => Promise<Awaited<ReturnType<PageReader['read']>>>) {
  const asked: [number, string][] = [];
  const requests: ReadingRequest[] = [];
  const given: PageReader = {
    concurrency: 2,
    warm: () => undefined,
    close: () => undefined,
    read: (request) => {
      asked.push([number(request), urgencyNow(request.priority)]);
      requests.push(request);
      return answer(request);
    },
  };
  return { given, asked, requests };
}

describe('reading queue', () => {
  it('works through what is kept, and what was added, each once', async () => {
    const jobs = kept(1, 2, 3, 4, 5);
    const { given, asked } = reader(async ({ sha256 }) => ok(reading(sha256)));
    const read: number[] = [];
    const queue = createReadingQueue({
      reader: given,
      jobs: jobs.port,
      onRead: (done) => void read.push(number(done)),
    });
    queue.wake();
    await expect.poll(() => jobs.saved.length).toBe(5);
    jobs.add(6);
    queue.wake();
    queue.wake();
    await expect.poll(() => jobs.saved).toEqual([1, 2, 3, 4, 5, 6]);
    expect(read).toEqual([1, 2, 3, 4, 5, 6]);
    expect(asked).toHaveLength(6);
  });

  it('asks for no more at once than the reader likes, except for the page looked at', async () => {
    const jobs = kept(1, 2, 3, 4);
    const { given, asked } = reader(() => new Promise(() => undefined));
    const queue = createReadingQueue({ reader: given, jobs: jobs.port, onRead: () => undefined });
    queue.wake();
    await expect.poll(() => asked.length).toBe(2);
    queue.look(sha(4));
    await expect
      .poll(() => asked)
      .toEqual([
        [1, 'background'],
        [2, 'background'],
        [4, 'looking'],
      ]);
  });

  it('a page that is under way in the background goes first once it is looked at, and no more when it is not', async () => {
    const jobs = kept(1, 2);
    const { given, requests } = reader(() => new Promise(() => undefined));
    const queue = createReadingQueue({ reader: given, jobs: jobs.port, onRead: () => undefined });
    queue.wake();
    await expect.poll(() => requests.length).toBe(2);
    const now = () => requests.map(({ priority }) => urgencyNow(priority));
    expect(now()).toEqual(['background', 'background']);
    queue.look(sha(2));
    expect(now()).toEqual(['background', 'looking']);
    queue.look(sha(1));
    expect(now()).toEqual(['looking', 'background']);
    expect(requests).toHaveLength(2);
  });

  it('a page that is offered is read at once where there is a place, and never twice at a time', async () => {
    const jobs = kept(1, 2, 3);
    const { given, asked } = reader(() => new Promise(() => undefined));
    const queue = createReadingQueue({ reader: given, jobs: jobs.port, onRead: () => undefined });
    const [first, ...more] = await jobs.port.pending();
    if (first === undefined) throw new Error('no jobs');
    queue.offer(first);
    queue.offer(first);
    expect(asked).toHaveLength(1);
    queue.wake();
    await expect.poll(() => asked.length).toBe(2);
    // Both places are taken: the third waits among the kept.
    for (const job of more) queue.offer(job);
    expect(asked).toHaveLength(2);
  });

  it('marks a failed page and goes on', async () => {
    const jobs = kept(1, 2);
    const { given } = reader(async ({ sha256 }) =>
      Number(sha256) === 1 ? fail('reading-timed-out', 'officer-decides') : ok(reading(sha256)),
    );
    createReadingQueue({ reader: given, jobs: jobs.port, onRead: () => undefined }).wake();
    await expect.poll(() => jobs.saved).toEqual([2]);
    expect(jobs.failures).toEqual([[1, { code: 'reading-timed-out', remedy: 'officer-decides' }]]);
  });

  it('leaves what failed for a passing reason pending, and tries it again only when woken', async () => {
    const jobs = kept(1);
    const { given, asked } = reader(async () => fail('reading-picture-failed', 'retry-later'));
    const queue = createReadingQueue({ reader: given, jobs: jobs.port, onRead: () => undefined });
    queue.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toHaveLength(1);
    queue.wake();
    await expect.poll(() => asked.length).toBe(2);
    expect([jobs.pending.size, jobs.failures.length]).toEqual([1, 0]);
  });

  it('stopped, it starts nothing and ends nothing: the next start reads it', async () => {
    const jobs = kept(1, 2, 3);
    const { given, asked } = reader(
      ({ signal }) =>
        new Promise((resolve) => {
          signal?.addEventListener('abort', () => resolve(fail('reading-cancelled', 'officer-decides')));
        }),
    );
    const queue = createReadingQueue({ reader: given, jobs: jobs.port, onRead: () => undefined });
    queue.wake();
    await expect.poll(() => asked.length).toBe(2);
    queue.stop();
    queue.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([asked.length, jobs.pending.size, jobs.failures.length]).toEqual([2, 3, 0]);
  });
});
