import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFeedFollowing } from '../../../src/main/city/feed-following.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[LC-26] a city that never agrees with itself is heard again from its first word ever less often', async () => {
  const stopping = new AbortController();
  let polls = 0;
  const feed = createFeedFollowing({
    ports: { random: () => 0.5, log: () => undefined },
    listen: async () => {
      polls += 1;
      return { ok: true, value: 'city-put-back' };
    },
    signal: stopping.signal,
    onWords: () => undefined,
    onFailed: () => undefined,
  });
  feed.begin();
  await vi.advanceTimersByTimeAsync(100);
  // What was put back is taken up at once, the first time.
  expect(polls).toBe(2);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(polls).toBeLessThan(40);
  stopping.abort();
  await feed.stop();
});
