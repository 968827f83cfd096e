import type { Failure } from '../../shared/base/result.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { DeskStore } from '../ports/desk-store.ts';

/**
 * The store, with every draft also kept by main: Chromium may reopen the window's database empty, and drafts are in no
 * journal. The working copy answers first; main's copy is only for the day when the first is gone.
 */
export function mirrorDrafts(
  store: DeskStore,
  bridge: DeskBridge,
  onNotKept: (failure: Failure) => void,
): DeskStore {
  return {
    ...store,
    saveDraft: async (draft) => {
      await store.saveDraft(draft);
      const kept = await bridge.call('draft:keep', { draft });
      if (!kept.ok) onNotKept(kept.failure);
    },
    deleteDraft: async (draftId) => {
      await store.deleteDraft(draftId);
      // One that stays behind is never given back as long as the working copy is whole.
      await bridge.call('draft:drop', { draftId });
    },
  };
}
