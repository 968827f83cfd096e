import type { Instant } from '../../shared/base/dates.ts';
import type { CommandId, OfficerId } from '../../shared/base/ids.ts';
import { type Failure, fail, type Result } from '../../shared/base/result.ts';
import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { EvolveAll } from '../../shared/domain/desk-log/evolve.ts';
import type { Fact } from '../../shared/domain/desk-log/fact.ts';
import { whoMayAppendAll } from '../../shared/domain/desk-log/who-may-append.ts';

type Appended = { readonly events: readonly DeskEvent[]; readonly head: LogHead };

/** What is needed of the journal. */
export type FactJournal = {
  readonly head: () => LogHead;
  readonly append: (commit: {
    readonly expectedHead: LogHead;
    readonly command: CommandId;
    readonly by: OfficerId | null;
    readonly facts: readonly Fact[];
  }) => Promise<Result<Appended, Failure>>;
};

export type FactKeeper = {
  readonly state: () => DeskState;
  /** Facts that an officer made in the window: judged again here, because the window is not trusted. */
  readonly appendForOfficer: (commit: {
    readonly expectedHead: LogHead;
    readonly command: CommandId;
    readonly facts: readonly Fact[];
  }) => Promise<Result<Appended, Failure>>;
  /** Facts of the desk itself (enrolment, leases, sign-in): always on the newest head. */
  readonly appendForDesk: (
    command: CommandId,
    facts: readonly Fact[],
    by: OfficerId | null,
  ) => Promise<Result<Appended, Failure>>;
};

const TRIES = 10;

/**
 * Main's own fold of the journal, and the two doors through which facts enter it. The fold follows each append
 * at once, so the guard always judges on what is durable.
 */
export function createFactKeeper(parts: {
  readonly journal: FactJournal;
  readonly evolveAll: EvolveAll;
  readonly folded: DeskState;
  readonly sha256Hex: (text: string) => string;
  readonly now: () => Instant;
}): FactKeeper {
  const { journal, evolveAll } = parts;
  let state = parts.folded;

  const remember = (appended: Result<Appended, Failure>): Result<Appended, Failure> => {
    if (appended.ok) state = evolveAll(state, appended.value.events);
    return appended;
  };

  return {
    state: () => state,

    appendForOfficer: async ({ expectedHead, command, facts }) => {
      const officer = state.signedIn;
      if (officer === null) return fail('not-signed-in', 'officer-decides');
      const allowed = whoMayAppendAll(state, facts, officer, {
        sha256Hex: parts.sha256Hex,
        now: parts.now(),
      });
      if (!allowed.ok) return allowed;
      return remember(await journal.append({ expectedHead, command, by: officer.officerId, facts }));
    },

    appendForDesk: async (command, facts, by) => {
      let appended = await journal.append({ expectedHead: journal.head(), command, by, facts });
      for (
        let tries = 1;
        tries < TRIES && !appended.ok && appended.failure.code === 'head-moved';
        tries += 1
      ) {
        appended = await journal.append({ expectedHead: journal.head(), command, by, facts });
      }
      return remember(appended);
    },
  };
}
