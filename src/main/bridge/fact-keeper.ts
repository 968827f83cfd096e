import type { Instant } from '../../shared/base/dates.ts';
import type { CommandId, OfficerId } from '../../shared/base/ids.ts';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { Ground } from '../../shared/domain/desk-log/check-ground.ts';
import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { EvolveAll } from '../../shared/domain/desk-log/evolve.ts';
import type { Fact } from '../../shared/domain/desk-log/fact.ts';
import { type Author, whoMayAppendAll } from '../../shared/domain/desk-log/who-may-append.ts';
import { applyCityWords, type CityWord } from '../../shared/domain/dossier/apply-city-word.ts';

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
  readonly read: (range: {
    readonly afterSeq: number;
    readonly limit: number;
  }) => Promise<Result<Appended, Failure>>;
  readonly take: (events: readonly DeskEvent[]) => Promise<Result<Appended, Failure>>;
};

export type FactKeeper = {
  readonly state: () => DeskState;
  /** Facts that an officer made in the window: judged again here, because the window is not trusted. */
  readonly appendForOfficer: (commit: {
    readonly expectedHead: LogHead;
    readonly command: CommandId;
    readonly facts: readonly Fact[];
  }) => Promise<Result<Appended, Failure>>;
  /**
   * Facts of the desk itself (enrolment, leases, sign-in): always on the newest head. A function is asked in its turn,
   * so that it decides on the state that its facts will follow; nothing is written when it finds nothing to say.
   */
  readonly appendForDesk: (
    command: CommandId,
    facts: readonly Fact[] | ((state: DeskState) => readonly Fact[]),
    by: OfficerId | null,
  ) => Promise<Result<Appended, Failure>>;
  /** What the city says of the facts: the guard judges on it too. `load` is asked in its turn. */
  readonly hear: (load: () => Promise<readonly CityWord[]>) => Promise<void>;
  /** From now on nothing is appended, whatever the city says, and this is the answer: another goes on in this one's name. */
  readonly standDown: (failure: Failure) => void;
  /**
   * Takes in what the city holds of this desk, says the closing facts, and only then lets facts in again: nothing
   * slips in between. `events-do-not-follow`: the city's log is not this one's, the hold stays. A desk
   * that stood down is not healed.
   */
  readonly heal: (
    held: {
      readonly events: readonly DeskEvent[];
      readonly head: { readonly seq: number; readonly hash: string };
    },
    closing: (state: DeskState) => readonly Fact[],
    command: CommandId,
  ) => Promise<Result<null, Failure>>;
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
  /** What the city has signed of catalogue and calendar; null before the first time. */
  readonly ground: () => Ground | null;
  /** Nothing is appended until `heal`; the answer meanwhile. */
  readonly held?: Failure | null;
  /** Stood down in an earlier run; the answer. */
  readonly stoodDown?: Failure | null;
}): FactKeeper {
  const { journal, evolveAll, sha256Hex, now, ground } = parts;
  const inTurn = oneAtATime();
  let state = parts.folded;
  let held: Failure | null = parts.held ?? null;
  let stoodDown: Failure | null = parts.stoodDown ?? null;

  type Order = Parameters<FactJournal['append']>[0];

  async function append(order: Order, author: Author): Promise<Result<Appended, Failure>> {
    const { seq, hash } = state.head;
    const no = stoodDown ?? held;
    if (no !== null) return { ok: false, failure: no };
    if (!state.commands.has(order.command)) {
      if (order.expectedHead.seq !== seq || order.expectedHead.hash !== hash) {
        return fail('head-moved', 'retry-later', { seq, hash });
      }
      const allowed = whoMayAppendAll(state, order.facts, author, {
        sha256Hex,
        now: now(),
        ground: ground(),
      });
      if (!allowed.ok) return allowed;
    }
    const appended = await journal.append(order);
    if (appended.ok) state = evolveAll(state, appended.value.events);
    return appended;
  }

  /** Is the city's head one of ours, and its events those that we have there? */
  async function takeIn(city: Parameters<FactKeeper['heal']>[0]): Promise<Result<null, Failure>> {
    const taken = await journal.take(city.events);
    if (!taken.ok) return taken;
    state = evolveAll(state, taken.value.events);
    const { seq, hash } = city.head;
    if (seq > state.head.seq) return fail('city-gave-too-few', 'retry-later', { seq });
    if (seq === 0 || (seq === state.head.seq && hash === state.head.hash)) return ok(null);
    const there = await journal.read({ afterSeq: seq - 1, limit: 1 });
    if (!there.ok) return there;
    return there.value.events[0]?.hash === hash
      ? ok(null)
      : fail('events-do-not-follow', 'call-support', { seq });
  }

  return {
    state: () => state,

    hear: (load) =>
      inTurn(async () => {
        state = applyCityWords(state, await load());
      }),

    standDown: (failure) => {
      stoodDown = failure;
    },

    heal: (city, closing, command) =>
      inTurn(async () => {
        if (stoodDown !== null) return { ok: false, failure: stoodDown };
        const healed = await takeIn(city);
        if (!healed.ok) return healed;
        const before = held;
        held = null;
        const facts = closing(state);
        if (facts.length === 0) return ok(null);
        const closed = await append({ expectedHead: state.head, command, by: null, facts }, 'desk');
        if (!closed.ok) held = before;
        return closed.ok ? ok(null) : closed;
      }),

    appendForOfficer: (commit) =>
      inTurn(async () => {
        const officer = state.signedIn;
        if (officer === null) return fail('not-signed-in', 'officer-decides');
        return append({ ...commit, by: officer.officerId }, officer);
      }),

    appendForDesk: (command, facts, by) =>
      inTurn(async () => {
        const made = typeof facts === 'function' ? facts(state) : facts;
        if (made.length === 0) return ok({ events: [], head: state.head });
        return append({ expectedHead: state.head, command, by, facts: made }, 'desk');
      }),
  };
}
