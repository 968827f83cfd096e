import type { LogHead } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { Intake, Printed } from '../headless-desk/orders.ts';

/** What the older program was given and promised while the profile was made: the oracle of the run. */
export type MadeProfile = {
  readonly commit: string;
  readonly seed: number;
  readonly passphrase: string;
  readonly deskId: string;
  readonly cityPublicKey: string;
  /** The desk's clock when it was closed. */
  readonly closedAt: string;
  readonly head: LogHead;
  /** Hashes of all events, in order. */
  readonly hashes: readonly string[];
  /** As the newest version of each dossier was handed in, and what was printed for it. */
  readonly given: readonly {
    readonly dossierId: string;
    readonly intake: Intake;
    readonly printed: Printed;
    readonly status: string;
    readonly contentHash: string;
  }[];
  /** Dossiers that the city had before the line went, by id. */
  readonly sent: readonly string[];
  readonly voided: readonly { readonly kind: string; readonly number: number }[];
  readonly drafts: readonly string[];
};

/** The tables of the older city, row by row, in an order in which they can be put back. */
export type CityRows = readonly {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}[];
