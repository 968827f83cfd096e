import type { Instant } from '../../shared/base/dates.ts';
import type { CommandId, OfficerId } from '../../shared/base/ids.ts';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import { type Failure, fail, type Result } from '../../shared/base/result.ts';
import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { EvolveAll } from '../../shared/domain/desk-log/evolve.ts';
import type { Fact } from '../../shared/domain/desk-log/fact.ts';
import { type Author, whoMayAppendAll } from '../../shared/domain/desk-log/who-may-append.ts';

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

/**
 * Main's own fold of the journal, and the two doors through which facts enter it: one after the other, so that the
 * guard always judges on what is durable and nothing slips in between judgement and append.
 *
 * In this order: a command carried out before gives its facts again, whatever the head and whoever asks; a decision made
 * on an older head is to be made again (`head-moved`), which says more than the refusal that the guard would find;
 * then the guard; then the journal.
 */
export function createFactKeeper(parts: {
  readonly journal: FactJournal;
  readonly evolveAll: EvolveAll;
  readonly folded: DeskState;
  readonly sha256Hex: (text: string) => string;
  readonly now: () => Instant;
}): FactKeeper {
  const { journal, evolveAll, sha256Hex, now } = parts;
  const inTurn = oneAtATime();
  let state = parts.folded;

  type Order = Parameters<FactJournal['append']>[0];

  async function append(order: Order, author: Author): Promise<Result<Appended, Failure>> {
    const { seq, hash } = state.head;
    if (!state.commands.has(order.command)) {
      if (order.expectedHead.seq !== seq || order.expectedHead.hash !== hash) {
        return fail('head-moved', 'retry-later', { seq, hash });
      }
      const allowed = whoMayAppendAll(state, order.facts, author, { sha256Hex, now: now() });
      if (!allowed.ok) return allowed;
    }
    const appended = await journal.append(order);
    if (appended.ok) state = evolveAll(state, appended.value.events);
    return appended;
  }

  return {
    state: () => state,

    appendForOfficer: (commit) =>
      inTurn(async () => {
        const officer = state.signedIn;
        if (officer === null) return fail('not-signed-in', 'officer-decides');
        return append({ ...commit, by: officer.officerId }, officer);
      }),

    appendForDesk: (command, facts, by) =>
      inTurn(() => append({ expectedHead: state.head, command, by, facts }, 'desk')),
  };
}
