import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignCodes } from '../../../../src/shared/domain/desk-log/assign-codes.ts';
import type { Command } from '../../../../src/shared/domain/desk-log/command.ts';
import { decide } from '../../../../src/shared/domain/desk-log/decide.ts';
import type { DeskEvent } from '../../../../src/shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../../../src/shared/domain/desk-log/desk-state.ts';
import { createEvolveAll, emptyDeskState } from '../../../../src/shared/domain/desk-log/evolve.ts';
import { whoMayAppendAll } from '../../../../src/shared/domain/desk-log/who-may-append.ts';
import { isProvisional, provisionalCodeOf } from '../../../../src/shared/domain/dossier/provisional-code.ts';
import { scopeOf } from '../../../../src/shared/domain/number-lease/number-want.ts';
import {
  authorOf,
  commandId,
  context,
  dossierLease,
  evolve,
  NOW,
  openDesk,
  receiptLease,
  run,
  sha256Hex,
  slipLease,
  toEvents,
} from '../../support/a-desk.ts';
import { anyDay, type Deed, orderFor } from '../../support/any-orders.ts';

const evolveAll = createEvolveAll({ sha256Hex });
const start = openDesk([dossierLease(1, 200, 201), receiptLease(2, 200, 203), slipLease(3, 200, 205)]);

type Day = {
  readonly state: DeskState;
  readonly done: readonly Command[];
  readonly events: readonly DeskEvent[];
};

/** `between` runs after every order, with all that were carried out so far. */
function work(
  deeds: readonly Deed[],
  between: (state: DeskState, done: readonly Command[]) => DeskState = (s) => s,
): Day {
  let state = start;
  const done: Command[] = [];
  const events: DeskEvent[] = [];
  deeds.forEach((deed, index) => {
    const order = orderFor(state, deed, index + 1);
    const ran = run(state, order);
    if (ran.refused === null) done.push(order);
    events.push(...ran.events);
    // The desk itself, as main does it after every fact: now and then not before the next one.
    const codes = deed.pick % 3 === 0 ? [] : assignCodes(ran.state, 100);
    const given = toEvents(ran.state, codes, commandId(50_000 + index), null);
    events.push(...given);
    state = between(given.reduce(evolve, ran.state), done);
  });
  return { state, done, events };
}

describe('any day at a desk', () => {
  it('[DL-6] retries at any time, any number of times, in any order, give the same state', () => {
    fc.assert(
      fc.property(anyDay, fc.infiniteStream(fc.nat()), (deeds, picks) => {
        const plain = work(deeds);
        const retried = work(deeds, (state, done) => {
          if (done.length === 0) return state;
          let after = state;
          for (let times = picks.next().value % 4; times > 0; times -= 1) {
            const again = done[picks.next().value % done.length];
            if (again !== undefined) after = run(after, again).state;
          }
          return after;
        });
        expect(retried.state).toEqual(plain.state);
      }),
      { numRuns: 60 },
    );
  });

  it('[NL-5] no number is used twice, and none that was voided', () => {
    let used = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(anyDay, (deeds) => {
        const { state, events } = work(deeds);
        const taken = new Set<string>();
        for (const { fact } of events) {
          const leased = 'leased' in fact ? fact.leased : fact.type === 'number-voided' ? fact : null;
          if (leased === null) continue;
          const lease = state.leases.get(leased.leaseId)?.lease;
          if (lease === undefined) throw new Error('a number of no lease');
          expect(leased.number >= lease.from && leased.number <= lease.to).toBe(true);
          const name = `${scopeOf(lease)} ${leased.number}`;
          expect(taken.has(name), name).toBe(false);
          taken.add(name);
        }
        used += taken.size;
        for (const { fact } of events) kinds.add(fact.type);
        const dossiers = [...state.dossiers.values()];
        const codes = dossiers.map((dossier) => dossier.code);
        expect(new Set(codes).size).toBe(codes.length);
        // The map from provisional to final codes is one to one, and none of the former is left behind.
        const born = events.flatMap(({ fact }) => (fact.type === 'dossier-received' ? [fact.code] : []));
        const provisional = dossiers.flatMap((dossier) => provisionalCodeOf(dossier) ?? []);
        expect(provisional).toEqual(born.filter((code) => isProvisional(code)));
        expect(new Set(provisional).size).toBe(provisional.length);
        // Below the next number of a block every number was used or voided: none is skipped unexplained.
        for (const { lease, next, voided } of state.leases.values())
          for (let number = lease.from; number < next; number += 1)
            expect(taken.has(`${scopeOf(lease)} ${number}`) || voided.includes(number)).toBe(true);
      }),
      { numRuns: 60 },
    );
    // The property bites only if days use numbers at all, and dossiers go the whole way.
    expect(used).toBeGreaterThan(200);
    expect([...kinds].sort()).toEqual([
      'day-closed',
      'dossier-approved',
      'dossier-code-assigned',
      'dossier-code-told',
      'dossier-corrected',
      'dossier-received',
      'dossier-returned',
      'dossier-submitted',
      'intake-slip-issued',
      'number-lease-received',
      'number-voided',
      'officer-signed-in',
      'officer-signed-out',
      'receipt-issued',
    ]);
  });

  it('[DL-7] [DL-1] every event folds, in one go as one by one, from any point on', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(), (deeds, cut) => {
        const { state, events } = work(deeds);
        expect(evolveAll(start, events)).toEqual(state);
        // A replay that begins before the head: what is known already changes nothing.
        const half = evolveAll(start, events.slice(0, cut % (events.length + 1)));
        expect(evolveAll(half, events)).toEqual(state);
      }),
      { numRuns: 30 },
    );
  });

  it('[DL-8] the guard takes all that is decided', () => {
    fc.assert(
      fc.property(anyDay, (deeds) => {
        let state = start;
        deeds.forEach((deed, index) => {
          const order = orderFor(state, deed, index + 1);
          const decision = decide(state, order, context);
          if (decision.ok && decision.value[0] !== undefined) {
            const author = authorOf(decision.value[0], state.signedIn);
            const guarded = whoMayAppendAll(state, decision.value, author, {
              sha256Hex,
              now: NOW,
              ground: context,
            });
            expect(guarded, order.type).toEqual({ ok: true, value: null });
          }
          state = run(state, order).state;
        });
      }),
      { numRuns: 40 },
    );
  });

  it('[DL-4] a state handed out stays as it was', () => {
    const picture = (state: DeskState) =>
      JSON.stringify([
        state.head,
        state.signedIn,
        [...state.leases],
        [...state.dossiers],
        [...state.commands],
      ]);
    fc.assert(
      fc.property(anyDay, (deeds) => {
        const before: [DeskState, string][] = [];
        work(deeds, (state) => {
          before.push([state, picture(state)]);
          return state;
        });
        for (const [state, pictured] of before) expect(picture(state)).toBe(pictured);
      }),
      { numRuns: 15 },
    );
  });
});

describe('evolve', () => {
  it('[DL-3] a gap throws, an event known already changes nothing', () => {
    const { events } = work([{ kind: 'receive-dossier', pick: 0, amount: 0 }]);
    const [first, second] = events;
    if (first === undefined || second === undefined) throw new Error('no events');
    expect(() => evolve(start, second)).toThrow(/gap/);
    const once = evolve(start, first);
    expect(evolve(once, first)).toBe(once);
    expect(evolveAll(emptyDeskState, [])).toBe(emptyDeskState);
  });

  it('[NL-5] a lease heard of twice does not start again', () => {
    const { state } = work([{ kind: 'receive-dossier', pick: 0, amount: 0 }]);
    const lease = dossierLease(1, 200, 206);
    const event = { ...fakeEvent(state), fact: { type: 'number-lease-received' as const, lease } };
    expect(evolve(state, event).leases).toEqual(state.leases);
  });

  it('[DL-7] a fact about something unknown is kept in the log and changes nothing else', () => {
    const unknown = {
      type: 'dossier-submitted' as const,
      dossierId: '00000000-0002-7000-8000-00000000ffff' as never,
    };
    const after = evolve(start, { ...fakeEvent(start), fact: unknown });
    expect(after.head.seq).toBe(start.head.seq + 1);
    expect(after.dossiers).toEqual(start.dossiers);
  });
});

function fakeEvent(state: DeskState): DeskEvent {
  const { events } = run(start, orderFor(start, { kind: 'receive-dossier', pick: 0, amount: 0 }, 1));
  const [model] = events;
  if (model === undefined) throw new Error('no event');
  return { ...model, seq: state.head.seq + 1, prev: state.head.hash };
}
