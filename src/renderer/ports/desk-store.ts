import type { CityMessage } from '../../shared/contracts/city/events.ts';
import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { IntakeDraft } from '../../shared/domain/dossier/intake-draft.ts';

/** The working copy: everything here can be rebuilt from the journal, but for drafts and readings. */
export type DeskStore = {
  readonly loadState: () => Promise<DeskState>;
  readonly loadHead: () => Promise<LogHead>;
  readonly loadCityPosition: () => Promise<number>;
  /** Hash of the event that the copy has at `seq`; null when it has none. */
  readonly findHash: (seq: number) => Promise<string | null>;
  /** One strict transaction: event rows, projections, number use, head. Refuses a gap. */
  readonly applyEvents: (events: readonly DeskEvent[]) => Promise<DeskState>;
  /**
   * One strict transaction: dossiers moved, outbox, position. Messages at or before the position, and verdicts about
   * other events than the copy's own, change nothing.
   */
  readonly applyCityMessages: (
    messages: readonly { readonly position: number; readonly message: CityMessage }[],
  ) => Promise<DeskState>;
  /** Keeps the events after `seq` where no reset reaches them. @returns how many */
  readonly setAside: (seq: number) => Promise<number>;
  /** Throws events and projections away, keeps drafts, readings and what was set aside. */
  readonly reset: () => Promise<void>;
  /** Whether this copy was given all drafts that main keeps; a reset copy, or one begun anew, was not. */
  readonly hasDraftsOfMain: () => Promise<boolean>;
  /** To be said when the last of them is in. */
  readonly noteDraftsOfMain: () => Promise<void>;
  readonly saveDraft: (draft: IntakeDraft) => Promise<void>;
  readonly deleteDraft: (draftId: string) => Promise<void>;
  readonly findDraft: (draftId: string) => Promise<IntakeDraft | undefined>;
  readonly listDrafts: () => Promise<readonly IntakeDraft[]>;
};
