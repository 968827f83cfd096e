import type { Instant } from '../../../shared/base/dates.ts';
import type { DossierId } from '../../../shared/base/ids.ts';
import type { CityConflict } from '../../../shared/domain/dossier/city-conflict.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import type { IntakeDraft } from '../../../shared/domain/dossier/intake-draft.ts';
import { openConflicts } from '../../../shared/domain/dossier/open-conflicts.ts';
import { owesFee } from '../../../shared/domain/dossier/owes-fee.ts';
import type { Officer } from '../../../shared/domain/officer/officer.ts';
import { isOwnDossier } from '../../../shared/domain/sign-off/action-table.ts';
import { checkAction } from '../../../shared/domain/sign-off/check-action.ts';
import { submittedAt } from '../../ui/dossier/dossier-moments.ts';
import { isUntouched } from '../../ui/shell/use-new-dossier.ts';

/** What somebody has to do next, and since when it lies there. */
export type NextStep =
  | { readonly kind: 'returned' | 'awaited'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reasonCode: string; readonly reason: string }
  | { readonly kind: 'draft' | 'waiting' | 'sign'; readonly since: Instant }
  | { readonly kind: 'correction' | 'other-signs' | 'tell-code' | 'collect-fee' }
  | { readonly kind: 'conflict'; readonly what: CityConflict };

export type WorkItem = {
  readonly key: string;
  readonly name: string;
  readonly dossier: DossierState | null;
  readonly draft: IntakeDraft | null;
  readonly next: NextStep;
  readonly dueAt: Instant | null;
};

/** Smaller is more urgent: somebody stands still until it is done. */
const URGENCY: Readonly<Record<NextStep['kind'], number>> = {
  conflict: 0,
  sign: 0,
  returned: 1,
  correction: 1,
  refused: 2,
  'tell-code': 2,
  'collect-fee': 3,
  draft: 3,
  'other-signs': 4,
  waiting: 4,
  awaited: 5,
};

function madeGood(dossier: DossierState): NextStep | null {
  if (dossier.provisionalCode !== undefined && dossier.codeTold !== true) return { kind: 'tell-code' };
  return owesFee(dossier) ? { kind: 'collect-fee' } : null;
}

function nextStep(dossier: DossierState, officer: Officer): NextStep | null {
  const supervisor = officer.role === 'branch-supervisor';
  // Whoever sits here now makes good what ran out: the citizen comes to the desk, not to the officer.
  const owed = supervisor || dossier.status === 'withdrawn' ? null : madeGood(dossier);
  if (!supervisor && !isOwnDossier(dossier, officer)) return owed;
  const [conflict] = openConflicts(dossier);
  if (conflict !== undefined) {
    return checkAction(officer, dossier, 'resolve').ok ? { kind: 'conflict', what: conflict.what } : null;
  }
  // Nothing else can be done with it before it has been sent again.
  if (dossier.city.kind === 'refused') return dossier.city;
  switch (dossier.status) {
    case 'submitted':
      if (owed !== null) return owed;
      if (!supervisor) return { kind: 'waiting', since: submittedAt(dossier) };
      return isOwnDossier(dossier, officer)
        ? { kind: 'other-signs' }
        : { kind: 'sign', since: submittedAt(dossier) };
    case 'returned':
      return { kind: supervisor ? 'awaited' : 'returned', reason: dossier.returnReason ?? '' };
    case 'received':
    case 'approved':
    case 'withdrawn':
      return owed;
  }
}

function byUrgency(a: WorkItem, b: WorkItem): number {
  const urgency = URGENCY[a.next.kind] - URGENCY[b.next.kind];
  if (urgency !== 0) return urgency;
  // The queue of the supervisor runs by who has waited longest; everything else by its due date.
  const [since, other] = [sinceOf(a), sinceOf(b)];
  if (since !== null && other !== null && a.next.kind !== 'waiting') return since.localeCompare(other);
  return (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.key.localeCompare(b.key);
}

const sinceOf = ({ next }: WorkItem): Instant | null => ('since' in next ? next.since : null);

/**
 * What this officer has left to do: a returned dossier shows once, as its correction, when that has been begun.
 * Drafts belong to who began them; a supervisor sees what waits for a signature first.
 */
export function myWork(
  dossiers: Iterable<DossierState>,
  drafts: readonly IntakeDraft[],
  officer: Officer,
): readonly WorkItem[] {
  const mine = drafts.filter((draft) => draft.officerId === officer.officerId && !isUntouched(draft));
  const correcting = new Map<DossierId, IntakeDraft>();
  for (const draft of mine) if (draft.correctionOf !== null) correcting.set(draft.correctionOf, draft);

  const items: WorkItem[] = [];
  for (const dossier of dossiers) {
    const next = nextStep(dossier, officer);
    if (next === null) continue;
    const draft = correcting.get(dossier.dossierId) ?? null;
    items.push({
      key: dossier.dossierId,
      name: dossier.content.applicant.fullName,
      dossier,
      draft,
      next:
        draft !== null && (next.kind === 'returned' || next.kind === 'refused')
          ? { kind: 'correction' }
          : next,
      dueAt: dossier.dueAt,
    });
  }
  for (const draft of mine) {
    if (draft.correctionOf !== null) continue;
    items.push({
      key: draft.draftId,
      name: draft.applicant.fullName.trim(),
      dossier: null,
      draft,
      next: { kind: 'draft', since: draft.updatedAt },
      dueAt: null,
    });
  }
  return items.sort(byUrgency);
}
