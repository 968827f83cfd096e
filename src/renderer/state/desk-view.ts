import { create } from 'zustand';
import type { DossierId } from '../../shared/base/ids.ts';
import type { OutboxRow } from '../../shared/contracts/bridge/line-outbox.ts';
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
  /** What main says of each dossier that the city does not hold whole; `more` are not listed. */
  readonly outbox: { readonly rows: ReadonlyMap<DossierId, OutboxRow>; readonly more: number } | null;
  /** Found or mended at start and since; shown until dismissed. */
  readonly notices: readonly StartNotice[];
};

export const useDeskView = create<DeskView>(() => ({
  start: null,
  desk: null,
  reference: null,
  line: null,
  outbox: null,
  notices: [],
}));
