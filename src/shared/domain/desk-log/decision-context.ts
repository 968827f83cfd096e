import type { Instant } from '../../base/dates.ts';
import type { Failure, Result } from '../../base/result.ts';
import type { WorkingCalendar } from '../due-date/calendar.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Fact } from './fact.ts';

/** What a decision needs to know of the world; `ReferenceView` fits `reference`. */
export type DecisionContext = {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly reference: {
    readonly version: number;
    readonly procedures: readonly Procedure[];
    readonly receipt: { readonly form: string; readonly series: string };
  };
};

/** New facts to append. An empty list means one thing only: this command was carried out before. */
export type Decision = Result<readonly Fact[], Failure>;
