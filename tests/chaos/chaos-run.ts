import type { ReportRow } from '../bench/report.ts';
import type { Violation } from './violation.ts';

export type ChaosOptions = {
  readonly seed: number;
  readonly runs: number;
  /** Only where a line `phase, point` of the run fits; for runs that have such places (`takesPlaces`). */
  readonly at?: RegExp;
  /** Somebody wants the run to end with the turn it is at, and to say what it has found so far. */
  readonly stopAsked?: () => boolean;
};

/** What a run measured and what it found broken; a run without rows has not passed. */
export type ChaosOutcome = { readonly rows: readonly ReportRow[]; readonly violations: readonly Violation[] };

/** One line of the table in run.ts. */
export type ChaosRun = {
  /** What it does to the desk, the line or the city; shown by `npm run chaos`. */
  readonly says: string;
  /** Runs when `--runs` is not given, and in `all`: a few seconds to a few minutes. */
  readonly shortRuns: number;
  /** The long run by hand (README.md). */
  readonly longRuns: number;
  /** Works on the built desk with its window, not on its main parts alone. */
  readonly needsBuild: boolean;
  /** `--at` says where it strikes. */
  readonly takesPlaces?: true;
  /** Loaded only when asked for, so that a run works while another one's files are being changed. */
  readonly load: () => Promise<(options: ChaosOptions) => Promise<ChaosOutcome>>;
};

/** What `stopAsked` is when nobody can ask. */
export const never = (): boolean => false;
