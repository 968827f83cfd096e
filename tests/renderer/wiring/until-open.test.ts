import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { untilOpen } from '../../../src/renderer/wiring/until-open.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says nothing while the working copy opens in time', async () => {
  const say = vi.fn();
  expect(await untilOpen(Promise.resolve('desk'), say)).toBe('desk');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(say).not.toHaveBeenCalled();
});

it('says that it does not open after half a minute, and goes on should it open later', async () => {
  const say = vi.fn();
  const { promise, resolve } = Promise.withResolvers<string>();
  const opened = untilOpen(promise, say);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(say).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(say).toHaveBeenCalledOnce();
  resolve('desk');
  expect(await opened).toBe('desk');
});

it('says at once that it refuses, and the reason is not swallowed', async () => {
  const say = vi.fn();
  await expect(untilOpen(Promise.reject(new Error('refused')), say)).rejects.toThrow('refused');
  expect(say).toHaveBeenCalledOnce();
});
