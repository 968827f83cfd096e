import type { Instant } from '../../../shared/base/dates.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { unsentSince } from '../../ui/dossier/dossier-moments.ts';

/** Since when the oldest thing waits to be sent; null when nothing does. */
export function oldestUnsent(dossiers: readonly DossierState[]): Instant | null {
  let oldest: Instant | null = null;
  for (const dossier of dossiers) {
    const since = unsentSince(dossier);
    if (since !== null && (oldest === null || since < oldest)) oldest = since;
  }
  return oldest;
}
