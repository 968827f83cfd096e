import type { CommandId } from '../../shared/base/ids.ts';
import type { Failure, Result } from '../../shared/base/result.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { Fact } from '../../shared/domain/desk-log/fact.ts';
import type { DeskStore } from '../ports/desk-store.ts';

type Decide = (state: DeskState) => Result<readonly Fact[], Failure>;

export type Commit = (command: CommandId, decide: Decide) => Promise<Result<DeskState, Failure>>;

const TRIES = 5;

/**
 * The only way facts are made (design §4): decide on the current state, under one lock; main appends to the journal;
 * one strict transaction applies them. When main's head moved on (a lease came in), catch up and decide again.
 * `lock` is the one lock of the window; `show` publishes the new state to the screens.
 */
export function createCommit(parts: {
  readonly bridge: DeskBridge;
  readonly store: DeskStore;
  readonly lock: <T>(task: () => Promise<T>) => Promise<T>;
  readonly catchUp: () => Promise<DeskState>;
  readonly show: (state: DeskState) => void;
}): Commit {
  const { bridge, store, lock, catchUp, show } = parts;

  async function attempt(command: CommandId, decide: Decide): Promise<Result<DeskState, Failure>> {
    let refused: Failure | null = null;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const state = await store.loadState();
      const decision = decide(state);
      if (!decision.ok) return decision;
      // The command was carried out before: nothing more to write.
      if (decision.value.length === 0) return { ok: true, value: state };
      const appended = await bridge.call('journal:append', {
        expectedHead: state.head,
        command,
        facts: [...decision.value],
      });
      if (appended.ok) {
        const after = await store.applyEvents(appended.value.events);
        show(after);
        return { ok: true, value: after };
      }
      refused = appended.failure;
      if (refused.code !== 'head-moved') return appended;
      await catchUp();
    }
    return { ok: false, failure: refused ?? { code: 'head-moved', remedy: 'retry-later' } };
  }

  return (command, decide) => lock(() => attempt(command, decide));
}
