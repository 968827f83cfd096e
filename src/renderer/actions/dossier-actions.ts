import { CommandId, DossierId } from '../../shared/base/ids.ts';
import { fail, ok } from '../../shared/base/result.ts';
import { decide } from '../../shared/domain/desk-log/decide.ts';
import { checkDraft } from '../../shared/domain/dossier/check-draft.ts';
import { findProcedure } from '../../shared/domain/procedure/find-procedure.ts';
import type { DeskStore } from '../ports/desk-store.ts';
import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';

type DossierActions = Pick<DeskActions, 'receiveDossier'>;

/**
 * "Tiếp nhận và in", and "Nộp lại để ký" for a correction. The draft's id is both the dossier's id and the command's:
 * pressed twice, or again after a power cut, it makes its facts once.
 */
export function createDossierActions(
  commit: Commit,
  store: DeskStore,
  surroundings: DecisionSurroundings,
): DossierActions {
  return {
    receiveDossier: async (draft) => {
      const commandId = CommandId.parse(draft.draftId);
      const dossierId = draft.correctionOf ?? DossierId.parse(draft.draftId);
      const committed = await commit(commandId, (state) => {
        const context = surroundings.context();
        if (context === null) return fail('reference-missing', 'retry-later');
        if (state.commands.has(commandId)) return ok([]);
        const procedure =
          draft.procedureCode === null
            ? undefined
            : findProcedure(context.reference.procedures, draft.procedureCode);
        const { content, problems } = checkDraft(draft, procedure ?? null, state, context);
        if (content === null) {
          return fail('draft-incomplete', 'officer-decides', { count: problems.length });
        }
        const type = draft.correctionOf === null ? 'receive-dossier' : 'correct-dossier';
        return decide(state, { type, commandId, dossierId, content }, context);
      });
      if (!committed.ok) return committed;
      const dossier = committed.value.dossiers.get(dossierId);
      if (dossier === undefined) return fail('dossier-unknown', 'call-support');
      // Only now: the dossier is durable in journal and working copy.
      // A draft that cannot be deleted only shows again; receiving it once more makes nothing twice.
      await store.deleteDraft(draft.draftId).catch(() => undefined);
      return ok({ dossierId, code: dossier.code });
    },
  };
}
