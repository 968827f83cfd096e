import type { ReadingChannels } from '../shared/contracts/bridge/reading-job.ts';

/** The doors of `reader.html`, complete by the compiler; main opens them only when it was started with `--read`. */
const names = {
  'reader:next': true,
  'reader:done': true,
  'reader:failed': true,
} as const satisfies Readonly<Record<keyof ReadingChannels, true>>;

export const READING_CHANNEL_NAMES: readonly string[] = Object.keys(names);
