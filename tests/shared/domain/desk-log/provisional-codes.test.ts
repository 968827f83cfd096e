import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../src/shared/base/dates.ts';
import type { OfficerId } from '../../../../src/shared/base/ids.ts';
import { assignCodes, codesAwaited } from '../../../../src/shared/domain/desk-log/assign-codes.ts';
import type { DeskState } from '../../../../src/shared/domain/desk-log/desk-state.ts';
import type { Fact } from '../../../../src/shared/domain/desk-log/fact.ts';
import { type Author, whoMayAppendAll } from '../../../../src/shared/domain/desk-log/who-may-append.ts';
import { isProvisional } from '../../../../src/shared/domain/dossier/provisional-code.ts';
import type { NumberLease } from '../../../../src/shared/domain/number-lease/number-lease.ts';
import {
  commandId,
  context,
  dossierId,
  dossierLease,
  evolve,
  ha,
  lan,
  minh,
  NOW,
  openDesk,
  receiptLease,
  run,
  runAll,
  sha256Hex,
  slipLease,
  toEvents,
  withOfficer,
} from '../../support/a-desk.ts';
import { contentFor, receive } from '../../support/a-dossier.ts';
import { birth } from '../../support/sample-procedures.ts';

const TODAY_CODE = /^H26\.40\.02-261120-\d{4}$/;
const guard = (state: DeskState, facts: readonly Fact[], author: Author, now = NOW) => {
  const result = whoMayAppendAll(state, facts, author, { sha256Hex, now, ground: context });
  return result.ok ? 'yes' : result.failure.code;
};
const fold = (state: DeskState, facts: readonly Fact[], n: number, by: OfficerId | null = null) =>
  toEvents(state, facts, commandId(n), by).reduce(evolve, state);
const lend = (state: DeskState, lease: NumberLease, n: number) =>
  runAll(state, [{ type: 'accept-lease', commandId: commandId(n), lease }]);
const codes = (state: DeskState) => [...state.dossiers.values()].map(({ code }) => code);

/** No code of the day; receipts and slips are there. */
const codeless = openDesk([receiptLease(2, 501, 510), slipLease(3, 71, 80)]);
const three = runAll(codeless, [receive(1), receive(2), receive(3)]);

describe('provisional codes', () => {
  it('[DL-12] run by desk and day, and none is used again, also when the first has its final code', () => {
    expect(codes(three)).toEqual([
      'TAM-CN02-Q03-261120-0001',
      'TAM-CN02-Q03-261120-0002',
      'TAM-CN02-Q03-261120-0003',
    ]);
    const lent = lend(three, dossierLease(9, 3001, 3003), 50);
    const final = fold(lent, assignCodes(lent, 9), 51);
    expect(codes(final).every((code) => TODAY_CODE.test(code))).toBe(true);
    expect(run(final, receive(4)).facts[0]).toMatchObject({ code: 'TAM-CN02-Q03-261120-0004' });
    const tomorrow = { now: '2026-11-21T03:00:00.000Z' as Instant };
    expect(run(three, receive(5), tomorrow).facts[0]).toMatchObject({ code: 'TAM-CN02-Q03-261121-0001' });
  });

  it('[DL-13] final codes are of the day of intake, in the order of reception, once', () => {
    expect([...codesAwaited(three)]).toEqual([['2026-11-20', 3]]);
    // A block of another day serves nobody; one with two numbers serves the first two.
    const other = lend(three, dossierLease(8, 1, 50, '2026-11-21'), 50);
    expect(assignCodes(other, 9)).toEqual([]);
    const lent = lend(other, dossierLease(9, 3001, 3002), 51);
    const facts = assignCodes(lent, 9);
    expect(facts).toEqual(
      [1, 2].map((n) => ({
        type: 'dossier-code-assigned',
        dossierId: dossierId(n),
        provisionalCode: `TAM-CN02-Q03-261120-000${n}`,
        code: `H26.40.02-261120-300${n}`,
        leased: { leaseId: facts[0]?.leased.leaseId, number: 3000 + n },
      })),
    );
    expect(guard(lent, facts, 'desk')).toBe('yes');
    const given = fold(lent, facts, 52);
    expect([...codesAwaited(given)]).toEqual([['2026-11-20', 1]]);
    expect(given.dossiers.get(dossierId(1))).toMatchObject({
      code: 'H26.40.02-261120-3001',
      provisionalCode: 'TAM-CN02-Q03-261120-0001',
      status: 'submitted',
    });
    // The same facts again, or any of them, are refused; and a later block goes on where the first ended.
    expect(guard(given, facts, 'desk')).toBe('code-not-provisional');
    expect(assignCodes(given, 9)).toEqual([]);
    const more = lend(given, dossierLease(10, 3003, 3010), 53);
    expect(assignCodes(more, 9).map(({ code }) => code)).toEqual(['H26.40.02-261120-3003']);
  });

  it('[DL-13] a sign-off stands over the change of the code', () => {
    const signed = runAll(withOfficer(three, minh), [
      {
        type: 'approve-dossier',
        commandId: commandId(60),
        dossierId: dossierId(1),
        contentHash: three.dossiers.get(dossierId(1))?.contentHash ?? '',
      },
    ]);
    const lent = lend(signed, dossierLease(9, 3001, 3009), 61);
    expect(fold(lent, assignCodes(lent, 9), 62).dossiers.get(dossierId(1))).toMatchObject({
      status: 'approved',
      approvedBy: minh.officerId,
      code: 'H26.40.02-261120-3001',
    });
  });

  it("[DL-9] [DL-13] the window cannot give a code, nor the desk one that is not the dossier's", () => {
    const lent = lend(three, dossierLease(9, 3001, 3009), 70);
    const [fact] = assignCodes(lent, 9);
    if (fact === undefined) throw new Error('nothing to assign');
    expect(guard(lent, [fact], ha)).toBe('fact-not-for-window');
    expect(guard(lent, [{ ...fact, dossierId: dossierId(77) }], 'desk')).toBe('dossier-unknown');
    expect(guard(lent, [{ ...fact, dossierId: dossierId(2) }], 'desk')).toBe('code-not-provisional');
    const skipped = { ...fact.leased, number: 3002 };
    expect(guard(lent, [{ ...fact, leased: skipped }], 'desk')).toBe('number-not-of-lease');
    const wrong = { ...fact, code: 'H26.40.02-261120-3002' as typeof fact.code, leased: skipped };
    expect(guard(lent, [wrong], 'desk')).toBe('number-out-of-order');
  });

  it('[DL-12] a paper without a number is taken only when there was none', () => {
    const bare = openDesk([]);
    const intake = run(bare, receive(1));
    expect(guard(bare, intake.facts, ha)).toBe('yes');
    const stocked = openDesk();
    expect(guard(stocked, intake.facts, ha)).toBe('number-left-unused');
    const coded = openDesk([dossierLease(1, 1, 9)]);
    expect(guard(coded, intake.facts, ha)).toBe('number-left-unused');
    const [received, ...rest] = intake.facts;
    if (received?.type !== 'dossier-received') throw new Error('not received');
    const called = (code: string) => [{ ...received, code: code as typeof received.code }, ...rest];
    expect(guard(bare, called('TAM-CN02-Q03-261120-0002'), ha)).toBe('provisional-code-out-of-order');
    expect(guard(bare, called('TAM-CN02-Q04-261120-0001'), ha)).toBe('provisional-code-out-of-order');
    expect(guard(bare, called('H26.40.02-261120-0001'), ha)).toBe('provisional-code-out-of-order');
    // And a charge without receipt is not taken as deferred while there are receipts.
    const { feeDeferred: _, ...unsaid } = received;
    expect(guard(bare, [unsaid, ...rest], ha)).toBe('commit-incomplete');
    const paying = openDesk([receiptLease(2, 5, 9)]);
    expect(guard(paying, intake.facts, ha)).toBe('number-left-unused');
  });

  it('[DL-14] the citizen is told once, of a code that did change', () => {
    const tell = (n: number, of = 1) => ({
      type: 'tell-code' as const,
      commandId: commandId(n),
      dossierId: dossierId(of),
    });
    expect(run(three, tell(80)).refused?.code).toBe('code-not-changed');
    const lent = lend(three, dossierLease(9, 3001, 3009), 81);
    const given = fold(lent, assignCodes(lent, 9), 82);
    expect(run(withOfficer(given, minh), tell(83)).refused?.code).toBe('role-may-not');
    const told = run(withOfficer(given, lan), tell(84));
    expect(told.facts).toEqual([
      { type: 'dossier-code-told', dossierId: dossierId(1), code: 'H26.40.02-261120-3001' },
    ]);
    expect(told.state.dossiers.get(dossierId(1))?.codeTold).toBe(true);
    expect(run(told.state, tell(85)).refused?.code).toBe('code-told-already');
  });
});

describe('fees when no receipt number is left', () => {
  const broke = openDesk([dossierLease(1, 3001, 3010), slipLease(3, 71, 80)]);
  const owing = runAll(broke, [receive(1), receive(2, contentFor(birth))]);
  const collect = (n: number, method: 'cash' | 'transfer' = 'transfer') => ({
    type: 'collect-fee' as const,
    commandId: commandId(n),
    dossierId: dossierId(1),
    method,
  });

  it('[DL-15] are collected later, under a receipt of the moment, as the citizen pays then', () => {
    expect(owing.dossiers.get(dossierId(1))).toMatchObject({ feeDeferred: true, receipt: null });
    expect(owing.dossiers.get(dossierId(2))?.feeDeferred).toBeUndefined();
    expect(run(owing, collect(90)).refused?.code).toBe('receipt-numbers-exhausted');
    const later = { now: '2026-11-23T02:00:00.000Z' as Instant };
    const lent = lend(owing, receiptLease(2, 501, 510), 91);
    const paid = run(withOfficer(lent, lan), collect(92), later);
    expect(paid.facts).toMatchObject([
      { type: 'receipt-issued', method: 'transfer', totalVnd: 20_000, issuedAt: later.now },
    ]);
    expect(guard(withOfficer(lent, lan), paid.facts, lan, later.now)).toBe('yes');
    expect(guard(withOfficer(lent, minh), paid.facts, minh, later.now)).toBe('role-may-not');
    expect(run(paid.state, collect(93)).refused?.code).toBe('fee-not-owed');
  });

  it('[DL-15] a correction in between collects nothing by itself', () => {
    const lent = lend(owing, receiptLease(2, 501, 510), 94);
    const returned = runAll(withOfficer(lent, minh), [
      { type: 'return-dossier', commandId: commandId(95), dossierId: dossierId(1), reason: 'Thiếu chữ ký' },
    ]);
    const before = withOfficer(returned, ha);
    const corrected = run(before, {
      type: 'correct-dossier',
      commandId: commandId(96),
      dossierId: dossierId(1),
      content: contentFor(),
    });
    expect(corrected.facts.map(({ type }) => type)).toEqual(['dossier-corrected', 'dossier-submitted']);
    expect(guard(before, corrected.facts, ha)).toBe('yes');
    expect(run(corrected.state, collect(97)).facts).toHaveLength(1);
  });
});

it('[DO-8] the two shapes of code are told apart', () => {
  expect(isProvisional('TAM-CN02-Q03-261120-0001')).toBe(true);
  expect(isProvisional('TAM-CN02-Q03-261120-12345')).toBe(true);
  for (const code of ['H26.40.02-261120-0001', 'TAM-CN02-Q03-261120-001', 'tam-CN02-261120-0001', ''])
    expect(isProvisional(code)).toBe(false);
});
