import { findDifferences } from './changeable-fields.ts';
import { type CityConflict, sameConflict } from './city-conflict.ts';
import type { HeardConflict } from './city-heard.ts';
import type { DossierState, ResolvedConflict } from './dossier-state.ts';

/** The same word; of another dossier elsewhere it is also the same when it is told again. */
const isAbout = (resolved: ResolvedConflict, cursor: number, what: CityConflict): boolean =>
  (resolved.cursor === cursor || what.type === 'dossier-elsewhere') && sameConflict(resolved.what, what);

/**
 * What the city said that still waits for an officer's decision, in the city's order. A change whose values the dossier
 * has already asks nothing; a withdrawn dossier has nothing left to decide.
 */
export function openConflicts(dossier: DossierState): readonly HeardConflict[] {
  const heard = dossier.cityHeard?.conflicts ?? [];
  if (heard.length === 0 || dossier.status === 'withdrawn') return [];
  const resolved = dossier.resolved ?? [];
  return heard.filter(
    ({ cursor, what }) =>
      !resolved.some((each) => isAbout(each, cursor, what)) &&
      (what.type !== 'dossier-changed' || findDifferences(dossier.content, what.changes).length > 0),
  );
}
