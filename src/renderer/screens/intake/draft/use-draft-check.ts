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

/**
 * What `select` takes of what stands in the way and what receiving would give (null while nothing was judged), as plain
 * data. The draft is judged at every key: nothing is drawn anew while this stays the same.
 */
export function useOfCheck<T>(select: (check: DraftCheck | null) => T): T {
  const written = useStore(useKeptCheck(), ({ check }) => JSON.stringify(select(check)));
  // What was written the line above.
  return useMemo(() => JSON.parse(written) as T, [written]);
}

/** The problems of one place. */
export const useProblems = (place: DraftProblem['place']): readonly DraftProblem[] =>
  useOfCheck((check) => check?.problems.filter((problem) => problem.place === place) ?? []);
