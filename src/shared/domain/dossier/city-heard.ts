import type { Instant } from '../../base/dates.ts';
import type { Sha256 } from '../../base/ids.ts';
import type { CityConflict } from './city-conflict.ts';

/** What the city said of one fact; `refused` null: it took it. */
export type HeardVerdict = {
  readonly seq: number;
  readonly at: Instant;
  readonly refused: { readonly reasonCode: string; readonly reason: string } | null;
};

/** A word of the city that asks the desk to decide, under the cursor of the feed. */
export type HeardConflict = {
  readonly cursor: number;
  readonly at: Instant;
  readonly what: CityConflict;
};

/**
 * All that the city has said about one dossier: the newest verdict of each fact (a city put back to an older state judges
 * anew), the newest completion, every conflict. Words may come twice or in any order and give the same.
 */
export type CityHeard = {
  /** By seq. Given in order without gaps: a verdict on `seq` says that everything before it was judged too. */
  readonly verdicts: readonly HeardVerdict[];
  readonly complete: {
    readonly seq: number;
    readonly at: Instant;
    readonly pages: readonly Sha256[];
  } | null;
  /** By cursor. */
  readonly conflicts: readonly HeardConflict[];
};

export const NOTHING_HEARD: CityHeard = { verdicts: [], complete: null, conflicts: [] };
