import type { z } from 'zod';
import type { Failure, Result } from '../../shared/base/result.ts';
import type { ReadingChannels } from '../../shared/contracts/bridge/reading-job.ts';

/** `window.desk` as the reading page uses it. */
export type ReadingDoor = {
  readonly call: <N extends keyof ReadingChannels>(
    name: N,
    input: z.input<ReadingChannels[N]['input']>,
  ) => Promise<Result<z.output<ReadingChannels[N]['output']>, Failure>>;
};
