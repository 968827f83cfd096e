import { canonicalJson } from '../../base/canonical-json.ts';
import type { Instant } from '../../base/dates.ts';
import { grownMap } from '../../base/grown-map.ts';
import type { DossierId, Sha256 } from '../../base/ids.ts';
import { type CityConflict, sameConflict } from './city-conflict.ts';
import { type CityHeard, type HeardConflict, type HeardVerdict, NOTHING_HEARD } from './city-heard.ts';
import { standingOf } from './city-standing.ts';
import type { DossierState } from './dossier-state.ts';

/** A verdict, as far as dossiers care (the contract's `Verdict` fits). Its signature has been checked by main. */
export type VerdictWord = {
  readonly seq: number;
  readonly outcome: 'accepted' | 'refused';
  readonly reasonCode: string;
  readonly reason: string;
  readonly at: Instant;
  /** Whose fact it judges, as the event itself says; null for one about no dossier. */
  readonly dossierId: DossierId | null;
};

/** What the city tells of its own accord (the contract's `CityEvent` fits); other types move no dossier. */
export type CityEventWord = {
  readonly cursor: number;
  readonly at: Instant;
  readonly what:
    | {
        readonly type: 'dossier-complete';
        readonly dossierId: DossierId;
        readonly seq: number;
        readonly pages: readonly Sha256[];
      }
    | CityConflict
    | { readonly type: 'pages-wanted' | 'reference-changed' | 'not-understood' };
};

export type CityWord = VerdictWord | CityEventWord;

type WithDossiers = { readonly dossiers: ReadonlyMap<DossierId, DossierState> };

/** Sorts two verdicts on one fact: the later moment of the city, and at the same moment its no. */
const weight = ({ at, refused }: HeardVerdict): string =>
  `${at} ${refused === null ? 'a' : `r ${refused.reasonCode} ${refused.reason}`}`;

function withVerdict(held: CityHeard, verdict: HeardVerdict): CityHeard {
  const before = held.verdicts.find(({ seq }) => seq === verdict.seq);
  if (before !== undefined && weight(before) >= weight(verdict)) return held;
  const others = held.verdicts.filter(({ seq }) => seq !== verdict.seq);
  return { ...held, verdicts: [...others, verdict].sort((a, b) => a.seq - b.seq) };
}

type Complete = NonNullable<CityHeard['complete']>;

/** The later seq wins; of two words about the same seq the earlier moment, so that order never shows. */
function withComplete(held: CityHeard, word: Complete): CityHeard {
  const before = held.complete;
  const newer = before === null || word.seq > before.seq || (word.seq === before.seq && word.at < before.at);
  return newer ? { ...held, complete: word } : held;
}

/** A city put back may have said two things under one cursor: the order is the same whichever was heard first. */
function byPlace(a: HeardConflict, b: HeardConflict): number {
  const [left, right] = [`${a.at} ${canonicalJson(a.what)}`, `${b.at} ${canonicalJson(b.what)}`];
  return a.cursor - b.cursor || (left < right ? -1 : 1);
}

function withConflict(held: CityHeard, word: HeardConflict): CityHeard {
  const before = held.conflicts.find(
    ({ cursor, what }) => cursor === word.cursor && sameConflict(what, word.what),
  );
  if (before !== undefined && before.at <= word.at) return held;
  const others = held.conflicts.filter((each) => each !== before);
  const conflicts = [...others, word].sort(byPlace);
  return { ...held, conflicts };
}

/** The dossier after hearing this; the very same object when it says nothing new. */
function hear(dossier: DossierState, change: (held: CityHeard) => CityHeard): DossierState {
  const held = dossier.cityHeard ?? NOTHING_HEARD;
  const cityHeard = change(held);
  if (cityHeard === held) return dossier;
  const heard = { ...dossier, cityHeard };
  return { ...heard, city: standingOf(heard) };
}

function hearVerdict(dossier: DossierState, word: VerdictWord): DossierState {
  const { seq, at, outcome, reasonCode, reason } = word;
  // A fact that moved no dossier (one received twice) stands in no history.
  if (!dossier.history.some((step) => step.seq === seq)) return dossier;
  const refused = outcome === 'refused' ? { reasonCode, reason } : null;
  return hear(dossier, (held) => withVerdict(held, { seq, at, refused }));
}

function hearEvent(dossier: DossierState, { cursor, at, what }: CityEventWord): DossierState {
  switch (what.type) {
    case 'dossier-complete':
      return hear(dossier, (held) => withComplete(held, { seq: what.seq, at, pages: what.pages }));
    case 'dossier-withdrawn':
    case 'dossier-changed':
    case 'dossier-elsewhere':
      return hear(dossier, (held) => withConflict(held, { cursor, at, what }));
    default:
      return dossier;
  }
}

/**
 * Words of the city, in the order heard; for many at once (a rebuild), because what changed is put in place once.
 * Idempotent and order-tolerant: nothing heard twice or late moves a dossier backwards; a refused fact marks its dossier
 * refused. A word about no dossier (a sign-in, a lease) changes nothing; the same state comes back when none did.
 */
export function applyCityWords<S extends WithDossiers>(state: S, words: readonly CityWord[]): S {
  const changed = new Map<DossierId, DossierState>();
  for (const word of words) {
    const about = 'what' in word ? word.what : word;
    const id = 'dossierId' in about ? about.dossierId : null;
    const before = id === null ? undefined : (changed.get(id) ?? state.dossiers.get(id));
    if (before === undefined) continue;
    const after = 'what' in word ? hearEvent(before, word) : hearVerdict(before, word);
    if (after !== before) changed.set(after.dossierId, after);
  }
  return changed.size === 0 ? state : { ...state, dossiers: grownMap(state.dossiers).withRows(changed) };
}
