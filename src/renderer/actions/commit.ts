import type { CommandId } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { Fact } from '../../shared/domain/desk-log/fact.ts';
import type { DeskStore } from '../ports/desk-store.ts';

type Decide = (state: DeskState) => Result<readonly Fact[], Failure>;

export type Commit = (command: CommandId, decide: Decide) => Promise<Result<DeskState, Failure>>;

export type CommitParts = {
  readonly bridge: DeskBridge;
  readonly store: DeskStore;
  /** The one lock of the window. */
  readonly lock: <T>(task: () => Promise<T>) => Promise<T>;
  readonly catchUp: () => Promise<DeskState>;
  /** Publishes the new state to the screens. */
  readonly show: (state: DeskState) => void;
  /** Why no fact may be made now, null when it may. */
  readonly whyNot: () => Failure | null;
  readonly logDefect: (defect: unknown) => void;
};

const TRIES = 5;

const dossierCodeIn = (events: readonly DeskEvent[]): string | null => {
  for (const { fact } of events) if (fact.type === 'dossier-received') return fact.code;
  return null;
};

/**
 * The only way facts are made (design §4): decide on the current state, under one lock; main appends to the journal;
 * one strict transaction applies them. When main's head moved on (a lease came in), catch up and decide again.
 *
 * Failures of its own: `copy-not-saved` {code} for a dossier that IS received and `fact-not-shown` for any other fact that
 * IS made (durable in the journal, only the working copy could not take it); `copy-behind-journal`: nothing was made,
 * the copy cannot follow.
 */
export function createCommit(parts: CommitParts): Commit {
  const { bridge, store, lock, catchUp, show, whyNot, logDefect } = parts;

  /** The copy takes the facts, or what is left to try is tried: the journal read again, once. */
  async function applyMade(events: readonly DeskEvent[]): Promise<Result<DeskState, Failure>> {
    try {
      const after = await store.applyEvents(events);
      show(after);
      return ok(after);
    } catch (defect) {
      // A full disk, a lost database, or events of a command carried out long ago.
      logDefect(defect);
    }
    const after = await catchUp().catch(logDefect);
    if (after !== undefined) return ok(after);
    const code = dossierCodeIn(events);
    return code === null
      ? fail('fact-not-shown', 'call-support')
      : fail('copy-not-saved', 'call-support', { code });
  }

  async function attempt(command: CommandId, decide: Decide): Promise<Result<DeskState, Failure>> {
    let refused: Failure | null = null;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const reason = whyNot();
      if (reason !== null) return { ok: false, failure: reason };
      const state = await store.loadState();
      const decision = decide(state);
      if (!decision.ok) return decision;
      // The command was carried out before: nothing more to write.
      if (decision.value.length === 0) return ok(state);
      const facts = [...decision.value];
      const appended = await bridge.call('journal:append', { expectedHead: state.head, command, facts });
      if (appended.ok) return applyMade(appended.value.events);
      refused = appended.failure;
      if (refused.code !== 'head-moved') return appended;
      const caughtUp = await catchUp().catch(logDefect);
      if (caughtUp === undefined) return fail('copy-behind-journal', 'call-support');
    }
    return { ok: false, failure: refused ?? { code: 'head-moved', remedy: 'retry-later' } };
  }

  return (command, decide) => lock(() => attempt(command, decide));
}
