import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../src/shared/base/dates.ts';
import type { Sha256 } from '../../../../src/shared/base/ids.ts';
import type { CityEvent, Verdict } from '../../../../src/shared/contracts/city/events.ts';
import type { DeskState } from '../../../../src/shared/domain/desk-log/desk-state.ts';
import { commandId, desk, dossierId, minh, openDesk, run, withOfficer } from '../../support/a-desk.ts';
import { contentFor, receive } from '../../support/a-dossier.ts';
import { applyCityEvent, applyCityWords, applyVerdict } from '../../support/a-word.ts';
import { birth } from '../../support/sample-procedures.ts';

const start = openDesk();
const received = withOfficer(run(run(start, receive(1)).state, receive(2, contentFor(birth))).state, minh);
const dossierOf = (state: DeskState, n = 1) => {
  const dossier = state.dossiers.get(dossierId(n));
  if (dossier === undefined) throw new Error('no dossier');
  return dossier;
};
const cityOf = (state: DeskState, n = 1) => dossierOf(state, n).city;
const seqsOf = (state: DeskState, n = 1) => dossierOf(state, n).history.map((step) => step.seq);
const pagesOf = (state: DeskState, n = 1) =>
  dossierOf(state, n).content.papers.flatMap((paper) => paper.pages.map((page) => page.sha256));
const moment = (minute: number) => `2026-11-20T04:${String(minute).padStart(2, '0')}:00.000Z` as Instant;

const verdict = (seq: number, outcome: Verdict['outcome'] = 'accepted', minute = seq % 60): Verdict => ({
  deskId: desk.deskId,
  seq,
  hash: 'a'.repeat(64) as Sha256,
  outcome,
  reasonCode: outcome === 'refused' ? 'code-taken' : '',
  reason: outcome === 'refused' ? 'Mã hồ sơ đã có' : '',
  at: moment(minute),
});
const complete = (n: number, seq: number, pages: readonly Sha256[]): CityEvent => ({
  deskId: desk.deskId,
  cursor: 1,
  at: moment(50),
  what: { type: 'dossier-complete', dossierId: dossierId(n), seq, pages: [...pages] },
});

const last = dossierOf(received).lastSeq;

describe('what the city is known to hold', () => {
  it('[CW-2] is accepted only when the newest fact is', () => {
    expect(cityOf(received)).toEqual({ kind: 'waiting' });
    const [first = 0] = seqsOf(received);
    expect(cityOf(applyVerdict(received, verdict(first))).kind).toBe('waiting');
    expect(cityOf(applyVerdict(received, verdict(last, 'accepted', 42)))).toEqual({
      kind: 'facts-accepted',
      at: moment(42),
    });
  });

  it('[CW-1] never goes backwards: words twice or late', () => {
    let state = applyVerdict(received, verdict(last));
    state = applyCityEvent(state, complete(1, last, pagesOf(received)));
    expect(cityOf(state)).toEqual({ kind: 'complete', at: moment(50) });
    for (const seq of seqsOf(state)) state = applyVerdict(state, verdict(seq));
    expect(cityOf(state)).toEqual({ kind: 'complete', at: moment(50) });
    for (const seq of seqsOf(state)) expect(applyVerdict(state, verdict(seq))).toBe(state);
    expect(applyCityEvent(state, complete(1, last, pagesOf(received)))).toBe(state);
  });

  it('[CW-3] complete said of an earlier fact holds while the pages are those of now', () => {
    const [first = 0] = seqsOf(received);
    const pages = pagesOf(received);
    const early = applyCityEvent(received, complete(1, first, pages));
    expect(cityOf(early).kind).toBe('waiting');
    expect(cityOf(applyVerdict(early, verdict(last))).kind).toBe('complete');
  });

  it('[CW-2] [CW-3] a newer fact waits again, and new pages wait for a new completion', () => {
    const whole = applyCityEvent(applyVerdict(received, verdict(last)), complete(1, last, pagesOf(received)));
    const returned = run(whole, {
      type: 'return-dossier',
      commandId: commandId(11),
      dossierId: dossierId(1),
      reason: 'Thiếu chữ ký',
    }).state;
    expect(cityOf(returned).kind).toBe('waiting');
    expect(cityOf(applyVerdict(returned, verdict(dossierOf(returned).lastSeq))).kind).toBe('complete');

    const atDesk = withOfficer(returned, {
      ...minh,
      officerId: 'lan.pt' as never,
      role: 'reception-officer',
    });
    const corrected = run(atDesk, {
      type: 'correct-dossier',
      commandId: commandId(12),
      dossierId: dossierId(1),
      content: contentFor(),
    }).state;
    const accepted = applyVerdict(corrected, verdict(dossierOf(corrected).lastSeq));
    expect(cityOf(accepted).kind).toBe('facts-accepted');
    const again = applyCityEvent(accepted, complete(1, dossierOf(corrected).lastSeq, pagesOf(corrected)));
    expect(cityOf(again).kind).toBe('complete');
  });

  it('[CW-4] one refused fact marks the dossier, whatever comes with it', () => {
    const [first = 0] = seqsOf(received);
    const state = [verdict(last), verdict(first, 'refused', 7)].reduce(applyVerdict<DeskState>, received);
    const refused = { kind: 'refused', at: moment(7), reasonCode: 'code-taken', reason: 'Mã hồ sơ đã có' };
    expect(cityOf(state)).toEqual(refused);
    expect(cityOf(applyCityEvent(state, complete(1, last, pagesOf(received))))).toEqual(refused);
    expect(cityOf(state, 2)).toEqual({ kind: 'waiting' });
  });

  it('words about no dossier change nothing', () => {
    expect(applyVerdict(received, verdict(1))).toBe(received);
    expect(applyVerdict(received, verdict(9999))).toBe(received);
    expect(applyCityEvent(received, complete(7, 3, []))).toBe(received);
    const news: CityEvent = { ...complete(1, 1, []), what: { type: 'reference-changed', version: 3 } };
    expect(applyCityEvent(received, news)).toBe(received);
  });

  it('[CW-1] any order and any repetition of the same words give the same', () => {
    const words = [1, 2].flatMap((n) => [
      ...seqsOf(received, n).map((seq) => verdict(seq)),
      complete(n, dossierOf(received, n).lastSeq, pagesOf(received, n)),
      complete(n, seqsOf(received, n)[0] ?? 0, []),
    ]);
    const odd = [
      verdict(seqsOf(received)[1] ?? 0, 'refused', 52),
      verdict(seqsOf(received)[2] ?? 0, 'refused', 51),
    ];
    const hear = (state: DeskState, word: Verdict | CityEvent) =>
      'what' in word ? applyCityEvent(state, word) : applyVerdict(state, word);
    const shuffled = (all: readonly (Verdict | CityEvent)[]) =>
      fc
        .tuple(
          fc.shuffledSubarray([...all], { minLength: all.length }),
          fc.array(fc.constantFrom(...all), { maxLength: 10 }),
        )
        .map(([order, repeats]) => [...order.slice(0, 3), ...repeats, ...order]);
    for (const all of [words, [...words, ...odd]]) {
      const straight = all.reduce(hear, received);
      expect(cityOf(straight).kind).toBe(all === words ? 'complete' : 'refused');
      expect(cityOf(straight, 2).kind).toBe('complete');
      fc.assert(
        fc.property(shuffled(all), (heard) => {
          expect(heard.reduce(hear, received)).toEqual(straight);
          expect(applyCityWords(received, heard)).toEqual(straight);
        }),
        { numRuns: 100 },
      );
    }
  });

  it('[CW-1] it does not matter whether a word or the next fact of the desk comes first', () => {
    const word = verdict(last);
    const order = {
      type: 'return-dossier',
      commandId: commandId(13),
      dossierId: dossierId(1),
      reason: 'Sai tên',
    } as const;
    const wordFirst = run(applyVerdict(received, word), order).state;
    const factFirst = applyVerdict(run(received, order).state, word);
    expect(factFirst).toEqual(wordFirst);
  });
});
