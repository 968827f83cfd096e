import { expect, it } from 'vitest';
import type { Violation } from '../violation.ts';
import { createLimitedTurns } from './limited-turns.ts';

function openTurns(leastLimitMs: number) {
  const kept: Violation[] = [];
  let ends = 0;
  const turns = createLimitedTurns({
    end: async () => {
      ends += 1;
    },
    screen: async () => 'Tiếp nhận hồ sơ',
    keep: (violations) => kept.push(...violations),
    leastLimitMs,
  });
  return { turns, kept, ends: () => ends };
}

it('a turn that never settles is ended, told and counted; the next one has its turn', async () => {
  const { turns, kept, ends } = openTurns(50);
  let wake = (): void => undefined;
  const hangs = () => new Promise<number>((settle) => (wake = () => settle(1)));
  const ended = turns.turn(() => 'kill 3, work', hangs);
  const waked = setTimeout(() => wake(), 1000);
  expect(await ended).toBeNull();
  clearTimeout(waked);
  expect(ends()).toBe(1);
  expect(kept).toEqual([]);
  expect(turns.row()).toMatchObject({ value: 1, holds: true });
  expect(
    await turns.turn(
      () => 'kill 4',
      async () => 'done',
    ),
  ).toBe('done');

  expect(
    await turns.turn(
      () => 'kill 5',
      () => new Promise((settle) => setTimeout(settle, 1000)),
    ),
  ).toBeNull();
  expect(turns.row()).toMatchObject({ value: 2, holds: false });
});

it('a turn that finds no way on is a violation, with where it was and what the screen said', async () => {
  const { turns, kept, ends } = openTurns(60_000);
  const thrown = async () => Promise.reject(new Error('Timeout 120000ms exceeded.\nCall log:'));
  expect(await turns.turn(() => 'cut 2, start', thrown)).toBeNull();
  expect(kept).toEqual([
    {
      rule: 'script',
      what: 'cut 2, start: Timeout 120000ms exceeded. Call log:; the screen: Tiếp nhận hồ sơ',
    },
  ]);
  expect(ends()).toBe(1);
});

it('the first day decides: its failure is the failure of the run', async () => {
  const { turns } = openTurns(60_000);
  await expect(turns.first(async () => Promise.reject(new Error('no numbers')))).rejects.toThrow(
    'no numbers',
  );
});
