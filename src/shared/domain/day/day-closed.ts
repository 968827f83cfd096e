import { z } from 'zod';
import { LocalDate } from '../../base/dates.ts';
import { DossierId } from '../../base/ids.ts';

/** Why a dossier of the day is not where it should be at its end. */
export const DayDifferenceReason = z.enum([
  /** The city has refused it, or says something else of it: somebody has to decide. */
  'refused',
  'undecided',
  /** Something of it has not reached the city. */
  'not-sent',
  'pages-missing',
  /** It bears a provisional code, or its fee waits for a receipt number. */
  'provisional-code',
  'fee-deferred',
  /** Returned by the supervisor, or not signed yet. */
  'returned',
  'unsigned',
]);
export type DayDifferenceReason = z.infer<typeof DayDifferenceReason>;

export const DayDifference = z.object({ dossierId: DossierId, reason: DayDifferenceReason });
export type DayDifference = Readonly<z.infer<typeof DayDifference>>;

/**
 * The officer counted the day's paper dossiers and held them against the desk and the city. A day may be closed again
 * when something came after; the last closing counts, all stay in the log.
 */
export const DayClosed = z.object({
  type: z.literal('day-closed'),
  date: LocalDate,
  /** Paper dossiers on the table, as counted by hand. */
  paperCount: z.int().min(0).max(100_000),
  /** Dossiers received at this desk on that day. */
  deskCount: z.int().min(0),
  /** Of these, whole in the city by its signed word. */
  cityCount: z.int().min(0),
  /** What was collected that day (NĐ 254/2026 Đ29: receipts reach the tax authority within the day). */
  receipts: z.object({ count: z.int().min(0), totalVnd: z.int().min(0) }),
  differences: z.array(DayDifference).max(10_000),
  note: z.string().max(1000),
});
export type DayClosed = Readonly<z.infer<typeof DayClosed>>;
