import type { CommandId } from '../../../src/shared/base/ids.ts';
import { NO_HASH } from '../../../src/shared/base/ids.ts';
import { fail, ok, type Result } from '../../../src/shared/base/result.ts';
import type { DeskBridge } from '../../../src/shared/contracts/bridge/desk-bridge.ts';
import type { Notice } from '../../../src/shared/contracts/bridge/notices.ts';
import type { CityMessage } from '../../../src/shared/contracts/city/events.ts';
import type { DeskEvent, LogHead } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import type { IntakeDraft } from '../../../src/shared/domain/dossier/intake-draft.ts';
import { ha, toEvents } from '../../shared/support/a-desk.ts';

type Answer = Result<unknown>;

/** Main as the window sees it: a journal, the city's words and drafts, in memory, at the port where main begins. */
export function aBridge(
  start: { readonly events?: readonly DeskEvent[]; readonly heard?: CityMessage[] } = {},
) {
  const events: DeskEvent[] = [...(start.events ?? [])];
  const heard: CityMessage[] = [...(start.heard ?? [])];
  const drafts = new Map<string, IntakeDraft>();
  const listeners = new Set<(notice: Notice) => void>();
  const called: string[] = [];
  const refusals = new Map<string, string>();

  const head = (): LogHead => {
    const last = events.at(-1);
    return last === undefined ? { seq: 0, hash: NO_HASH } : { seq: last.seq, hash: last.hash };
  };

  function append(order: { expectedHead: LogHead; command: CommandId; facts: Fact[] }): Answer {
    const done = events.filter(({ command }) => command === order.command);
    if (done.length > 0) return ok({ events: done, head: head() });
    if (order.expectedHead.hash !== head().hash) return fail('head-moved', 'retry-later');
    const made = toEvents({ head: head() } as DeskState, order.facts, order.command, ha.officerId);
    events.push(...made);
    return ok({ events: made, head: head() });
  }

  // The input of each channel is what its schema says; the map of answers forgets it.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  const answers: Readonly<Record<string, (input: any) => Answer>> = {
    'journal:read': ({ afterSeq, limit }) =>
      ok({ events: events.slice(afterSeq, afterSeq + limit), head: head() }),
    'journal:append': append,
    'city:read': ({ after, limit }) =>
      ok({
        messages: heard
          .map((message, index) => ({ position: index + 1, message }))
          .slice(after, after + limit),
        last: heard.length,
      }),
    'draft:keep': ({ draft }) => {
      drafts.set(draft.draftId, draft);
      return ok({});
    },
    'draft:drop': ({ draftId }) => {
      drafts.delete(draftId);
      return ok({});
    },
    'draft:list': () => ok({ drafts: [...drafts.values()] }),
    'reference:load': () => fail('reference-missing', 'retry-later'),
    'line:status': () => fail('desk-not-enrolled', 'officer-decides'),
    'line:outbox': () => fail('desk-not-enrolled', 'officer-decides'),
    'officer:sign-in': () => ok(ha),
    'officer:sign-out': () => ok({}),
  };

  const bridge: DeskBridge = {
    call: async (name, input) => {
      called.push(name);
      const code = refusals.get(name);
      if (code !== undefined) return fail(code, 'call-support');
      const answer = answers[name];
      if (answer === undefined) throw new Error(`not expected here: ${name}`);
      return answer(input) as never;
    },
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    bridge,
    events,
    heard,
    drafts,
    called,
    head,
    /** From now on this channel answers with a failure. */
    refuse: (name: string, code: string) => refusals.set(name, code),
    tell: (notice: Notice) => {
      for (const listener of listeners) listener(notice);
    },
  };
}
