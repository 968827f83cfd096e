import { describe, expect, it } from 'vitest';
import { createAllowance } from '../../../src/main/city/allowance.ts';
import type { LineLimits } from '../../../src/shared/contracts/bridge/line-limits.ts';

const HOUR = 3_600_000;
const NIGHT = { from: '18:00', until: '06:00' };

/** A kept store and a clock that is set by hand, Hanoi time. */
function openAt(hanoi: string, kept = new Map<string, unknown>()) {
  let nowMs = Date.parse(`2026-11-20T${hanoi}:00+07:00`);
  const store = {
    load: async (name: string) => kept.get(name) ?? null,
    save: async (name: string, value: unknown) => {
      kept.set(name, structuredClone(value));
    },
  };
  const allowance = createAllowance({ store, now: () => new Date(nowMs) });
  return {
    allowance,
    kept,
    nowMs: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms;
    },
    set: (limits: LineLimits) => allowance.change(limits),
  };
}

describe('what the limits leave for pages', () => {
  it('[LC-61] pages go only between the hours that are set, over midnight too', async () => {
    const desk = openAt('17:59');
    await desk.set({ bytesAnHour: null, pagesBetween: NIGHT });
    const room = desk.allowance.roomForPages();
    expect(room).toMatchObject({ bytes: 0, held: { why: 'night' } });
    expect(room.held?.untilMs).toBe(desk.nowMs() + 60_000);
    desk.pass(60_000);
    expect(desk.allowance.roomForPages().held).toBeNull();
    desk.pass(12 * HOUR - 60_000);
    expect(desk.allowance.roomForPages().held).toBeNull();
    desk.pass(60_000);
    expect(desk.allowance.roomForPages().held?.untilMs).toBe(desk.nowMs() + 12 * HOUR);
  });

  it('[LC-61] the same time twice is all day; hours within one day are kept too', async () => {
    const desk = openAt('12:30');
    await desk.set({ bytesAnHour: null, pagesBetween: { from: '06:00', until: '06:00' } });
    expect(desk.allowance.roomForPages().held).toBeNull();
    await desk.set({ bytesAnHour: null, pagesBetween: { from: '12:00', until: '13:00' } });
    expect(desk.allowance.roomForPages().held).toBeNull();
    desk.pass(30 * 60_000);
    expect(desk.allowance.roomForPages().held?.untilMs).toBe(desk.nowMs() + 23 * HOUR);
  });

  it('[LC-60] what goes in an hour counts, facts and all; the next hour is new', async () => {
    const desk = openAt('09:40');
    await desk.set({ bytesAnHour: 1_000_000, pagesBetween: null });
    desk.allowance.spend(300_000);
    expect(desk.allowance.roomForPages()).toEqual({ bytes: 700_000, held: null });
    desk.allowance.spend(700_000);
    expect(desk.allowance.roomForPages().held).toEqual({ why: 'quota', untilMs: desk.nowMs() + 20 * 60_000 });
    desk.pass(20 * 60_000);
    expect(desk.allowance.roomForPages()).toEqual({ bytes: 1_000_000, held: null });
  });

  it('[LC-60] limits and what went are kept over a restart within the hour, and no longer', async () => {
    const desk = openAt('09:10');
    await desk.set({ bytesAnHour: 1_000_000, pagesBetween: null });
    desk.allowance.spend(400_000);
    await desk.allowance.keepSpent();
    const restarted = openAt('09:30', desk.kept);
    await restarted.allowance.read();
    expect(restarted.allowance.roomForPages().bytes).toBe(600_000);
    const later = openAt('11:30', desk.kept);
    await later.allowance.read();
    expect(later.allowance.roomForPages().bytes).toBe(1_000_000);
  });

  it('[LC-60] a clock that was put back waits for no hour that is long past', async () => {
    const desk = openAt('09:10');
    await desk.set({ bytesAnHour: 1_000_000, pagesBetween: null });
    desk.allowance.spend(1_000_000);
    desk.pass(-26 * HOUR);
    expect(desk.allowance.roomForPages().held).toBeNull();
  });

  it('[LC-62] says when so much is out, with nights and hours in between; what is too far is not said', async () => {
    const desk = openAt('16:00');
    expect(desk.allowance.finishMs(60_000, 1000)).toBe(desk.nowMs() + 60_000);
    await desk.set({ bytesAnHour: null, pagesBetween: NIGHT });
    expect(desk.allowance.finishMs(60_000, 1000)).toBe(desk.nowMs() + 2 * HOUR + 60_000);
    await desk.set({ bytesAnHour: 1_000_000, pagesBetween: null });
    // 2.5 MB at 1 MB an hour: two whole hours and then half a megabyte of the third.
    expect(desk.allowance.finishMs(2_500_000, 10_000)).toBe(desk.nowMs() + 2 * HOUR + 50_000);
    expect(desk.allowance.finishMs(1e12, 10_000)).toBeNull();
  });

  it('[LC-60] a kept value that cannot be read limits nothing', async () => {
    const desk = openAt('09:10', new Map<string, unknown>([['limits', { bytesAnHour: 'viel' }]]));
    await desk.allowance.read();
    expect(desk.allowance.roomForPages()).toEqual({ bytes: Infinity, held: null });
  });
});
