import type { DossierState, DossierStatus } from '../dossier/dossier-state.ts';
import { openConflicts } from '../dossier/open-conflicts.ts';
import type { Officer, OfficerRole } from '../officer/officer.ts';

/** What can be done to a dossier that exists. */
export type DossierAction = 'submit' | 'approve' | 'return' | 'correct' | 'resend' | 'resolve';

/** What can be done at the desk without a dossier in hand. */
export type DeskAction = 'receive' | 'void-number' | 'collect-fee' | 'tell-code' | 'close-day';

/**
 * Complete by the compiler: a new role or status does not build until somebody has decided what it may.
 * `resend` (the city refused it) and `resolve` (the city says something else) apply only then: `neededFirst`.
 * After approval only a supervisor decides between desk and city, because it may undo what was signed. A withdrawn
 * dossier takes no step any more; only where the city refuses the very withdrawal is it sent again, and lives on.
 */
const byRoleAndStatus = {
  'reception-officer': {
    received: ['submit', 'resend', 'resolve'],
    submitted: ['resend', 'resolve'],
    approved: ['resend'],
    returned: ['correct', 'resend', 'resolve'],
    withdrawn: ['resend'],
  },
  'branch-supervisor': {
    received: ['resolve'],
    submitted: ['approve', 'return', 'resolve'],
    approved: ['resolve'],
    returned: ['resolve'],
    withdrawn: [],
  },
} as const satisfies Record<OfficerRole, Record<DossierStatus, readonly DossierAction[]>>;

const atDesk = {
  'reception-officer': ['receive', 'void-number', 'collect-fee', 'tell-code', 'close-day'],
  'branch-supervisor': ['void-number', 'close-day'],
} as const satisfies Record<OfficerRole, readonly DeskAction[]>;

/** By the table alone: role × status → actions. */
export const actionsInStatus = (role: OfficerRole, status: DossierStatus): readonly DossierAction[] =>
  byRoleAndStatus[role][status];

/** True when this role may do it in some status. */
export const isEverAllowed = (role: OfficerRole, action: DossierAction): boolean =>
  Object.values(byRoleAndStatus[role]).some((actions: readonly DossierAction[]) => actions.includes(action));

export const actionsAtDesk = (role: OfficerRole): readonly DeskAction[] => atDesk[role];

/** Four eyes: who received or last corrected a dossier never approves it, in whatever role. */
export const isOwnDossier = (dossier: DossierState, officer: Officer): boolean =>
  dossier.receivedBy === officer.officerId || dossier.correctedBy === officer.officerId;

/**
 * What the dossier is in need of first: a decision between desk and city, then a new sending of what was refused. Every
 * other step would be taken on something that may not stand; but a submission, which only puts it into the queue.
 */
export function neededFirst(dossier: DossierState): 'resolve' | 'resend' | null {
  if (openConflicts(dossier).length > 0) return 'resolve';
  return dossier.city.kind === 'refused' ? 'resend' : null;
}
