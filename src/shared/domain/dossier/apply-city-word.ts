import type { Instant } from '../../base/dates.ts';
import type { DossierId, Sha256 } from '../../base/ids.ts';
import { type CityHeard, NOTHING_HEARD } from './city-heard.ts';
import { standingOf } from './city-standing.ts';
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

export type CityWord = VerdictWord | CityEventWord;

type WithDossiers = { readonly dossiers: ReadonlyMap<DossierId, DossierState> };

/** The later seq wins; of two words about the same seq the earlier moment, so that order never shows. */
const newest = <T extends { readonly seq: number; readonly at: Instant }>(held: T | null, word: T): T =>
  held === null || word.seq > held.seq || (word.seq === held.seq && word.at < held.at) ? word : held;

const first = <T extends { readonly seq: number; readonly at: Instant }>(held: T | null, word: T): T =>
  held === null || word.seq < held.seq || (word.seq === held.seq && word.at < held.at) ? word : held;

/** The dossier after hearing this; the very same object when it says nothing new. */
function hear(dossier: DossierState, change: (held: CityHeard) => CityHeard): DossierState {
  const held = dossier.cityHeard ?? NOTHING_HEARD;
  const cityHeard = change(held);
  const { accepted, complete, refused } = cityHeard;
  if (accepted === held.accepted && complete === held.complete && refused === held.refused) return dossier;
  const heard = { ...dossier, cityHeard };
  return { ...heard, city: standingOf(heard) };
}

const hearVerdict = (
  dossier: DossierState,
  { seq, at, outcome, reasonCode, reason }: VerdictWord,
): DossierState =>
  hear(dossier, (held) =>
    outcome === 'refused'
      ? { ...held, refused: first(held.refused, { seq, at, reasonCode, reason }) }
      : { ...held, accepted: newest(held.accepted, { seq, at }) },
  );

function findDossierBySeq(dossiers: Iterable<DossierState>, seq: number): DossierState | undefined {
  for (const dossier of dossiers) {
    const [birth] = dossier.history;
    if (birth === undefined || seq < birth.seq || seq > dossier.lastSeq) continue;
    if (dossier.history.some((step) => step.seq === seq)) return dossier;
  }
  return undefined;
}

/** A dossier that the word moves, as it is after it; undefined when it moves none. */
function findMoved(dossiers: ReadonlyMap<DossierId, DossierState>, word: CityWord): DossierState | undefined {
  if (!('what' in word)) {
    const dossier = findDossierBySeq(dossiers.values(), word.seq);
    const after = dossier === undefined ? undefined : hearVerdict(dossier, word);
    return after === dossier ? undefined : after;
  }
  if (word.what.type !== 'dossier-complete') return undefined;
  const { dossierId, seq, pages } = word.what;
  const dossier = dossiers.get(dossierId);
  if (dossier === undefined) return undefined;
  const after = hear(dossier, (held) => ({
    ...held,
    complete: newest(held.complete, { seq, at: word.at, pages }),
  }));
  return after === dossier ? undefined : after;
}

/**
 * Words of the city, in the order heard; for many at once (a rebuild), because the map is copied only once.
 * Idempotent and order-tolerant: nothing heard twice or late moves a dossier backwards; a refused fact marks its dossier
 * refused. A word about no dossier (a sign-in, a lease) changes nothing; the same state comes back when none did.
 */
export function applyCityWords<S extends WithDossiers>(state: S, words: readonly CityWord[]): S {
  let dossiers: Map<DossierId, DossierState> | null = null;
  for (const word of words) {
    const moved = findMoved(dossiers ?? state.dossiers, word);
    if (moved === undefined) continue;
    dossiers ??= new Map(state.dossiers);
    dossiers.set(moved.dossierId, moved);
  }
  return dossiers === null ? state : { ...state, dossiers };
}

/** The city judged one fact. */
export const applyVerdict = <S extends WithDossiers>(state: S, verdict: VerdictWord): S =>
  applyCityWords(state, [verdict]);

/** The city says that it holds a dossier with every page. */
export const applyCityEvent = <S extends WithDossiers>(state: S, event: CityEventWord): S =>
  applyCityWords(state, [event]);
