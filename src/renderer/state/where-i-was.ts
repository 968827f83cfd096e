import { create } from 'zustand';
import type { DossierId } from '../../shared/base/ids.ts';

/** The plain states one can ask the list for. */
export type DossierFilter =
  | 'all'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'unsent'
  | 'city-has'
  | 'city-refused'
  | 'due-today';

type WhereIWas = {
  readonly list: { readonly filter: DossierFilter; readonly query: string; readonly here: string | null };
  /** Dossier on the supervisor's desk. */
  readonly signOff: DossierId | null;
};

/** Lists as they were left: coming back from a dossier finds the same search and the same row. */
export const useWhereIWas = create<WhereIWas>(() => ({
  list: { filter: 'all', query: '', here: null },
  signOff: null,
}));

export const keepList = (change: Partial<WhereIWas['list']>): void =>
  useWhereIWas.setState((was) => ({ list: { ...was.list, ...change } }));

export const keepSignOff = (signOff: DossierId | null): void => useWhereIWas.setState({ signOff });
