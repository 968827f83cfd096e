import { createStore, type StoreApi } from 'zustand';
import type { IntakeDraft } from '../../../../shared/domain/dossier/intake-draft.ts';
import { type ArrangementEdit, restoreArrangement } from './restore-arrangement.ts';

export type DraftEdit = (draft: IntakeDraft) => IntakeDraft;

export type DraftSession = {
  readonly draft: IntakeDraft;
  /** Edits of the pages' arrangement that can be undone, newest last. */
  readonly past: readonly ArrangementEdit[];
  /** When the draft was last kept, null before the first time. */
  readonly savedAt: Date | null;
  /** `undoable`: what changes where pages lie; typing has the field's own undo. */
  readonly apply: (edit: DraftEdit, how?: { readonly undoable: boolean }) => void;
  readonly undo: () => void;
  /** Keeps at once what is still waiting to be kept; done when it is durable, and what was on its way too. */
  readonly flush: () => Promise<void>;
  /** The draft has become a dossier, or was thrown away: it must not be kept again. */
  readonly close: () => void;
};

const SAVE_AFTER_MS = 400;
const UNDO_STEPS = 50;

/** One open draft in memory: edits are pure, every one is kept 400 ms later at the latest. */
export function createDraftSession(
  initial: IntakeDraft,
  save: (draft: IntakeDraft) => Promise<void>,
): StoreApi<DraftSession> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  /** Saves that are on their way. */
  const saving = new Set<Promise<void>>();

  return createStore<DraftSession>((set, get) => {
    const keep = async () => {
      clearTimeout(timer);
      timer = undefined;
      if (closed) return;
      const saved = save(get().draft);
      saving.add(saved);
      await saved.finally(() => saving.delete(saved));
      set({ savedAt: new Date() });
    };
    const change = (draft: IntakeDraft, past: readonly ArrangementEdit[]) => {
      if (closed || draft === get().draft) return;
      set({ draft, past });
      // Counted from the first change, so that steady typing is kept too.
      // Where it is not kept, whoever keeps drafts says so on the screen; the next change tries again.
      timer ??= setTimeout(
        () => void keep().catch((defect: unknown) => console.error(defect)),
        SAVE_AFTER_MS,
      );
    };
    return {
      draft: initial,
      past: [],
      savedAt: null,
      apply: (edit, how) => {
        const { draft, past } = get();
        const edited = edit(draft);
        if (edited === draft) return;
        change(edited, how?.undoable ? [...past, { before: draft, after: edited }].slice(-UNDO_STEPS) : past);
      },
      undo: () => {
        const { draft, past } = get();
        const edit = past.at(-1);
        if (edit !== undefined) change(restoreArrangement(draft, edit), past.slice(0, -1));
      },
      flush: async () => {
        if (timer !== undefined) await keep();
        // One that began a moment ago may not be durable yet.
        await Promise.all(saving);
      },
      close: () => {
        closed = true;
        clearTimeout(timer);
      },
    };
  });
}
