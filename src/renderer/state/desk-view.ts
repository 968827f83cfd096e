import { create } from 'zustand';
import type { LineStatus } from '../../shared/contracts/bridge/line-status.ts';
import type { ReferenceView } from '../../shared/contracts/bridge/reference-view.ts';
import type { StartNotice, StartReport } from '../../shared/contracts/bridge/start-report.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';

/**
 * What the screens read. Filled only by `main.tsx`'s wiring after the store has it durably;
 * screens never write here.
 */
export type DeskView = {
  readonly start: StartReport | null;
  readonly desk: DeskState | null;
  readonly reference: ReferenceView | null;
  readonly line: LineStatus | null;
  /** Found or mended at start and since; shown until dismissed. */
  readonly notices: readonly StartNotice[];
};

export const useDeskView = create<DeskView>(() => ({
  start: null,
  desk: null,
  reference: null,
  line: null,
  notices: [],
}));
