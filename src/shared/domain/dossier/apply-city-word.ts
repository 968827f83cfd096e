import type { Instant } from '../../base/dates.ts';
import type { DossierId, Sha256 } from '../../base/ids.ts';
import { type CityHeard, NOTHING_HEARD, standingOf } from './city-standing.ts';
import type { DossierState } from './dossier-state.ts';

/** A verdict, as far as dossiers care (the contract's `Verdict` fits). Its signature has been checked by main. */
export type VerdictWord = {
  readonly seq: number;
  readonly outcome: 'accepted' | 'refused';
  readonly reasonCode: string;
  readonly reason: string;
  readonly at: Instant;
};

/** What the city tells of its own accord (the contract's `CityEvent` fits); other types move no dossier. */
export type CityEventWord = {
  readonly at: Instant;
  readonly what:
    | {
        readonly type: 'dossier-complete';
        readonly dossierId: DossierId;
        readonly seq: number;
        readonly pages: readonly Sha256[];
      }
    | { readonly type: 'pages-wanted' | 'reference-changed' };
};

type WithDossiers = { readonly dossiers: ReadonlyMap<DossierId, DossierState> };

/** The later seq wins; of two words about the same seq the earlier moment, so that order never shows. */
const newest = <T extends { readonly seq: number; readonly at: Instant }>(held: T | null, word: T): T =>
  held === null || word.seq > held.seq || (word.seq === held.seq && word.at < held.at) ? word : held;

const first = <T extends { readonly seq: number; readonly at: Instant }>(held: T | null, word: T): T =>
  held === null || word.seq < held.seq || (word.seq === held.seq && word.at < held.at) ? word : held;

function hear<S extends WithDossiers>(state: S, dossier: DossierState, change: Partial<CityHeard>): S {
  const heard = { ...dossier, cityHeard: { ...(dossier.cityHeard ?? NOTHING_HEARD), ...change } };
  const moved: DossierState = { ...heard, city: standingOf(heard) };
  return { ...state, dossiers: new Map(state.dossiers).set(dossier.dossierId, moved) };
}

function findDossierBySeq(state: WithDossiers, seq: number): DossierState | undefined {
  for (const dossier of state.dossiers.values()) {
    if (seq <= dossier.lastSeq && dossier.history.some((step) => step.seq === seq)) return dossier;
  }
  return undefined;
}

/**
 * The city judged one fact. Idempotent and order-tolerant: nothing heard twice or late moves a dossier backwards;
 * a refused fact marks its dossier refused. A seq that belongs to no dossier (a sign-in, a lease) changes nothing.
 */
export function applyVerdict<S extends WithDossiers>(state: S, verdict: VerdictWord): S {
  const dossier = findDossierBySeq(state, verdict.seq);
  if (dossier === undefined) return state;
  const held = dossier.cityHeard ?? NOTHING_HEARD;
  const { seq, at, reasonCode, reason } = verdict;
  if (verdict.outcome === 'refused') {
    const refused = first(held.refused, { seq, at, reasonCode, reason });
    return refused === held.refused ? state : hear(state, dossier, { refused });
  }
  const accepted = newest(held.accepted, { seq, at });
  return accepted === held.accepted ? state : hear(state, dossier, { accepted });
}

/** The city says that it holds a dossier with every page. Same promises as `applyVerdict`. */
export function applyCityEvent<S extends WithDossiers>(state: S, event: CityEventWord): S {
  if (event.what.type !== 'dossier-complete') return state;
  const dossier = state.dossiers.get(event.what.dossierId);
  if (dossier === undefined) return state;
  const held = dossier.cityHeard ?? NOTHING_HEARD;
  const { seq, pages } = event.what;
  const complete = newest(held.complete, { seq, at: event.at, pages });
  return complete === held.complete ? state : hear(state, dossier, { complete });
}
