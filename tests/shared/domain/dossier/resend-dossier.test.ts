import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../src/shared/base/dates.ts';
import type { DeskState } from '../../../../src/shared/domain/desk-log/desk-state.ts';
import { whoMayAppendAll } from '../../../../src/shared/domain/desk-log/who-may-append.ts';
import { findRefusals } from '../../../../src/shared/domain/dossier/city-standing.ts';
import type { DossierContent } from '../../../../src/shared/domain/dossier/dossier-received.ts';
import { allowedActions } from '../../../../src/shared/domain/sign-off/check-action.ts';
import {
  commandId,
  context,
  dossierId,
  ha,
  lan,
  minh,
  NOW,
  openDesk,
  run,
  sha256Hex,
  withOfficer,
} from '../../support/a-desk.ts';
import { contentFor, fee, receive } from '../../support/a-dossier.ts';
import { applyVerdict } from '../../support/a-word.ts';
import { birth, residence } from '../../support/sample-procedures.ts';

const id = dossierId(1);
const at = '2026-11-20T05:00:00.000Z' as Instant;
const dossierIn = (state: DeskState) => {
  const dossier = state.dossiers.get(id);
  if (dossier === undefined) throw new Error('no dossier');
  return dossier;
};
const refuse = (state: DeskState, seq: number, reasonCode: string): DeskState =>
  applyVerdict(state, { seq, outcome: 'refused', reasonCode, reason: '', at });
const accept = (state: DeskState, seq: number): DeskState =>
  applyVerdict(state, { seq, outcome: 'accepted', reasonCode: '', reason: '', at });
const resend = (n: number, content: DossierContent) =>
  ({ type: 'resend-dossier', commandId: commandId(n), dossierId: id, content }) as const;

/** Received, and every fact of it refused: the first for a reason, the others because the city knows no such dossier. */
function refused(reasonCode = 'cannot-store'): DeskState {
  const { state } = run(openDesk(), receive(1));
  const [first, ...rest] = dossierIn(state).history.map(({ seq }) => seq);
  return rest.reduce((s, seq) => refuse(s, seq, 'dossier-unknown'), refuse(state, first ?? 0, reasonCode));
}
const putRight = (state: DeskState): DossierContent => ({ ...dossierIn(state).content, note: 'Đã sửa' });

describe('a dossier that the city refused', () => {
  it('[CW-6] shows one trouble: the reception, not receipt, slip and submission after it', () => {
    const state = refused();
    expect(dossierIn(state).city).toMatchObject({ kind: 'refused', reasonCode: 'cannot-store' });
    expect(findRefusals(dossierIn(state))).toHaveLength(1);
  });

  it('[RS-1] is sent again whole under its number, with what was printed, and submitted', () => {
    const before = refused();
    const { facts, state, refused: no } = run(before, resend(2, putRight(before)));
    expect(no).toBeNull();
    expect(facts.map(({ type }) => type)).toEqual(['dossier-resent', 'dossier-submitted']);
    const was = dossierIn(before);
    expect(facts[0]).toMatchObject({
      code: was.code,
      receivedAt: was.receivedAt,
      dueAt: was.dueAt,
      receipt: was.receipt,
      slip: was.slip,
      refusedSeq: was.history[0]?.seq,
      leased: { number: 3001 },
    });
    expect(dossierIn(state)).toMatchObject({
      status: 'submitted',
      city: { kind: 'waiting' },
      correctedBy: 'ha.nt',
      receipt: was.receipt,
      slip: was.slip,
    });
    expect(dossierIn(state).history.length).toBe(was.history.length + 2);
    expect(state.leases).toEqual(before.leases);
  });

  it('[RS-2] is accepted then, or refused again and sent again', () => {
    const before = refused();
    let { state } = run(before, resend(2, putRight(before)));
    const again = dossierIn(state).history.at(-2)?.seq ?? 0;
    expect(dossierIn(accept(accept(state, again), again + 1)).city.kind).toBe('facts-accepted');

    state = refuse(state, again, 'procedure-unknown');
    expect(dossierIn(state).city).toMatchObject({ kind: 'refused', reasonCode: 'procedure-unknown' });
    expect(findRefusals(dossierIn(state)).map(({ seq }) => seq)).toEqual([
      dossierIn(before).history[0]?.seq,
      again,
    ]);
    const third = run(state, resend(3, putRight(state)));
    expect(third.facts[0]).toMatchObject({ refusedSeq: again });
  });

  it('[RS-3] takes no other step before, and no sending again without a refusal', () => {
    const state = refused();
    expect(allowedActions(ha, dossierIn(state))).toEqual(['resend']);
    expect(allowedActions(lan, dossierIn(state))).toEqual(['resend']);
    expect(allowedActions(minh, dossierIn(state))).toEqual([]);
    const signed = run(withOfficer(state, minh), {
      type: 'approve-dossier',
      commandId: commandId(4),
      dossierId: id,
      contentHash: dossierIn(state).contentHash,
    });
    expect(signed.refused?.code).toBe('city-refused');
    const { state: sound } = run(openDesk(), receive(1));
    expect(run(sound, resend(5, putRight(sound))).refused?.code).toBe('not-refused');
  });

  it('[RS-4] keeps fees once a receipt is printed, and its procedure unless that is what the city does not know', () => {
    const state = refused();
    const cheaper = { ...putRight(state), feeLines: [fee('Nộp trực tuyến', 10_000)] };
    expect(run(state, resend(2, cheaper)).refused?.code).toBe('fees-fixed');
    expect(run(state, resend(3, contentFor(birth))).refused?.code).toBe('procedure-fixed');

    const unknown = refused('procedure-unknown');
    const other = contentFor(birth, { feeLines: dossierIn(unknown).content.feeLines });
    const { facts, refused: no } = run(unknown, resend(4, other));
    expect(no).toBeNull();
    expect(facts[0]).toMatchObject({ receivedAt: dossierIn(unknown).receivedAt });
  });

  it('[RS-5] gets its receipt now when it is now that money is taken', () => {
    const free = run(openDesk(), receive(1, contentFor(residence, { feeLines: [] }))).state;
    const state = refuse(free, dossierIn(free).history[0]?.seq ?? 0, 'cannot-store');
    const { facts } = run(state, resend(2, contentFor()));
    expect(facts.map(({ type }) => type)).toEqual(['dossier-resent', 'receipt-issued', 'dossier-submitted']);
  });

  it('[RS-6] a refused later step is put right the same way', () => {
    const received = run(openDesk(), receive(1)).state;
    const seqs = dossierIn(received).history.map(({ seq }) => seq);
    const receipt = seqs[1] ?? 0;
    const state = seqs.reduce(
      (s, seq) => (seq === receipt ? s : accept(s, seq)),
      refuse(received, receipt, 'number-used'),
    );
    expect(dossierIn(state).city).toMatchObject({ kind: 'refused', reasonCode: 'number-used' });
    const after = run(state, resend(2, putRight(state))).state;
    expect(dossierIn(after).city.kind).toBe('waiting');
  });

  it('[CW-7] judged anew by a city that was put back: its later word stands, whichever comes first', () => {
    const state = refused();
    const first = dossierIn(state).history[0]?.seq ?? 0;
    const later = '2026-11-21T05:00:00.000Z' as Instant;
    const words = dossierIn(state).history.map(({ seq }) => ({
      seq,
      outcome: 'accepted' as const,
      reasonCode: '',
      reason: '',
      at: later,
    }));
    const pardoned = words.reduce(applyVerdict<DeskState>, state);
    expect(dossierIn(pardoned).city).toEqual({ kind: 'facts-accepted', at: later });
    const no = { seq: first, outcome: 'refused' as const, reasonCode: 'malformed', reason: '', at };
    expect(applyVerdict(pardoned, no)).toBe(pardoned);
  });

  it('[RS-7] main refuses a sending that changes what was given out, or that nobody asked for', () => {
    const state = refused();
    const facts = run(state, resend(2, putRight(state))).facts;
    const guard = (changed: object) =>
      whoMayAppendAll(state, [{ ...facts[0], ...changed } as never, ...facts.slice(1)], ha, {
        sha256Hex,
        now: NOW,
        ground: context,
      });
    expect(guard({})).toEqual({ ok: true, value: null });
    const code = (result: ReturnType<typeof guard>) => (result.ok ? 'taken' : result.failure.code);
    expect(code(guard({ code: 'H26.40.02-261120-3002' }))).toBe('resent-differs');
    expect(code(guard({ receipt: null }))).toBe('resent-differs');
    expect(code(guard({ slip: null }))).toBe('resent-differs');
    expect(code(guard({ refusedSeq: 1 }))).toBe('resent-differs');
    expect(code(guard({ dueAt: null }))).toBe('resent-differs');
    expect(code(guard({ receivedAt: '2026-11-19T03:42:00.000Z' }))).toBe('resent-differs');
    const sound = run(openDesk(), receive(1)).state;
    expect(code(whoMayAppendAll(sound, facts, ha, { sha256Hex, now: NOW, ground: context }))).toBe(
      'not-refused',
    );
  });

  it('[DL-2] the same order again makes nothing', () => {
    const state = refused();
    const order = resend(2, putRight(state));
    expect(run(run(state, order).state, order)).toMatchObject({ facts: [], refused: null });
  });
});
