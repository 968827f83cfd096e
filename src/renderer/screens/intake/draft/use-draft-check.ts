import { useDeferredValue, useMemo } from 'react';
import { Instant } from '../../../../shared/base/dates.ts';
import { checkDraft, type DraftCheck } from '../../../../shared/domain/dossier/check-draft.ts';
import type { DraftProblem } from '../../../../shared/domain/dossier/intake-draft.ts';
import { findProcedure } from '../../../../shared/domain/procedure/find-procedure.ts';
import type { Procedure } from '../../../../shared/domain/procedure/procedure.ts';
import { useDeskView } from '../../../state/desk-view.ts';
import { useNow } from '../../../ui/shell/use-now.ts';
import { useDraft } from './open-sessions.ts';

export function useDraftProcedure(): Procedure | null {
  const code = useDraft((session) => session.draft.procedureCode);
  const procedures = useDeskView((view) => view.reference?.procedures);
  return code === null ? null : (findProcedure(procedures ?? [], code) ?? null);
}

/** What stands in the way and what receiving would give; judged anew on every change and every 15 seconds. */
export function useDraftCheck(): DraftCheck | null {
  // A key press paints first; what is missing follows in the same breath.
  const draft = useDeferredValue(useDraft((session) => session.draft));
  const procedure = useDraftProcedure();
  const desk = useDeskView((view) => view.desk);
  const reference = useDeskView((view) => view.reference);
  const now = useNow(15_000);
  return useMemo(() => {
    if (desk === null || reference === null) return null;
    const at = Instant.parse(now.toISOString());
    return checkDraft(draft, procedure, desk, { now: at, calendar: reference.calendar, reference });
  }, [draft, procedure, desk, reference, now]);
}

/** The problems of one place; the same list as before while nothing changed in it, so that nothing is drawn anew. */
export function useProblems(place: DraftProblem['place']): readonly DraftProblem[] {
  const problems = useDraftCheck()?.problems.filter((problem) => problem.place === place) ?? [];
  const written = JSON.stringify(problems);
  return useMemo(() => JSON.parse(written) as readonly DraftProblem[], [written]);
}
