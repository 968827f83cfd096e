import { createContext, useContext, useMemo } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { IntakeDraft } from '../../../../shared/domain/dossier/intake-draft.ts';
import { beforeClosing } from '../../../state/before-closing.ts';
import type { Arrangement } from './draft-edits.ts';
import { createDraftSession, type DraftSession } from './draft-session.ts';

/** Drafts opened since the window opened: a scan goes on filling its draft while the officer looks at another. */
const open = new Map<string, StoreApi<DraftSession>>();

beforeClosing(() => Promise.all([...open.values()].map((session) => session.getState().flush())));

export const findSession = (draftId: string): StoreApi<DraftSession> | undefined => open.get(draftId);

export function openSession(
  draft: IntakeDraft,
  save: (draft: IntakeDraft) => Promise<void>,
): StoreApi<DraftSession> {
  const session = open.get(draft.draftId) ?? createDraftSession(draft, save);
  open.set(draft.draftId, session);
  return session;
}

export function endSession(draftId: string): void {
  open.get(draftId)?.getState().close();
  open.delete(draftId);
}

export const DraftSessionContext = createContext<StoreApi<DraftSession> | null>(null);

/** The open draft itself, for what reads it only when a button is pressed. */
export function useSession(): StoreApi<DraftSession> {
  const session = useContext(DraftSessionContext);
  if (session === null) throw new Error('no draft around this part of the intake screen');
  return session;
}

export function useDraft<T>(select: (session: DraftSession) => T): T {
  return useStore(useSession(), select);
}

/** Only where pages lie: what shows pages need not hear every letter that is typed elsewhere. */
export function useArrangement(): Arrangement {
  const papers = useDraft((session) => session.draft.papers);
  const loosePages = useDraft((session) => session.draft.loosePages);
  return useMemo(() => ({ papers, loosePages }), [papers, loosePages]);
}

/** The draft and the one way to change it. */
export function useDraftEdit() {
  const draft = useDraft((session) => session.draft);
  const apply = useDraft((session) => session.apply);
  return { draft, apply };
}
