import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../src/shared/base/dates.ts';
import { emptyDeskState } from '../../../../src/shared/domain/desk-log/evolve.ts';
import type { DossierContent } from '../../../../src/shared/domain/dossier/dossier-received.ts';
import type { Paper } from '../../../../src/shared/domain/paper/paper.ts';
import {
  commandId,
  context,
  defaultLeases,
  dossierId,
  dossierLease,
  minh,
  NOW,
  openDesk,
  receiptLease,
  run,
  runAll,
  slipLease,
  withOfficer,
} from '../../support/a-desk.ts';
import { contentFor, fee, page, papersFor, receive } from '../../support/a-dossier.ts';
import { birth, residence, singleStatus } from '../../support/sample-procedures.ts';

const refusal = (content: DossierContent, state = openDesk()) =>
  run(state, receive(1, content)).refused?.code;

/** The content with one paper changed. */
const withPaper = (index: number, change: Partial<Paper>, procedure = residence): DossierContent =>
  contentFor(procedure, {
    papers: papersFor(procedure).map((paper, at) => (at === index ? { ...paper, ...change } : paper)),
  });

describe('receiving a dossier', () => {
  it('[DL-5] [IS-1] makes dossier, receipt, slip and submission in one commit', () => {
    const { facts, state } = run(openDesk(), receive(1));
    expect(facts.map((fact) => fact.type)).toEqual([
      'dossier-received',
      'receipt-issued',
      'intake-slip-issued',
      'dossier-submitted',
    ]);
    const dossier = state.dossiers.get(dossierId(1));
    expect(dossier).toMatchObject({
      code: 'H26.40.02-261120-3001',
      status: 'submitted',
      receivedBy: 'ha.nt',
      receivedAt: NOW,
      dueAt: '2026-12-02T03:42:00.000Z',
      receipt: { leased: { number: 501 }, totalVnd: 20_000, payerName: 'Lê Thị Thanh Hương', form: 'EBL01' },
      slip: { leased: { number: 71 } },
      city: { kind: 'waiting' },
    });
    expect(dossier?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(dossier?.history.map((step) => step.type)).toEqual(facts.map((fact) => fact.type));
  });

  it('[IS-3] keeps that the due date was an estimate, by the calendar of that moment', () => {
    const calendar = {
      ...context.calendar,
      decidedUntil: '2026-11-25' as typeof context.calendar.decidedUntil,
    };
    const { facts, state } = run(openDesk(), receive(1), { calendar });
    expect(facts[0]).toMatchObject({ type: 'dossier-received', dueEstimated: true });
    expect(state.dossiers.get(dossierId(1))?.dueEstimated).toBe(true);
    expect(run(openDesk(), receive(1)).facts[0]).not.toHaveProperty('dueEstimated');
  });

  it('[RC-1] issues no receipt when nothing is taken', () => {
    const { facts } = run(
      openDesk([dossierLease(1, 1, 9), slipLease(3, 1, 9)]),
      receive(1, contentFor(birth)),
    );
    expect(facts.map((fact) => fact.type)).toEqual([
      'dossier-received',
      'intake-slip-issued',
      'dossier-submitted',
    ]);
  });

  it('[RC-1] leaves lines of 0 đồng off the receipt', () => {
    const feeLines = [fee('Nộp trực tiếp', 20_000), fee('Miễn', 0, true)];
    const { state } = run(openDesk(), receive(1, contentFor(residence, { feeLines })));
    expect(state.dossiers.get(dossierId(1))?.receipt?.lines).toEqual([feeLines[0]]);
  });

  it('[RC-2] adds unit times quantity', () => {
    const feeLines = [fee('Nộp trực tiếp', 20_000, false, 3), fee('Bản sao', 8_000, true, 2)];
    const { state } = run(openDesk(), receive(1, contentFor(residence, { feeLines })));
    expect(state.dossiers.get(dossierId(1))?.receipt?.totalVnd).toBe(76_000);
  });

  it('[DO-1] the code is of the day in Hà Nội, also when UTC is a day behind', () => {
    const now = '2026-11-20T17:30:00.000Z' as Instant;
    const leases = [...defaultLeases(), dossierLease(4, 12, 20, '2026-11-21')];
    const { state } = run(openDesk(leases), receive(1), { now });
    expect(state.dossiers.get(dossierId(1))?.code).toBe('H26.40.02-261121-0012');
  });

  it('[DO-1] [BR-1] grows past four digits', () => {
    const { state } = run(
      openDesk([dossierLease(1, 12_345, 12_350), ...defaultLeases().slice(1)]),
      receive(1),
    );
    expect(state.dossiers.get(dossierId(1))?.code).toBe('H26.40.02-261120-12345');
  });

  it('[DL-2] sent twice, makes its facts once and says so by an empty list', () => {
    const once = run(openDesk(), receive(1));
    const twice = run(once.state, receive(1));
    expect(twice).toMatchObject({ refused: null, facts: [] });
    expect(twice.state).toBe(once.state);
  });

  it('[DL-2] the same dossier under another command is refused', () => {
    const { state } = run(openDesk(), receive(1));
    expect(run(state, { ...receive(1), commandId: commandId(77) }).refused?.code).toBe(
      'dossier-already-received',
    );
  });

  it('[OF-2] [SO-1] needs a reception officer who is signed in', () => {
    expect(run(emptyDeskState, receive(1)).refused?.code).toBe('desk-not-enrolled');
    const signedOut = runAll(openDesk(), [
      { type: 'sign-out', commandId: commandId(5), officerId: 'ha.nt' as never },
    ]);
    expect(run(signedOut, receive(1)).refused?.code).toBe('not-signed-in');
    expect(run(withOfficer(openDesk(), minh), receive(1)).refused?.code).toBe('role-may-not');
  });

  it('[DO-2] refuses an unknown procedure and one of another version of the catalogue', () => {
    const none = { reference: { ...context.reference, procedures: [] } };
    expect(run(openDesk(), receive(1), none).refused?.code).toBe('procedure-unknown');
    const newer = { reference: { ...context.reference, version: 2 } };
    expect(run(openDesk(), receive(1), newer).refused?.code).toBe('procedure-outdated');
    const procedure = { ...contentFor().procedure, processing: { value: 1, unit: 'workingDay' as const } };
    expect(refusal(contentFor(residence, { procedure }))).toBe('procedure-outdated');
  });

  it.each<[string, Partial<Paper>, number, string | undefined]>([
    ['[PA-1] submitted without a page', { pages: [] }, 0, 'paper-needs-pages'],
    ['[PA-1] presented with a page', { status: 'presented' }, 0, 'paper-has-pages-but-not-submitted'],
    ['[PA-1] presented without a page', { status: 'presented', pages: [] }, 0, undefined],
    ['[PA-2] only shown, yet scanned', { status: 'submitted', pages: [page()] }, 2, 'paper-present-only'],
    ['[PA-2] only shown, yet said to be handed in', { status: 'submitted' }, 2, 'paper-present-only'],
    ['[PA-3] required, yet not needed', { status: 'not-needed', pages: [] }, 0, 'paper-is-required'],
    ['[PA-3] required under a condition and not needed', { status: 'not-needed', pages: [] }, 1, undefined],
    ['[PA-3] owed without a note', { status: 'owed', pages: [], note: ' ' }, 0, 'paper-owed-needs-note'],
    ['[PA-3] owed with a note', { status: 'owed', pages: [], note: 'Nộp trước 25/11' }, 0, undefined],
    ['[PA-4] without a name', { requirement: null, name: ' ' }, 3, 'paper-without-name'],
  ])('%s', (_rule, change, index, code) => {
    expect(refusal(withPaper(index, change))).toBe(code);
  });

  it('[PA-4] a row of the procedure without a paper', () => {
    const papers = papersFor(residence).slice(1);
    expect(refusal(contentFor(residence, { papers }))).toBe('paper-not-listed');
  });

  it('[PA-6] one page in two papers', () => {
    const shared = page();
    const papers = papersFor(birth).map((paper) => ({ ...paper, pages: [shared] }));
    expect(refusal(contentFor(birth, { papers }))).toBe('page-in-two-papers');
  });

  it('[RC-3] an amount nobody vouches for must be checked by the officer', () => {
    const lines = (checked: boolean) => ({ feeLines: [fee('Lệ phí (cần kiểm tra)', 10_000, checked)] });
    expect(refusal(contentFor(singleStatus, lines(false)))).toBe('fee-not-checked');
    expect(refusal(contentFor(singleStatus, lines(true)))).toBeUndefined();
    // A confirmed fee with another amount is another fee.
    expect(refusal(contentFor(residence, { feeLines: [fee('Nộp trực tiếp', 19_000)] }))).toBe(
      'fee-not-checked',
    );
  });

  it('[RC-2] refuses more than a receipt can hold', () => {
    const feeLines = [fee('Lớn', 99_999_999_999, true, 2)];
    expect(refusal(contentFor(residence, { feeLines }))).toBe('fees-too-large');
  });

  it('[AP-2] refuses a number that is none, and content that is not of the shape at all', () => {
    const { applicant } = contentFor();
    expect(refusal(contentFor(residence, { applicant: { ...applicant, personalId: '12345678' } }))).toBe(
      'applicant-id-bad',
    );
    expect(refusal(contentFor(residence, { applicant: { ...applicant, fullName: '' } }))).toBe(
      'content-invalid',
    );
  });

  it('[NL-3] [DL-12] the last number is issued; then the dossier is received without one of that kind', () => {
    const leases = [dossierLease(1, 3, 3), receiptLease(2, 5, 5), slipLease(3, 7, 7)];
    const first = run(openDesk(leases), receive(1));
    expect(first.facts).toMatchObject([
      { type: 'dossier-received', code: 'H26.40.02-261120-0003', leased: { number: 3 } },
      { type: 'receipt-issued', leased: { number: 5 } },
      { type: 'intake-slip-issued', leased: { number: 7 } },
      { type: 'dossier-submitted' },
    ]);
    const second = run(first.state, receive(2));
    expect(second.facts).toMatchObject([
      { type: 'dossier-received', code: 'TAM-CN02-Q03-261120-0001', leased: null, feeDeferred: true },
      { type: 'intake-slip-issued', leased: null },
      { type: 'dossier-submitted' },
    ]);
  });

  it('[NL-2] blocks of another day or year do not serve; another series of the year does', () => {
    const [code, receipt, slip] = defaultLeases();
    const facts = (leases: Parameters<typeof openDesk>[0], over = {}) =>
      run(openDesk(leases), receive(1), over).facts;
    expect(facts([dossierLease(1, 1, 9, '2026-11-23'), receipt as never, slip as never])[0]).toMatchObject({
      code: 'TAM-CN02-Q03-261120-0001',
    });
    expect(facts([code as never, receiptLease(2, 1, 9, '26TAB'), slip as never])[1]).toMatchObject({
      series: '26TAB',
      leased: { number: 1 },
    });
    const nextYear = { now: '2027-01-04T03:00:00.000Z' as Instant };
    const leases = [dossierLease(1, 1, 9, '2027-01-04'), receipt as never, slip as never];
    expect(facts(leases, nextYear)).toMatchObject([
      { type: 'dossier-received', code: 'H26.40.02-270104-0001', feeDeferred: true },
      { type: 'intake-slip-issued', leased: null },
      { type: 'dossier-submitted' },
    ]);
  });
});
