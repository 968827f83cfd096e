import type { DossierState, DossierStatus } from '../dossier/dossier-state.ts';
import type { Officer, OfficerRole } from '../officer/officer.ts';

/** What can be done to a dossier that exists. */
export type DossierAction = 'submit' | 'approve' | 'return' | 'correct';

/** What can be done at the desk without a dossier in hand. */
export type DeskAction = 'receive' | 'void-number';

/** Complete by the compiler: a new role or status does not build until somebody has decided what it may. */
const byRoleAndStatus = {
  'reception-officer': { received: ['submit'], submitted: [], approved: [], returned: ['correct'] },
  'branch-supervisor': { received: [], submitted: ['approve', 'return'], approved: [], returned: [] },
} as const satisfies Record<OfficerRole, Record<DossierStatus, readonly DossierAction[]>>;

const atDesk = {
  'reception-officer': ['receive', 'void-number'],
  'branch-supervisor': ['void-number'],
} as const satisfies Record<OfficerRole, readonly DeskAction[]>;

/** By the table alone: role × status → actions. */
export const actionsInStatus = (role: OfficerRole, status: DossierStatus): readonly DossierAction[] =>
  byRoleAndStatus[role][status];

export const actionsAtDesk = (role: OfficerRole): readonly DeskAction[] => atDesk[role];

/** Four eyes: who received or last corrected a dossier never approves it, in whatever role. */
export const isOwnDossier = (dossier: DossierState, officer: Officer): boolean =>
  dossier.receivedBy === officer.officerId || dossier.correctedBy === officer.officerId;

/** What this officer may do to this dossier now: the table, less what four eyes forbid. For buttons and for `decide`. */
export function allowedActions(officer: Officer, dossier: DossierState): readonly DossierAction[] {
  const actions = actionsInStatus(officer.role, dossier.status);
  return isOwnDossier(dossier, officer) ? actions.filter((action) => action !== 'approve') : actions;
}
