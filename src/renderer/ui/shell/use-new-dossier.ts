import { useCallback } from 'react';
import type { IntakeDraft } from '../../../shared/domain/dossier/intake-draft.ts';
import type { ProcedureCode } from '../../../shared/domain/procedure/procedure.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { useStored } from '../../state/use-stored.ts';

/** Nothing typed, chosen or scanned yet: pressing F2 again must not pile up empty dossiers. */
export function isUntouched(draft: IntakeDraft): boolean {
  return (
    draft.procedureCode === null &&
    draft.correctionOf === null &&
    draft.applicant.fullName === '' &&
    draft.applicant.personalId === '' &&
    draft.loosePages.length === 0
  );
}

/** Opens the intake screen on a new dossier (the untouched one, when there is one). */
export function useNewDossier(): (procedureCode?: ProcedureCode) => Promise<void> {
  const { startDraft } = useActions();
  const goTo = useScreenState((state) => state.goTo);
  const drafts = useStored().useDrafts();
  return useCallback(
    async (procedureCode) => {
      const untouched = procedureCode === undefined ? drafts?.find(isUntouched) : undefined;
      const askedFrom = useScreenState.getState().place;
      const draft = untouched ?? (await startDraft(procedureCode));
      // The officer may have gone elsewhere meanwhile: a late draft does not pull the screen back.
      if (useScreenState.getState().place === askedFrom) goTo({ name: 'intake', draftId: draft.draftId });
    },
    [startDraft, goTo, drafts],
  );
}
