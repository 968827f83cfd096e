import type { Sha256 } from '../../base/ids.ts';
import { type HeardVerdict, NOTHING_HEARD } from './city-heard.ts';
import type { CityStanding, DossierState, DossierStep } from './dossier-state.ts';

const hasEveryPage = (dossier: DossierState, pages: readonly Sha256[]): boolean => {
  const held = new Set(pages);
  return dossier.content.papers.every((paper) => paper.pages.every((page) => held.has(page.sha256)));
};

/** A sending that carries the dossier whole: what the city refused before it is put right by it. */
const isWhole = ({ type }: DossierStep): boolean => type === 'dossier-received' || type === 'dossier-resent';

/** Last fact that changed what the dossier holds. */
function contentSeq(dossier: DossierState): number {
  const step = dossier.history.findLast((each) => isWhole(each) || each.type === 'dossier-corrected');
  return step?.seq ?? dossier.lastSeq;
}

export type Refusal = HeardVerdict & { readonly refused: NonNullable<HeardVerdict['refused']> };
const isRefusal = (verdict: HeardVerdict): verdict is Refusal => verdict.refused !== null;

/**
 * The refusal of each sending of the dossier, oldest first. One a sending: after a refused reception its receipt, slip
 * and submission are refused too (`dossier-unknown`), and that is one trouble, not four.
 */
export function findRefusals(dossier: DossierState): readonly Refusal[] {
  const refused = (dossier.cityHeard ?? NOTHING_HEARD).verdicts.filter(isRefusal);
  if (refused.length === 0) return [];
  const sendings = dossier.history.filter(isWhole).map(({ seq }) => seq);
  return sendings.flatMap((from, index) => {
    const before = sendings[index + 1] ?? Number.POSITIVE_INFINITY;
    return refused.find(({ seq }) => seq >= from && seq < before) ?? [];
  });
}

/** The refusal that stands: of the last sending; null when a later one is on its way or was taken. */
export function findRefusal(dossier: DossierState): Refusal | null {
  const last = findRefusals(dossier).at(-1);
  const sent = dossier.history.findLast(isWhole)?.seq ?? 0;
  return last === undefined || last.seq < sent ? null : last;
}

/**
 * What may be said of the city (promise 5): `waiting` as long as one fact of the dossier is unjudged, also when an
 * earlier state of it was complete; `complete` only with every page of the content as it is now.
 */
export function standingOf(dossier: DossierState): CityStanding {
  const { verdicts, complete } = dossier.cityHeard ?? NOTHING_HEARD;
  const refusal = findRefusal(dossier);
  if (refusal !== null) return { kind: 'refused', at: refusal.at, ...refusal.refused };
  const newest = verdicts.at(-1);
  const judgedTo = Math.max(newest?.seq ?? 0, complete?.seq ?? 0);
  if (judgedTo < dossier.lastSeq) return { kind: 'waiting' };
  if (complete !== null && (complete.seq >= contentSeq(dossier) || hasEveryPage(dossier, complete.pages))) {
    return { kind: 'complete', at: complete.at };
  }
  return newest === undefined ? { kind: 'waiting' } : { kind: 'facts-accepted', at: newest.at };
}
