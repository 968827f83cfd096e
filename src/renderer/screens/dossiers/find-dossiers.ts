import type { Instant } from '../../../shared/base/dates.ts';
import { foldText } from '../../../shared/base/fold-text.ts';
import { hanoiDate } from '../../../shared/base/hanoi-time.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import type { DossierFilter } from '../../state/where-i-was.ts';

/** In the order of the row of filters. */
export const dossierFilters = [
  'all',
  'submitted',
  'returned',
  'approved',
  'unsent',
  'city-has',
  'city-refused',
  'due-today',
] as const satisfies readonly DossierFilter[];

export function passesFilter(dossier: DossierState, filter: DossierFilter, now: Instant): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'submitted':
    case 'returned':
    case 'approved':
      return dossier.status === filter;
    case 'unsent':
      return dossier.city.kind === 'waiting' || dossier.city.kind === 'facts-accepted';
    case 'city-has':
      return dossier.city.kind === 'complete';
    case 'city-refused':
      return dossier.city.kind === 'refused';
    case 'due-today':
      return dossier.dueAt !== null && hanoiDate(dossier.dueAt) === hanoiDate(now);
  }
}

/** Folded once a dossier: searching thousands must keep up with typing. */
const folded = new WeakMap<DossierState, string>();

function searchText(dossier: DossierState): string {
  const known = folded.get(dossier);
  if (known !== undefined) return known;
  const { applicant, delegation, procedure } = dossier.content;
  const text = ` ${foldText(
    [
      applicant.fullName,
      applicant.personalId,
      applicant.phone,
      delegation?.ownerName ?? '',
      delegation?.ownerId ?? '',
      dossier.code,
      dossier.provisionalCode ?? '',
      procedure.name,
      procedure.code,
    ].join(' '),
  )}`;
  folded.set(dossier, text);
  return text;
}

/**
 * Every word typed begins a word of name, code, procedure or telephone, accents or not ("huong" is not "thuong");
 * digits may stand anywhere, because one types the end of a code or an id.
 */
export function matchesQuery(dossier: DossierState, query: string): boolean {
  const text = searchText(dossier);
  return foldText(query)
    .split(' ')
    .every((word) => text.includes(/^\d/.test(word) ? word : ` ${word}`));
}
