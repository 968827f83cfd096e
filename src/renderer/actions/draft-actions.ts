import { draftForProcedure } from '../../shared/domain/dossier/draft-for-procedure.ts';
import type { IntakeDraft } from '../../shared/domain/dossier/intake-draft.ts';
import { draftFromDossier, newDraft } from '../../shared/domain/dossier/new-draft.ts';
import { findProcedure } from '../../shared/domain/procedure/find-procedure.ts';
import type { DeskStore } from '../ports/desk-store.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';

type DraftActions = Pick<
  DeskActions,
  'startDraft' | 'saveDraft' | 'discardDraft' | 'findDraft' | 'draftCorrection'
>;

/** Drafts lie in the working copy, beside the log; each belongs to the officer who began it. */
export function createDraftActions(store: DeskStore, surroundings: DecisionSurroundings): DraftActions {
  async function birth() {
    const state = await store.loadState();
    const context = surroundings.context();
    if (state.signedIn === null || context === null)
      throw new Error('a draft needs an officer and reference data');
    return {
      draftId: surroundings.newId(),
      officerId: state.signedIn.officerId,
      now: context.now,
      state,
      context,
    };
  }

  return {
    startDraft: async (procedureCode) => {
      const { context, state: _state, ...born } = await birth();
      const empty = newDraft(born);
      const procedure =
        procedureCode === undefined ? undefined : findProcedure(context.reference.procedures, procedureCode);
      const draft: IntakeDraft =
        procedure === undefined ? empty : draftForProcedure(empty, procedure, surroundings.newId);
      await store.saveDraft(draft);
      return draft;
    },
    saveDraft: store.saveDraft,
    discardDraft: store.deleteDraft,
    findDraft: store.findDraft,
    draftCorrection: async (dossierId) => {
      const open = (await store.listDrafts()).find((draft) => draft.correctionOf === dossierId);
      if (open !== undefined) return open;
      const { state, context: _context, ...born } = await birth();
      const dossier = state.dossiers.get(dossierId);
      if (dossier === undefined) throw new Error(`no dossier ${dossierId} to correct`);
      const draft = draftFromDossier(dossier, born);
      await store.saveDraft(draft);
      return draft;
    },
  };
}
