import { findRefusal } from './city-standing.ts';
import type { DossierState } from './dossier-state.ts';

/**
 * Another procedure is another dossier (code and due date are printed), but for one case: the city refused this one
 * because it does not know its procedure, so that there is no other way to send it under its number.
 */
export const procedureIsFixed = (dossier: DossierState): boolean =>
  findRefusal(dossier)?.refused.reasonCode !== 'procedure-unknown';
