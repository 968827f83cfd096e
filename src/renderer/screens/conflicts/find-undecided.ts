import type { HeardConflict } from '../../../shared/domain/dossier/city-heard.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { openConflicts } from '../../../shared/domain/dossier/open-conflicts.ts';

export type Undecided = {
  readonly key: string;
  readonly dossier: DossierState;
  readonly conflict: HeardConflict;
};

export const keyOf = ({ dossierId }: DossierState, { cursor }: HeardConflict): string =>
  `${dossierId} ${cursor}`;

/** Everything that waits for a decision at this desk, the oldest word of the city first. */
export const findUndecided = (dossiers: Iterable<DossierState>): readonly Undecided[] =>
  [...dossiers]
    .flatMap((dossier) =>
      openConflicts(dossier).map((conflict) => ({ key: keyOf(dossier, conflict), dossier, conflict })),
    )
    .sort((a, b) => a.conflict.at.localeCompare(b.conflict.at) || a.conflict.cursor - b.conflict.cursor);
