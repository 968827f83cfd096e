import type { Sha256 } from '../../base/ids.ts';
import { NOTHING_HEARD } from './city-heard.ts';
import type { CityStanding, DossierState } from './dossier-state.ts';

const hasEveryPage = (dossier: DossierState, pages: readonly Sha256[]): boolean => {
  const held = new Set(pages);
  return dossier.content.papers.every((paper) => paper.pages.every((page) => held.has(page.sha256)));
};

/** Last fact that changed what the dossier holds. */
function contentSeq(dossier: DossierState): number {
  const step = dossier.history.findLast(
    ({ type }) => type === 'dossier-received' || type === 'dossier-corrected',
  );
  return step?.seq ?? dossier.lastSeq;
}

/**
 * What may be said of the city (promise 5): `waiting` as long as one fact of the dossier is unjudged, also when an
 * earlier state of it was complete; `complete` only with every page of the content as it is now.
 */
export function standingOf(dossier: DossierState): CityStanding {
  const { accepted, complete, refused } = dossier.cityHeard ?? NOTHING_HEARD;
  if (refused !== null) {
    const { at, reasonCode, reason } = refused;
    return { kind: 'refused', at, reasonCode, reason };
  }
  const judgedTo = Math.max(accepted?.seq ?? 0, complete?.seq ?? 0);
  if (judgedTo < dossier.lastSeq) return { kind: 'waiting' };
  if (complete !== null && (complete.seq >= contentSeq(dossier) || hasEveryPage(dossier, complete.pages))) {
    return { kind: 'complete', at: complete.at };
  }
  return accepted === null ? { kind: 'waiting' } : { kind: 'facts-accepted', at: accepted.at };
}
