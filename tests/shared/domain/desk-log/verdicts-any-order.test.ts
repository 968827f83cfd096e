import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outboxOrder } from '../../../../src/renderer/screens/line/OutboxTable.tsx';
import type { Instant } from '../../../../src/shared/base/dates.ts';
import type { Command } from '../../../../src/shared/domain/desk-log/command.ts';
import { decide } from '../../../../src/shared/domain/desk-log/decide.ts';
import type { DeskEvent } from '../../../../src/shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../../../src/shared/domain/desk-log/desk-state.ts';
import { createEvolveAll } from '../../../../src/shared/domain/desk-log/evolve.ts';
import { whoMayAppendAll } from '../../../../src/shared/domain/desk-log/who-may-append.ts';
import type { CityConflict } from '../../../../src/shared/domain/dossier/city-conflict.ts';
import type { DossierState } from '../../../../src/shared/domain/dossier/dossier-state.ts';
import { openConflicts } from '../../../../src/shared/domain/dossier/open-conflicts.ts';
import type { Officer } from '../../../../src/shared/domain/officer/officer.ts';
import { allowedActions } from '../../../../src/shared/domain/sign-off/check-action.ts';
import {
  authorOf,
  context,
  dossierLease,
  ha,
  minh,
  NOW,
  openDesk,
  receiptLease,
  run,
  sha256Hex,
  slipLease,
} from '../../support/a-desk.ts';
import { applyCityWords, type Word as CityWord } from '../../support/a-word.ts';
import { type Deed, orderFor } from '../../support/any-orders.ts';

const evolveAll = createEvolveAll({ sha256Hex });
const start = openDesk([dossierLease(1, 200, 220), receiptLease(2, 200, 220), slipLease(3, 200, 220)]);

type Step =
  | { readonly does: Deed }
  | { readonly judges: number; readonly refuses: number; readonly minute: number }
  | { readonly says: number; readonly pick: number; readonly cursor: number }
  | { readonly has: number; readonly minute: number };

const kinds: readonly Command['type'][] = [
  'receive-dossier',
  'receive-dossier',
  'sign-in',
  'submit-dossier',
  'approve-dossier',
  'return-dossier',
  'correct-dossier',
  'resend-dossier',
  'resend-dossier',
  'resolve-conflict',
  'resolve-conflict',
];
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(60), amount: fc.nat(12) }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ judges: fc.nat(200), refuses: fc.nat(5), minute: fc.nat(59) }) },
  {
    weight: 1,
    arbitrary: fc.record({ says: fc.nat(20), pick: fc.nat(30), cursor: fc.integer({ min: 1, max: 6 }) }),
  },
  { weight: 1, arbitrary: fc.record({ has: fc.nat(20), minute: fc.nat(59) }) },
);
const anyDays = fc.array(step, { minLength: 30, maxLength: 120 });

const moment = (minute: number) => `2026-11-20T04:${String(minute).padStart(2, '0')}:00.000Z` as Instant;
const REASONS = ['procedure-unknown', 'dossier-unknown', 'number-used', 'chain-broken', 'a-new-reason'];

function conflictOf({ dossierId }: DossierState, pick: number): CityConflict {
  switch (pick % 3) {
    case 0:
      return { type: 'dossier-withdrawn', dossierId, by: pick % 2 === 0 ? 'city' : 'citizen', reason: '' };
    case 1: {
      const to = pick % 4 === 0 ? 'not a telephone' : `09${String(10_000_000 + pick)}`;
      return { type: 'dossier-changed', dossierId, changes: [{ field: 'applicant.phone', to }] };
    }
    default:
      return {
        type: 'dossier-elsewhere',
        dossierId,
        code: `H26.40.05-261119-${2000 + (pick % 2)}`,
        unit: 'Quầy 01',
        procedureName: 'Thường trú',
        receivedAt: NOW,
      };
  }
}

/** A word about what is there; null: there is nothing to say it of. */
function wordFor(state: DeskState, said: Step): CityWord | null {
  const dossiers = [...state.dossiers.values()];
  if ('judges' in said) {
    const seq = 1 + (said.judges % state.head.seq);
    const refused = said.refuses < REASONS.length && said.refuses % 2 === 0;
    const outcome = refused ? 'refused' : 'accepted';
    const reasonCode = refused ? (REASONS[said.refuses] ?? '') : '';
    return { seq, outcome, reasonCode, reason: '', at: moment(said.minute) };
  }
  if ('says' in said) {
    const dossier = dossiers[said.says % (dossiers.length || 1)];
    if (dossier === undefined) return null;
    return { cursor: said.cursor, at: moment(30), what: conflictOf(dossier, said.pick) };
  }
  if ('has' in said) {
    const dossier = dossiers[said.has % (dossiers.length || 1)];
    if (dossier === undefined) return null;
    const pages = dossier.content.papers.flatMap((paper) => paper.pages.map(({ sha256 }) => sha256));
    const { dossierId, lastSeq: seq } = dossier;
    return { cursor: 1, at: moment(said.minute), what: { type: 'dossier-complete', dossierId, seq, pages } };
  }
  return null;
}

type Days = {
  readonly state: DeskState;
  readonly events: readonly DeskEvent[];
  readonly words: readonly CityWord[];
};

function live(steps: readonly Step[], look: (state: DeskState) => void = () => undefined): Days {
  let state = start;
  const events: DeskEvent[] = [];
  const words: CityWord[] = [];
  steps.forEach((each, index) => {
    if ('does' in each) {
      const ran = run(state, orderFor(state, each.does, index + 1));
      events.push(...ran.events);
      state = ran.state;
    } else {
      const word = wordFor(state, each);
      if (word === null) return;
      words.push(word);
      state = applyCityWords(state, [word]);
    }
    look(state);
  });
  return { state, events, words };
}

describe('verdicts, conflicts and sendings in any order', () => {
  it('[CW-1] [CF-10] a rebuild (the whole log, then all the city said, in any order) gives the same', () => {
    const facts = new Set<string>();
    fc.assert(
      fc.property(anyDays, fc.infiniteStream(fc.nat()), (steps, picks) => {
        const { state, events, words } = live(steps);
        for (const { fact } of events) facts.add(fact.type);
        const rebuilt = evolveAll(start, events);
        expect(applyCityWords(rebuilt, words)).toEqual(state);
        const shuffled = words
          .flatMap((word) => (picks.next().value % 3 === 0 ? [word, word] : [word]))
          .map((word) => ({ word, key: picks.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ word }) => word);
        expect(applyCityWords(rebuilt, shuffled)).toEqual(state);
      }),
      { numRuns: 150 },
    );
    // The property bites only if dossiers are sent again and conflicts decided.
    expect([...facts]).toEqual(expect.arrayContaining(['dossier-resent', 'conflict-resolved']));
  });

  it('[I6] nothing that the city does not hold is out of reach, and there is always a way on', () => {
    let stuck = 0;
    fc.assert(
      fc.property(anyDays, (steps) => {
        live(steps, (state) => {
          const dossiers = [...state.dossiers.values()];
          const listed = new Set(dossiers.toSorted(outboxOrder).map(({ code }) => code));
          for (const dossier of dossiers) {
            expect(listed.has(dossier.code)).toBe(true);
            const { city, cityHeard, history, status } = dossier;
            const sent =
              history.findLast(({ type }) => /received|resent/.test(type) && type.startsWith('dossier-'))
                ?.seq ?? 0;
            const verdicts = cityHeard?.verdicts.filter(({ seq }) => seq >= sent) ?? [];
            if (city.kind === 'complete' || city.kind === 'facts-accepted') {
              // Said only when the newest fact is judged and none of the last sending was refused.
              expect(verdicts.some(({ refused }) => refused !== null)).toBe(false);
              const judged = Math.max(verdicts.at(-1)?.seq ?? 0, cityHeard?.complete?.seq ?? 0);
              expect(judged).toBe(dossier.lastSeq);
            }
            const may = (officer: Officer) =>
              allowedActions(officer, dossier).filter((action) => action !== 'submit');
            if (openConflicts(dossier).length > 0) expect(may(minh)).toEqual(['resolve']);
            else if (city.kind === 'refused') {
              stuck += 1;
              expect(may(ha), status).toEqual(['resend']);
            }
          }
        });
      }),
      { numRuns: 150 },
    );
    expect(stuck).toBeGreaterThan(50);
  });

  it('[DL-8] the guard takes all that is decided', () => {
    let guarded = 0;
    fc.assert(
      fc.property(anyDays, (steps) => {
        let state = start;
        steps.forEach((each, index) => {
          if (!('does' in each)) {
            const word = wordFor(state, each);
            if (word !== null) state = applyCityWords(state, [word]);
            return;
          }
          const order = orderFor(state, each.does, index + 1);
          const decision = decide(state, order, context);
          if (decision.ok && decision.value[0] !== undefined) {
            guarded += 1;
            const author = authorOf(decision.value[0], state.signedIn);
            expect(
              whoMayAppendAll(state, decision.value, author, { sha256Hex, now: NOW, ground: context }),
              order.type,
            ).toEqual({
              ok: true,
              value: null,
            });
          }
          state = run(state, order).state;
        });
      }),
      { numRuns: 150 },
    );
    expect(guarded).toBeGreaterThan(200);
  });
});
