import { create } from 'zustand';
import type { ScanPlace } from '../../../../../shared/contracts/bridge/scanning.ts';
import type { PagePlace } from '../../draft/draft-edits.ts';
import type { ScanSettings } from './scan-settings.ts';

/** A stack that a fault ended: how it was scanned, which paper its pages go to, and the sheet at which it goes on. */
export type StoppedScan = {
  readonly settings: ScanSettings;
  readonly into: PagePlace;
  readonly at: ScanPlace;
};

/** Kept outside the screen, as arrivals are: the officer may look elsewhere while clearing a jam. */
const useStore = create<{ readonly byDraft: Readonly<Record<string, StoppedScan | null>> }>(() => ({
  byDraft: {},
}));

export const useStoppedScan = (draftId: string): StoppedScan | null =>
  useStore((state) => state.byDraft[draftId] ?? null);

/** null: the stack came to its end, or the officer begins a new one. */
export const noteStoppedScan = (draftId: string, stopped: StoppedScan | null): void =>
  useStore.setState(({ byDraft }) => ({ byDraft: { ...byDraft, [draftId]: stopped } }));
