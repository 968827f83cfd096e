import { CommandId, DossierId } from '../../shared/base/ids.ts';
import { fail, ok } from '../../shared/base/result.ts';
import { decide } from '../../shared/domain/desk-log/decide.ts';
import type { DecisionContext } from '../../shared/domain/desk-log/decision-context.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import { checkDraft } from '../../shared/domain/dossier/check-draft.ts';
import type { IntakeDraft } from '../../shared/domain/dossier/intake-draft.ts';
import { findProcedure } from '../../shared/domain/procedure/find-procedure.ts';
import type { DeskStore } from '../ports/desk-store.ts';
import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';
import { isEditedSince } from './first-version.ts';

type DossierActions = Pick<DeskActions, 'receiveDossier'>;

function checkAgainst(draft: IntakeDraft, state: DeskState, context: DecisionContext) {
  const { procedures } = context.reference;
  const procedure = draft.procedureCode === null ? undefined : findProcedure(procedures, draft.procedureCode);
  return checkDraft(draft, procedure ?? null, state, context);
}

/** What the main button orders: an intake, a correction of what was returned, or a new sending of what the city refused. */
function orderOf({ correctionOf }: IntakeDraft, state: DeskState) {
  if (correctionOf === null) return 'receive-dossier';
  const refused = state.dossiers.get(correctionOf)?.city.kind === 'refused';
  return refused ? 'resend-dossier' : 'correct-dossier';
}

/**
 * "Tiếp nhận và in", "Nộp lại để ký" for a correction, "Gửi lại" for what the city refused. The draft's id is both the
 * dossier's id and the command's: pressed twice, or again after a power cut, it makes its facts once. What was written
 * after a press whose reply was lost is no part of them: it stays as the draft of a correction, and is told.
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
        const { content, problems } = checkAgainst(draft, state, context);
        if (content === null) {
          return fail('draft-incomplete', 'officer-decides', { count: problems.length });
        }
        return decide(state, { type: orderOf(draft, state), commandId, dossierId, content }, context);
      });
      if (!committed.ok) return committed;
      const dossier = committed.value.dossiers.get(dossierId);
      if (dossier === undefined) return fail('dossier-unknown', 'call-support');
      const context = surroundings.context();
      const said = context === null ? null : checkAgainst(draft, committed.value, context).content;
      const earlier = isEditedSince(said, dossier);
      if (earlier) {
        await store.saveDraft({ ...draft, draftId: surroundings.newId(), correctionOf: dossierId });
      }
      // Only now: the dossier is durable in journal and working copy.
      // A draft that cannot be deleted only shows again; receiving it once more makes nothing twice.
      await store.deleteDraft(draft.draftId).catch(() => undefined);
      return ok({ dossierId, code: dossier.code, earlier });
    },
  };
}
