import { useMemo } from 'react';
import { Instant } from '../../../../shared/base/dates.ts';
import { checkDraft, type DraftCheck } from '../../../../shared/domain/dossier/check-draft.ts';
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
  const draft = useDraft((session) => session.draft);
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
