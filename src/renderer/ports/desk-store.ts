import type { CityMessage } from '../../shared/contracts/city/events.ts';
import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { IntakeDraft } from '../../shared/domain/dossier/intake-draft.ts';

/** The working copy: everything here can be rebuilt from the journal, but for drafts and readings. */
export type DeskStore = {
  readonly loadState: () => Promise<DeskState>;
  readonly loadHead: () => Promise<LogHead>;
  readonly loadCityPosition: () => Promise<number>;
  /** One strict transaction: event rows, projections, number use, head. Refuses a gap. */
  readonly applyEvents: (events: readonly DeskEvent[]) => Promise<DeskState>;
  readonly applyCityMessages: (
    messages: readonly { readonly position: number; readonly message: CityMessage }[],
  ) => Promise<DeskState>;
  /** Throws the projections away, keeps drafts and readings. */
  readonly reset: () => Promise<void>;
  readonly saveDraft: (draft: IntakeDraft) => Promise<void>;
  readonly deleteDraft: (draftId: string) => Promise<void>;
  readonly findDraft: (draftId: string) => Promise<IntakeDraft | undefined>;
  readonly listDrafts: () => Promise<readonly IntakeDraft[]>;
};
