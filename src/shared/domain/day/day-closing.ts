import type { Instant } from '../../base/dates.ts';
import type { OfficerId } from '../../base/ids.ts';
import type { DayClosed } from './day-closed.ts';

/** The last closing of a day: who, when, with what counts. */
export type DayClosing = DayClosed & { readonly at: Instant; readonly by: OfficerId | null };
