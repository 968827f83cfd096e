import type { Instant } from '../../../shared/base/dates.ts';
import type { Desk } from '../../../shared/domain/desk/desk.ts';

/** What stands on the sheet that goes into the safe. */
export type RecoveryFacts = {
  readonly desk: Desk;
  /** Eight groups of five, as `formatRecoveryCode` writes them. */
  readonly code: string;
  /** Where the copy goes. */
  readonly folder: string;
  readonly at: Instant;
};
