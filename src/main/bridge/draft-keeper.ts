import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import { KeptDraft } from '../../shared/contracts/bridge/kept-draft.ts';
import type { SealedFiles } from '../sealed-files/sealed-files.ts';

export type DraftKeeper = {
  /** Durable and sealed when it resolves ok; the newest of one draft stands. */
  readonly keep: (draft: KeptDraft) => Promise<Result<Record<string, never>, Failure>>;
  readonly drop: (draftId: string) => Promise<Result<Record<string, never>, Failure>>;
  readonly list: () => Promise<Result<{ readonly drafts: KeptDraft[] }, Failure>>;
};

const done = <F extends Failure>(result: Result<unknown, F>): Result<Record<string, never>, F> =>
  result.ok ? ok({}) : result;

/**
 * Copies of what officers are still composing. Drafts are no facts and have no place in the journal, and Chromium may
 * reopen the window's database empty: half an hour of typing would be gone without a word.
 * A copy that no longer opens is left where it lies and told to the log.
 */
export function createDraftKeeper(
  files: SealedFiles,
  logDefect: (where: string, defect: unknown) => void,
): DraftKeeper {
  return {
    keep: async (draft) => done(await files.save(draft.draftId, draft)),
    drop: async (draftId) => done(await files.remove(draftId)),
    list: async () => {
      const drafts: KeptDraft[] = [];
      for (const name of await files.list()) {
        const loaded = await files.load(name);
        const draft = KeptDraft.safeParse(loaded.ok ? loaded.value : null);
        if (draft.success) drafts.push(draft.data);
        else logDefect('load draft', loaded.ok ? 'not-a-draft' : loaded.failure.code);
      }
      return ok({ drafts });
    },
  };
}
