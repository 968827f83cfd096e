import type { Instant, LocalDate } from './dates.ts';

const HANOI_OFFSET_MS = 7 * 60 * 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A moment as the wall clock in Hà Nội shows it; seconds are dropped, as on every printed form. */
export type HanoiTime = { readonly date: LocalDate; readonly minuteOfDay: number };

const dateOf = (shiftedMs: number): LocalDate => new Date(shiftedMs).toISOString().slice(0, 10) as LocalDate;

/** +07:00 all year: Viet Nam has one zone and no summer time. */
export function toHanoiTime(at: Instant): HanoiTime {
  const shifted = Date.parse(at) + HANOI_OFFSET_MS;
  const intoDay = ((shifted % DAY_MS) + DAY_MS) % DAY_MS;
  return { date: dateOf(shifted), minuteOfDay: Math.floor(intoDay / MINUTE_MS) };
}

/** `minuteOfDay` counts from midnight in Hà Nội; 1440 and more run into the next day. */
export function fromHanoiTime(date: LocalDate, minuteOfDay: number): Instant {
  const ms = Date.parse(`${date}T00:00:00.000Z`) - HANOI_OFFSET_MS + minuteOfDay * MINUTE_MS;
  return new Date(ms).toISOString() as Instant;
}

export const hanoiDate = (at: Instant): LocalDate => toHanoiTime(at).date;

export const hanoiYear = (at: Instant): number => Number(hanoiDate(at).slice(0, 4));

export const addDays = (date: LocalDate, days: number): LocalDate =>
  dateOf(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS);

/** 0 Sunday … 6 Saturday. */
export const dayOfWeek = (date: LocalDate): number => new Date(`${date}T00:00:00.000Z`).getUTCDay();
