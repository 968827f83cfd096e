import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { DeskStore } from '../ports/desk-store.ts';

/**
 * Gives back the drafts that main kept and a lost working copy no longer has. One that became a dossier, or whose
 * correction was carried out (its id is the command's), is over and its copy is dropped. Only when all are in does the
 * copy note it: the power may go between the events' coming back and the last draft's, and the next start finds a copy
 * that is whole by its events.
 */
export async function restoreDrafts(
  bridge: DeskBridge,
  store: DeskStore,
  state: DeskState,
): Promise<readonly StartNotice[]> {
  const kept = await bridge.call('draft:list', {});
  if (!kept.ok) return [{ code: kept.failure.code, severity: 'look', facts: { ...kept.failure.facts } }];
  let count = 0;
  for (const draft of kept.value.drafts) {
    if (state.commands.has(draft.draftId)) {
      await bridge.call('draft:drop', { draftId: draft.draftId });
      continue;
    }
    if ((await store.findDraft(draft.draftId)) !== undefined) continue;
    await store.saveDraft(draft);
    count += 1;
  }
  // A copy without events is told from a lost one by having no mark at all.
  if (state.head.seq > 0) await store.noteDraftsOfMain();
  return count === 0 ? [] : [{ code: 'drafts-restored', severity: 'told', facts: { count } }];
}
