import { canonicalJson } from '../../base/canonical-json.ts';
import type { Instant } from '../../base/dates.ts';
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
 * Whose facts the verdicts are about. One pass over the dossiers for a whole run of words: looking each up by itself
 * took 25 s for the 80,000 verdicts of 20,000 dossiers, this takes 1 s.
 */
function dossiersBySeq(
  dossiers: ReadonlyMap<DossierId, DossierState>,
  words: readonly CityWord[],
): ReadonlyMap<number, DossierId> {
  const wanted = new Set<number>();
  for (const word of words) if (!('what' in word)) wanted.add(word.seq);
  const found = new Map<number, DossierId>();
  if (wanted.size === 0) return found;
  let [lowest, highest] = [Number.POSITIVE_INFINITY, 0];
  for (const seq of wanted) {
    if (seq < lowest) lowest = seq;
    if (seq > highest) highest = seq;
  }
  for (const dossier of dossiers.values()) {
    const birth = dossier.history[0]?.seq ?? Number.POSITIVE_INFINITY;
    if (birth > highest || dossier.lastSeq < lowest) continue;
    for (const { seq } of dossier.history) if (wanted.has(seq)) found.set(seq, dossier.dossierId);
  }
  return found;
}

/**
 * Words of the city, in the order heard; for many at once (a rebuild), because the map is copied only once.
 * Idempotent and order-tolerant: nothing heard twice or late moves a dossier backwards; a refused fact marks its dossier
 * refused. A word about no dossier (a sign-in, a lease) changes nothing; the same state comes back when none did.
 */
export function applyCityWords<S extends WithDossiers>(state: S, words: readonly CityWord[]): S {
  const bySeq = dossiersBySeq(state.dossiers, words);
  let dossiers: Map<DossierId, DossierState> | null = null;
  for (const word of words) {
    const id = 'what' in word ? ('dossierId' in word.what ? word.what.dossierId : null) : bySeq.get(word.seq);
    const before = id == null ? undefined : (dossiers ?? state.dossiers).get(id);
    if (before === undefined) continue;
    const after = 'what' in word ? hearEvent(before, word) : hearVerdict(before, word);
    if (after === before) continue;
    dossiers ??= new Map(state.dossiers);
    dossiers.set(after.dossierId, after);
  }
  return dossiers === null ? state : { ...state, dossiers };
}

/** The city judged one fact. */
export const applyVerdict = <S extends WithDossiers>(state: S, verdict: VerdictWord): S =>
  applyCityWords(state, [verdict]);

/** The city says that it holds a dossier with every page, or asks for a decision. */
export const applyCityEvent = <S extends WithDossiers>(state: S, event: CityEventWord): S =>
  applyCityWords(state, [event]);
