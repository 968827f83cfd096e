import type { DecisionContext } from '../../shared/domain/desk-log/decision-context.ts';

/** What the pure domain is handed of the world: the clock, new ids, the reference data of the moment. */
export type DecisionSurroundings = {
  /** null until the reference data is loaded. */
  readonly context: () => DecisionContext | null;
  /** UUIDv7. */
  readonly newId: () => string;
};
