/** What the desk's processes find in `CHAOS_POINTS`. Without it points do nothing. */
export type PointsPlan = {
  /** Stands in the command line of every process of the desk: its profile. */
  readonly mark: string;
  /** Gets a line `phase<tab>point` for each visit. */
  readonly log: string;
  /** File that holds in what phase the script is. */
  readonly phaseFile: string;
  /** Where the power goes: at the `hit`th visit of that point in that phase. */
  readonly kill: { readonly phase: string; readonly point: string; readonly hit: number } | null;
};

/** What the log says last when the power went at its point. */
export const KILLED = 'the power goes';
