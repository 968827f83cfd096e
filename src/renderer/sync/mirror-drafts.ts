import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { DeskStore } from '../ports/desk-store.ts';

/**
 * The store, with every draft also kept by main: Chromium may reopen the window's database empty, and drafts are in no
 * journal. The working copy answers first; main's copy is only for the day when the first is gone.
 */
export function mirrorDrafts(
  store: DeskStore,
  bridge: DeskBridge,
  onNotKept: (failure: Failure) => void,
  /** The working copy did not take it; whoever saves hears it too. */
  onNotSaved: () => void,
): DeskStore {
  return {
    ...store,
    saveDraft: async (draft) => {
      const [saved] = await Promise.allSettled([store.saveDraft(draft)]);
      // Also where the working copy does not take it: then main's is the only one.
      const kept = await bridge.call('draft:keep', { draft });
      if (saved.status === 'rejected') {
        onNotSaved();
        throw saved.reason;
      }
      if (!kept.ok) onNotKept(kept.failure);
    },
    deleteDraft: async (draftId) => {
      await store.deleteDraft(draftId);
      // One that stays behind is never given back as long as the working copy is whole.
      await bridge.call('draft:drop', { draftId });
    },
  };
}

/**
 * Gives main every draft of a whole working copy again. A kill between the two writes of `saveDraft` leaves main one page
 * behind; it would then put a file of the scan folder back whose pages the draft already has, and they would come twice.
 */
export async function mirrorAgain(
  bridge: DeskBridge,
  store: Pick<DeskStore, 'listDrafts'>,
  state: Pick<DeskState, 'commands'>,
): Promise<Result<unknown>> {
  for (const draft of await store.listDrafts()) {
    // its dossier is received: what is left of it is only to be thrown away
    if (state.commands.has(draft.draftId)) continue;
    const kept = await bridge.call('draft:keep', { draft });
    if (!kept.ok) return kept;
  }
  return ok({});
}
