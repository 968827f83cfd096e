import type { Instant } from '../../base/dates.ts';
import type { DossierId, OfficerId, Sha256 } from '../../base/ids.ts';
import type { IntakeSlipIssued } from '../intake-slip/intake-slip.ts';
import type { ReceiptIssued } from '../receipt/receipt.ts';
import type { CityConflict } from './city-conflict.ts';
import type { CityHeard } from './city-heard.ts';
import type { ConflictResolution } from './conflict-resolved.ts';
import type { DossierContent, GivenCode } from './dossier-received.ts';
import type { ProvisionalCode } from './provisional-code.ts';

/** Business axis at the desk (domain.md §5.1); the city axis is kept apart (`CityStanding`). */
export type DossierStatus = 'received' | 'submitted' | 'approved' | 'returned' | 'withdrawn';

/** One line of the dossier's history, for the eye. */
export type DossierStep = {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly by: OfficerId | null;
  readonly note: string;
};

/** What the city is known to hold. Only signed words of the city move it (promise 5). */
export type CityStanding =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'facts-accepted'; readonly at: Instant }
  | { readonly kind: 'complete'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly at: Instant; readonly reasonCode: string; readonly reason: string };

/** What was decided about a word of the city, and in whose name. */
export type ResolvedConflict = {
  readonly cursor: number;
  readonly what: CityConflict;
  readonly resolution: ConflictResolution;
  readonly note: string;
  readonly at: Instant;
  readonly by: OfficerId | null;
};

/** A dossier as folded from the desk's log and the city's stream. */
export type DossierState = {
  readonly dossierId: DossierId;
  readonly code: GivenCode;
  /** The code it was received under, once it has its final one: an alias for ever. */
  readonly provisionalCode?: ProvisionalCode | undefined;
  /** The citizen was told the final code. */
  readonly codeTold?: true | undefined;
  readonly status: DossierStatus;
  readonly content: DossierContent;
  readonly contentHash: Sha256;
  readonly receivedAt: Instant;
  readonly dueAt: Instant | null;
  readonly dueEstimated?: true | undefined;
  readonly receivedBy: OfficerId;
  /** Last officer who changed the content: may not approve either. */
  readonly correctedBy: OfficerId | null;
  readonly approvedBy: OfficerId | null;
  readonly returnReason: string | null;
  /** No receipt number was left when it was received or corrected: the fee waits for one (`owesFee`). */
  readonly feeDeferred?: true | undefined;
  readonly receipt: ReceiptIssued | null;
  readonly slip: IntakeSlipIssued | null;
  readonly lastSeq: number;
  readonly city: CityStanding;
  /** What `city` is worked out from; absent: the city has said nothing yet. */
  readonly cityHeard?: CityHeard;
  /** Absent: nothing has been decided. `openConflicts` tells what still waits. */
  readonly resolved?: readonly ResolvedConflict[];
  readonly history: readonly DossierStep[];
};
