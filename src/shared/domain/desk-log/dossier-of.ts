import type { DossierId } from '../../base/ids.ts';
import type { Fact } from './fact.ts';

/** Whose fact it is; null for one about no dossier (a sign-in, a lease, a day closed). */
export const dossierOf = (fact: Fact): DossierId | null => ('dossierId' in fact ? fact.dossierId : null);
