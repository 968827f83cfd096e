import type { ChaosOutcome } from '../chaos-run.ts';

/** A protection off, and the run that must fail then. `Off`: the names of what can be turned off in that kind of desk. */
export type Bite<Off extends string> = {
  readonly off: Off;
  /** What the desk then does, in words. */
  readonly means: string;
  /** Name of the run that must find it, and the rule that is broken. */
  readonly run: string;
  readonly breaks: string;
  readonly bite: (seed: number) => Promise<ChaosOutcome>;
};
