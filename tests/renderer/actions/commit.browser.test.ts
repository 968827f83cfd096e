import { describe, expect, it } from 'vitest';
import { createCommit } from '../../../src/renderer/actions/commit.ts';
import type { DeskStore } from '../../../src/renderer/ports/desk-store.ts';
import { catchUpWithJournal } from '../../../src/renderer/sync/catch-up.ts';
import { oneAtATime } from '../../../src/shared/base/one-at-a-time.ts';
import type { Failure } from '../../../src/shared/base/result.ts';
import type { Command } from '../../../src/shared/domain/desk-log/command.ts';
import { decide } from '../../../src/shared/domain/desk-log/decide.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import { commandId, context, dossierId, slipLease } from '../../shared/support/a-desk.ts';
import { receive } from '../../shared/support/a-dossier.ts';
import { aBridge } from '../support/a-bridge.ts';
import { aCopy } from '../support/a-copy.ts';
import { dayWith, evolveAll, logOf } from '../support/a-log.ts';

const morning = dayWith(0);

/** A window at work before a journal: the copy stands at the journal's head. */
async function atWork(change: (store: DeskStore) => DeskStore = (store) => store) {
  const { store: real, reopen } = await aCopy();
  await real.applyEvents(morning);
  const store = change(real);
  const main = aBridge({ events: morning });
  const shown: DeskState[] = [];
  const defects: unknown[] = [];
  let stopped: Failure | null = null;
  const commit = createCommit({
    bridge: main.bridge,
    store,
    lock: oneAtATime(),
    catchUp: () => catchUpWithJournal(main.bridge, store),
    show: (state) => shown.push(state),
    whyNot: () => stopped,
    logDefect: (defect) => void defects.push(defect),
  });
  return {
    ...main,
    real,
    reopen,
    shown,
    defects,
    give: (command: Command) => commit(command.commandId, (state) => decide(state, command, context)),
    stop: (failure: Failure) => {
      stopped = failure;
    },
  };
}

/** As a full disk is met: the transaction is refused, so many times. */
const failing = (times: number) => {
  let left = times;
  return (store: DeskStore): DeskStore => ({
    ...store,
    applyEvents: async (events) => {
      if (left > 0) {
        left -= 1;
        throw new DOMException('full', 'QuotaExceededError');
      }
      return store.applyEvents(events);
    },
  });
};
const Infinitely = Number.POSITIVE_INFINITY;
const receivedIn = (events: readonly { fact: { type: string } }[]) =>
  events.filter(({ fact }) => fact.type === 'dossier-received').length;

describe('commit', () => {
  it('makes facts, in the journal first, then in the copy, then on the screen', async () => {
    const desk = await atWork();
    const result = await desk.give(receive(1));
    expect(result.ok && result.value.dossiers.has(dossierId(1))).toBe(true);
    expect(desk.shown.at(-1)?.head).toEqual(desk.head());
    expect((await (await desk.reopen()).store.loadState()).dossiers.size).toBe(1);
  });

  it('when the head moved on, catches up and decides again', async () => {
    const desk = await atWork();
    const before = evolveAll(emptyDeskState, morning);
    const lease: Command = { type: 'accept-lease', commandId: commandId(700), lease: slipLease(9, 900, 950) };
    desk.events.push(...logOf([lease], before));
    const result = await desk.give(receive(1));
    expect(result.ok).toBe(true);
    expect(desk.called.filter((name) => name === 'journal:append')).toHaveLength(2);
    expect((await desk.real.loadState()).leases.size).toBe(4);
    expect((await desk.real.loadHead()).hash).toBe(desk.head().hash);
  });

  it('gives up, with nothing made, when the head never stands still', async () => {
    const desk = await atWork();
    desk.refuse('journal:append', 'head-moved');
    expect(await desk.give(receive(1))).toMatchObject({ ok: false, failure: { code: 'head-moved' } });
    expect(desk.events).toHaveLength(morning.length);
  });

  it('a retried command makes no second fact, also when the copy never heard of the first', async () => {
    const desk = await atWork();
    await desk.give(receive(1));
    const { length } = desk.events;
    expect((await desk.give(receive(1))).ok).toBe(true);
    expect(desk.events).toHaveLength(length);

    const lost = await atWork(failing(2));
    expect((await lost.give(receive(1))).ok).toBe(false);
    const again = await lost.give(receive(1));
    expect(again.ok && again.value.dossiers.size).toBe(1);
    expect(receivedIn(lost.events)).toBe(1);
  });

  it('two at once go one after the other, each on the state that the other left', async () => {
    const desk = await atWork();
    const results = await Promise.all([desk.give(receive(1)), desk.give(receive(2)), desk.give(receive(1))]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(receivedIn(desk.events)).toBe(2);
    const codes = [...(await desk.real.loadState()).dossiers.values()].map(({ code }) => code);
    expect(new Set(codes).size).toBe(2);
    // Nobody had to decide twice: the lock holds for the whole of a commit.
    expect(desk.called.filter((name) => name === 'journal:append')).toHaveLength(2);
  });

  it('a refusal of the guard is passed on, and the next commit goes through', async () => {
    const desk = await atWork();
    desk.refuse('journal:append', 'four-eyes');
    expect(await desk.give(receive(1))).toMatchObject({ failure: { code: 'four-eyes' } });
    expect(desk.shown).toEqual([]);
  });
});

describe('commit when the copy cannot be written', () => {
  it('one refusal is made good by reading the journal again', async () => {
    const desk = await atWork(failing(1));
    const result = await desk.give(receive(1));
    expect(result.ok && result.value.dossiers.size).toBe(1);
    expect(desk.defects).toHaveLength(1);
  });

  it('says that the dossier IS received, by its code, and is not stuck', async () => {
    const desk = await atWork(failing(Infinitely));
    const first = await desk.give(receive(1));
    const made = desk.events.find(({ fact }) => fact.type === 'dossier-received')?.fact;
    expect(first).toEqual({
      ok: false,
      failure: {
        code: 'copy-not-saved',
        remedy: 'call-support',
        facts: { code: made?.type === 'dossier-received' ? made.code : '' },
      },
    });
    // Asked again the answer is the same, and there is still one dossier.
    expect(await desk.give(receive(1))).toEqual(first);
    expect(receivedIn(desk.events)).toBe(1);
    // Another one is not made on a copy that cannot follow.
    expect(await desk.give(receive(2))).toMatchObject({ failure: { code: 'copy-behind-journal' } });
    expect(receivedIn(desk.events)).toBe(1);
  });

  it('after the restart the copy has it', async () => {
    const desk = await atWork(failing(Infinitely));
    await desk.give(receive(1));
    const { store } = await desk.reopen();
    expect((await catchUpWithJournal(desk.bridge, store)).dossiers.has(dossierId(1))).toBe(true);
  });
});

it('as long as the journal is behind the copy, nothing is made', async () => {
  const desk = await atWork();
  desk.stop({ code: 'journal-behind-copy', remedy: 'call-support', facts: { events: 4 } });
  expect(await desk.give(receive(1))).toMatchObject({ failure: { code: 'journal-behind-copy' } });
  expect(desk.called).toEqual([]);
});
