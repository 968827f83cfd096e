import type { Instant } from '../../base/dates.ts';
import type { Sha256 } from '../../base/ids.ts';

/**
 * All that the city has said about one dossier. Each part only ever grows (newest acceptance, newest completion,
 * first refusal), so words may come twice or in any order and give the same.
 */
export type CityHeard = {
  /** Verdicts are given in order without gaps: accepting `seq` says that everything before it was judged too. */
  readonly accepted: { readonly seq: number; readonly at: Instant } | null;
  readonly complete: {
    readonly seq: number;
    readonly at: Instant;
    readonly pages: readonly Sha256[];
  } | null;
  readonly refused: {
    readonly seq: number;
    readonly at: Instant;
    readonly reasonCode: string;
    readonly reason: string;
  } | null;
};

export const NOTHING_HEARD: CityHeard = { accepted: null, complete: null, refused: null };
