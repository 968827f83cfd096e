import type { Sha256Hex } from '../../base/canonical-json.ts';
import { grownMap } from '../../base/grown-map.ts';
import { NO_HASH } from '../../base/ids.ts';
import { applyFact, stateOn, workbenchOf } from './apply-fact.ts';
import type { DeskEvent, LogHead } from './desk-event.ts';
import type { DeskState } from './desk-state.ts';

/** Before the first fact. */
export const emptyDeskState: DeskState = {
  head: { seq: 0, hash: NO_HASH },
  desk: null,
  signedIn: null,
  officers: grownMap(),
  leases: grownMap(),
  dossiers: grownMap(),
  closedDays: grownMap(),
  awaitingCode: new Set(),
  commands: grownMap(),
};

export type Evolve = (state: DeskState, event: DeskEvent) => DeskState;

/** Folds a run of events at once (a year's log replays in about a second); the cost is that of the run, not of the state. */
export type EvolveAll = (state: DeskState, events: Iterable<DeskEvent>) => DeskState;

export function createEvolveAll(parts: { readonly sha256Hex: Sha256Hex }): EvolveAll {
  return (state, events) => {
    const bench = workbenchOf(state);
    const commands: [string, true][] = [];
    let head: LogHead = state.head;
    for (const event of events) {
      // Heard before: a replay may begin anywhere at or before the head.
      if (event.seq <= head.seq) continue;
      if (event.seq !== head.seq + 1) {
        throw new Error(`gap in the log: ${head.seq} is followed by ${event.seq}`);
      }
      applyFact(bench, event.fact, { seq: event.seq, at: event.at, by: event.by }, parts.sha256Hex);
      commands.push([event.command, true]);
      head = { seq: event.seq, hash: event.hash };
    }
    if (head === state.head) return state;
    return { ...stateOn(bench, state), head, commands: grownMap(state.commands).withRows(commands) };
  };
}

/**
 * One event more. Pure; an event already folded changes nothing, a gap throws (a defect: the journal has none).
 * @param parts.sha256Hex synchronous SHA-256 for content hashes
 */
export function createEvolve(parts: { readonly sha256Hex: Sha256Hex }): Evolve {
  const evolveAll = createEvolveAll(parts);
  return (state, event) => evolveAll(state, [event]);
}
