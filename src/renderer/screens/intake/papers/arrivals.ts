import { create } from 'zustand';
import type { Failure } from '../../../../shared/base/result.ts';

/** One file or scan that did not come in, until it is dismissed. */
export type ArrivalFault = { readonly id: string; readonly subject: string; readonly failure: Failure };

/** What is coming in for one draft right now. */
export type Arrivals = {
  readonly importing: { readonly name: string; readonly n: number; readonly total: number } | null;
  readonly scanning: { readonly scanId: string; readonly count: number } | null;
  readonly faults: readonly ArrivalFault[];
  /** The page that the next picture takes the place of, because it must be scanned again. */
  readonly replacing: string | null;
};

const NONE: Arrivals = { importing: null, scanning: null, faults: [], replacing: null };

/** Kept outside the screen: a scan goes on, and its faults are still told, when the officer looks elsewhere. */
const useStore = create<{ readonly byDraft: Readonly<Record<string, Arrivals>> }>(() => ({ byDraft: {} }));

export const arrivalsOf = (draftId: string): Arrivals => useStore.getState().byDraft[draftId] ?? NONE;

export const useArrivals = (draftId: string): Arrivals => useStore((state) => state.byDraft[draftId] ?? NONE);

export function changeArrivals(draftId: string, change: (arrivals: Arrivals) => Partial<Arrivals>): void {
  useStore.setState(({ byDraft }) => {
    const now = byDraft[draftId] ?? NONE;
    return { byDraft: { ...byDraft, [draftId]: { ...now, ...change(now) } } };
  });
}

export function addFault(draftId: string, fault: ArrivalFault): void {
  changeArrivals(draftId, ({ faults }) => ({ faults: [...faults, fault] }));
}

export function dismissFault(draftId: string, id: string): void {
  changeArrivals(draftId, ({ faults }) => ({ faults: faults.filter((fault) => fault.id !== id) }));
}
