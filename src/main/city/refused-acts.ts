import { assertNever } from '../../shared/base/result.ts';
import {
  type DeskAct,
  MOST_REFUSED_ACTS_TOLD,
  type RefusedAct,
  type RefusedActs,
} from '../../shared/contracts/bridge/refused-act.ts';
import type { Verdict } from '../../shared/contracts/city/events.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import type { Fact } from '../../shared/domain/desk-log/fact.ts';

/**
 * A fact stands in the log for ever and cannot be sent again, so nothing that the desk does takes such a refusal away.
 * It stands where supervisor and support see it for a week; after that it would only hide the next one. The log and the
 * city's verdict keep it.
 */
const TOLD_FOR_MS = 7 * 24 * 3_600_000;

/** The act of a fact that belongs to no dossier; null for a dossier's, which its own standing tells of. */
function actOf(fact: Fact): DeskAct | null {
  if ('dossierId' in fact) return null;
  switch (fact.type) {
    case 'desk-enrolled':
      return { type: fact.type };
    case 'officer-signed-in':
      return { type: fact.type, officerId: fact.officer.officerId };
    case 'officer-signed-out':
      return { type: fact.type, officerId: fact.officerId };
    case 'number-lease-received':
      // Not what `refused-leases.ts` tells of: those are blocks that the desk did not take, so they never were facts.
      return { type: fact.type, kind: fact.lease.kind, from: fact.lease.from, to: fact.lease.to };
    case 'number-voided':
      return { type: fact.type, kind: fact.kind, number: fact.number };
    case 'number-leases-closed':
      return { type: fact.type, blocks: fact.leases.length };
    case 'day-closed':
      return { type: fact.type, date: fact.date };
    default:
      return assertNever(fact);
  }
}

/**
 * What a later act of the same kind, once the city took it, makes good: of a day the last closing counts, and an officer
 * whom the city knows by now is one whom support has added. Null for what nothing makes good.
 */
function sameAgain(act: DeskAct): string | null {
  if (act.type === 'day-closed') return `${act.type} ${act.date}`;
  return act.type === 'officer-signed-in' ? `${act.type} ${act.officerId}` : null;
}

/** Folded from the desk's events and the city's verdicts on them, as they were heard: the last one on an event counts. */
export type RefusedActsFold = {
  readonly addEvent: (event: DeskEvent) => void;
  /** Of an event that was added, checked to be about its very hash. */
  readonly addVerdict: (verdict: Verdict) => void;
  /** What stands refused now. Verdicts behind `judgedTo` count for nothing: those events go to the city again. */
  readonly told: (judgedTo: number, now: Date) => RefusedActs;
};

export function foldRefusedActs(): RefusedActsFold {
  const acts = new Map<number, { readonly act: DeskAct; readonly madeAt: string }>();
  const refused = new Map<number, RefusedAct>();
  /** By the number of the fact that the city took, what that makes good. */
  const taken = new Map<number, string>();

  const isMadeGood = (act: DeskAct, seq: number, judgedTo: number): boolean => {
    const same = sameAgain(act);
    return same !== null && [...taken].some(([later, of]) => of === same && later > seq && later <= judgedTo);
  };

  return {
    addEvent: ({ seq, at, fact }) => {
      const act = actOf(fact);
      if (act !== null) acts.set(seq, { act, madeAt: at });
    },
    addVerdict: ({ seq, outcome, at, reasonCode, reason }) => {
      const known = acts.get(seq);
      if (known === undefined) return;
      const same = sameAgain(known.act);
      refused.delete(seq);
      taken.delete(seq);
      if (outcome === 'refused') refused.set(seq, { seq, ...known, refusedAt: at, reasonCode, reason });
      else if (same !== null) taken.set(seq, same);
    },
    told: (judgedTo, now) => {
      const standing = [...refused.values()]
        .filter(
          ({ seq, act, refusedAt }) =>
            seq <= judgedTo &&
            now.getTime() - Date.parse(refusedAt) < TOLD_FOR_MS &&
            !isMadeGood(act, seq, judgedTo),
        )
        .toSorted((a, b) => b.seq - a.seq);
      return { count: standing.length, newest: standing.slice(0, MOST_REFUSED_ACTS_TOLD) };
    },
  };
}
