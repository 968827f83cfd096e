import type { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { type ReadingChannels, readingChannels } from '../../shared/contracts/bridge/reading-job.ts';
import type { ReadingJob } from './run-reading-job.ts';

export type ReadingAnswers = {
  readonly [N in keyof ReadingChannels]: (
    input: unknown,
  ) => Promise<Result<z.output<ReadingChannels[N]['output']>, Failure>>;
};

/** What the reading page's three doors answer; each parses its input. Trust in the sender is the door's own matter. */
export function answerReadingDoors(job: ReadingJob): ReadingAnswers {
  const refused = (channel: string) => fail('bad-request', 'call-support', { channel });
  return {
    'reader:next': async () => ok({ task: await job.next() }),
    'reader:done': async (input) => {
      const parsed = readingChannels['reader:done'].input.safeParse(input);
      if (!parsed.success) return refused('reader:done');
      job.done(parsed.data.task, parsed.data.reading);
      return ok({});
    },
    'reader:failed': async (input) => {
      const parsed = readingChannels['reader:failed'].input.safeParse(input);
      if (!parsed.success) return refused('reader:failed');
      const { code, remedy, facts } = parsed.data.failure;
      job.failed(parsed.data.task, facts === undefined ? { code, remedy } : { code, remedy, facts });
      return ok({});
    },
  };
}
