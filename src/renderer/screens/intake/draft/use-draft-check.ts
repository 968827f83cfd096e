import { createContext, useContext, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import { Instant } from '../../../../shared/base/dates.ts';
import { checkDraft, type DraftCheck } from '../../../../shared/domain/dossier/check-draft.ts';
import type { DraftProblem } from '../../../../shared/domain/dossier/intake-draft.ts';
import { findProcedure } from '../../../../shared/domain/procedure/find-procedure.ts';
import type { Procedure } from '../../../../shared/domain/procedure/procedure.ts';
import { useDeskView } from '../../../state/desk-view.ts';
import { useNow } from '../../../ui/shell/use-now.ts';
import { useDraft } from './open-sessions.ts';

type CheckStore = StoreApi<{ readonly check: DraftCheck | null }>;
export const DraftCheckContext = createContext<CheckStore | null>(null);

export const useCheckStore = (): CheckStore =>
  useState(() => createStore<{ readonly check: DraftCheck | null }>(() => ({ check: null })))[0];

function useKeptCheck(): CheckStore {
  const store = useContext(DraftCheckContext);
  if (store === null) throw new Error('no draft check around this part of the intake screen');
  return store;
}

export function useDraftProcedure(): Procedure | null {
  const code = useDraft((session) => session.draft.procedureCode);
  const procedures = useDeskView((view) => view.reference?.procedures);
  return code === null ? null : (findProcedure(procedures ?? [], code) ?? null);
}

/**
 * Judges the draft on every change and every 15 seconds, apart from what is typed into: a key press paints first,
 * what is missing follows in the same breath. Draws nothing.
 */
export function DraftChecker(): null {
  const store = useKeptCheck();
  const draft = useDeferredValue(useDraft((session) => session.draft));
  const procedure = useDraftProcedure();
  const desk = useDeskView((view) => view.desk);
  const reference = useDeskView((view) => view.reference);
  const now = useNow(15_000);
  const check = useMemo(() => {
    if (desk === null || reference === null) return null;
    const at = Instant.parse(now.toISOString());
    return checkDraft(draft, procedure, desk, { now: at, calendar: reference.calendar, reference });
  }, [draft, procedure, desk, reference, now]);
  useEffect(() => store.setState({ check }), [store, check]);
  return null;
}

/** What stands in the way and what receiving would give. */
export const useDraftCheck = (): DraftCheck | null => useStore(useKeptCheck(), ({ check }) => check);

/** The problems of one place; nothing is drawn anew while they stay the same. */
export function useProblems(place: DraftProblem['place']): readonly DraftProblem[] {
  const written = useStore(useKeptCheck(), ({ check }) =>
    JSON.stringify(check?.problems.filter((problem) => problem.place === place) ?? []),
  );
  return useMemo(() => JSON.parse(written) as readonly DraftProblem[], [written]);
}
