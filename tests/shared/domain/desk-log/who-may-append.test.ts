import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../../../../src/shared/base/dates.ts';
import { AmountVnd } from '../../../../src/shared/base/money.ts';
import type { Ground } from '../../../../src/shared/domain/desk-log/check-ground.ts';
import type { DeskState } from '../../../../src/shared/domain/desk-log/desk-state.ts';
import { emptyDeskState } from '../../../../src/shared/domain/desk-log/evolve.ts';
import type { Fact, FactType } from '../../../../src/shared/domain/desk-log/fact.ts';
import {
  type Author,
  whoMayAppend,
  whoMayAppendAll,
} from '../../../../src/shared/domain/desk-log/who-may-append.ts';
import { computeDueDate } from '../../../../src/shared/domain/due-date/compute-due-date.ts';
import type { LeasedNumber } from '../../../../src/shared/domain/number-lease/number-lease.ts';
import {
  commandId,
  context,
  desk,
  dossierId,
  ha,
  lan,
  leaseId,
  minh,
  NOW,
  openDesk,
  run,
  sha256Hex,
  slipLease,
  withOfficer,
} from '../../support/a-desk.ts';
import { contentFor, fee, page, papersFor, receive } from '../../support/a-dossier.ts';
import { residence } from '../../support/sample-procedures.ts';

const all = (state: DeskState, facts: readonly Fact[], author: Author) => {
  const result = whoMayAppendAll(state, facts, author, { sha256Hex, now: NOW, ground: context });
  return result.ok ? 'yes' : result.failure.code;
};
const one = (state: DeskState, fact: Fact, author: Author) => {
  const result = whoMayAppend(state, fact, author);
  return result.ok ? 'yes' : result.failure.code;
};

/** The same block with another number of it. */
const numbered = (leased: LeasedNumber | null, number: number): LeasedNumber => ({
  leaseId: leased?.leaseId ?? leaseId(99),
  number,
});

const start = openDesk();
const intake = run(start, receive(1));
/** The intake's facts with one of them changed. */
const tampered = <T extends FactType>(type: T, change: (fact: Extract<Fact, { type: T }>) => Fact): Fact[] =>
  intake.facts.map((fact) => (fact.type === type ? change(fact as Extract<Fact, { type: T }>) : fact));

describe("the journal's guard", () => {
  it('[DL-8] takes an honest intake', () => {
    expect(all(start, intake.facts, ha)).toBe('yes');
  });

  it('[DL-9] the window cannot append the word of the desk, nor the desk that of an officer', () => {
    const lease: Fact = { type: 'number-lease-received', lease: slipLease(9, 500, 600) };
    const signIn: Fact = { type: 'officer-signed-in', officer: { ...ha, role: 'branch-supervisor' } };
    for (const fact of [lease, signIn]) {
      expect(one(start, fact, ha)).toBe('fact-not-for-window');
      expect(one(start, fact, 'desk')).toBe('yes');
    }
    expect(all(start, intake.facts, 'desk')).toBe('fact-needs-officer');
    const enrolled: Fact = { type: 'desk-enrolled', desk, deskPublicKey: 'd', cityPublicKey: 'c' };
    expect(one(emptyDeskState, enrolled, 'desk')).toBe('yes');
    expect(one(start, enrolled, 'desk')).toBe('desk-already-enrolled');
    expect(one(emptyDeskState, signIn, 'desk')).toBe('desk-not-enrolled');
    expect(one(start, { type: 'officer-signed-out', officerId: minh.officerId }, 'desk')).toBe(
      'not-signed-in',
    );
  });

  it('[OF-2] only the officer who is signed in, in the role signed in with', () => {
    expect(all(start, intake.facts, lan)).toBe('not-signed-in');
    expect(all(start, intake.facts, { ...ha, role: 'branch-supervisor' })).toBe('not-signed-in');
    expect(all(withOfficer(start, minh), intake.facts, minh)).toBe('role-may-not');
  });

  it('[NL-1] [NL-5] numbers must be free and of the block named', () => {
    const leased = (number: number) =>
      tampered('dossier-received', (fact) => ({ ...fact, leased: numbered(fact.leased, number) }));
    expect(all(start, leased(9000), ha)).toBe('number-outside-lease');
    expect(all(start, leased(3002), ha)).toBe('number-not-of-lease');
    expect(all(intake.state, leased(3001).map(asDossierTwo), ha)).toBe('number-already-used');
    const series = tampered('receipt-issued', (fact) => ({ ...fact, series: '26TAB' }));
    expect(all(start, series, ha)).toBe('number-not-of-lease');
    const stolen = tampered('intake-slip-issued', (fact) => ({
      ...fact,
      leased: numbered(fact.leased, 999),
    }));
    expect(all(start, stolen, ha)).toBe('number-outside-lease');
  });

  it('[NL-4] a number passed over, with everything else right, is refused', () => {
    const skip = <T extends { leased: LeasedNumber | null }>(fact: T): T => ({
      ...fact,
      leased: numbered(fact.leased, (fact.leased?.number ?? 0) + 1),
    });
    expect(all(start, tampered('receipt-issued', skip), ha)).toBe('number-out-of-order');
    expect(all(start, tampered('intake-slip-issued', skip), ha)).toBe('number-out-of-order');
    const code = tampered('dossier-received', (fact) => ({
      ...skip(fact),
      code: fact.code.replace(/3001$/, '3002') as typeof fact.code,
    }));
    expect(all(start, code, ha)).toBe('number-out-of-order');
  });

  it('[NL-2] numbers of another day or year do not serve', () => {
    const nextDay = '2026-11-21T03:42:00.000Z' as Instant;
    const nextYear = '2027-01-01T03:42:00.000Z' as Instant;
    const later = tampered('dossier-received', (fact) => ({ ...fact, receivedAt: nextDay }));
    const receipt = tampered('receipt-issued', (fact) => ({ ...fact, issuedAt: nextYear }));
    const slip = tampered('intake-slip-issued', (fact) => ({ ...fact, issuedAt: nextYear }));
    for (const facts of [later, receipt, slip]) expect(all(start, facts, ha)).toBe('number-not-of-lease');
  });

  it('[DL-11] the moments on papers are not the window’s to choose', () => {
    const at = (time: string) => `2026-11-20T${time}.000Z` as Instant;
    const moved = (time: string) => [
      tampered('dossier-received', (fact) => receivedAt(fact, at(time))),
      tampered('receipt-issued', (fact) => ({ ...fact, issuedAt: at(time) })),
      tampered('intake-slip-issued', (fact) => ({ ...fact, issuedAt: at(time) })),
    ];
    for (const facts of [...moved('03:52:00'), ...moved('03:32:00')])
      expect(all(start, facts, ha)).toBe('yes');
    for (const facts of [...moved('03:52:01'), ...moved('03:31:59')])
      expect(all(start, facts, ha)).toBe('clock-of-window-differs');
  });

  it('[DL-11] decided a second before midnight in Hà Nội, written down a second after it', () => {
    const decidedAt = '2026-11-20T16:59:59.000Z' as Instant;
    const writtenAt = '2026-11-20T17:00:01.000Z' as Instant;
    const facts = intake.facts.map((fact) => {
      if (fact.type === 'dossier-received') return receivedAt(fact, decidedAt);
      return 'issuedAt' in fact ? { ...fact, issuedAt: decidedAt } : fact;
    });
    expect(whoMayAppendAll(start, facts, ha, { sha256Hex, now: writtenAt, ground: context }).ok).toBe(true);
  });

  it('[DL-10] receipt and slip agree with the dossier and come with it', () => {
    const cheap = tampered('receipt-issued', (fact) => ({ ...fact, totalVnd: AmountVnd.parse(1) }));
    expect(all(start, cheap, ha)).toBe('paper-disagrees');
    const otherLines = tampered('receipt-issued', (fact) => ({ ...fact, lines: [fee('Khác', 20_000)] }));
    expect(all(start, otherLines, ha)).toBe('paper-disagrees');
    const otherPayer = tampered('receipt-issued', (fact) => ({ ...fact, payerName: 'Người khác' }));
    const elsewhere = tampered('receipt-issued', (fact) => ({ ...fact, payerAddress: 'Nơi khác' }));
    const otherMethod = tampered('receipt-issued', (fact) => ({
      ...fact,
      method: fact.method === 'cash' ? ('transfer' as const) : ('cash' as const),
    }));
    for (const facts of [otherPayer, elsewhere, otherMethod])
      expect(all(start, facts, ha)).toBe('paper-disagrees');
    const without = (type: FactType) => intake.facts.filter((fact) => fact.type !== type);
    expect(all(start, without('receipt-issued'), ha)).toBe('commit-incomplete');
    expect(all(start, without('intake-slip-issued'), ha)).toBe('commit-incomplete');
    expect(all(start, [...intake.facts, ...intake.facts], ha)).toBe('dossier-already-received');
  });

  it('[PA-1] [PA-6] papers are judged here too', () => {
    const papers = papersFor(residence).map((paper) => ({ ...paper, pages: [] }));
    const empty = tampered('dossier-received', (fact) => ({ ...fact, content: { ...fact.content, papers } }));
    expect(all(start, empty, ha)).toBe('paper-needs-pages');
  });

  it('[SO-2] [SO-3] [SO-4] approval by a supervisor, of the content seen, never of one’s own', () => {
    const { contentHash } = intake.state.dossiers.get(dossierId(1)) ?? { contentHash: '' as never };
    const approval: Fact = { type: 'dossier-approved', dossierId: dossierId(1), contentHash };
    expect(one(intake.state, approval, ha)).toBe('role-may-not');
    expect(one(withOfficer(intake.state, minh), approval, minh)).toBe('yes');
    const promoted = { ...ha, role: 'branch-supervisor' as const };
    expect(one(withOfficer(intake.state, promoted), approval, promoted)).toBe('own-dossier');
    const other = { ...approval, contentHash: 'a'.repeat(64) as never };
    expect(one(withOfficer(intake.state, minh), other, minh)).toBe('content-changed');
    const unknown = { ...approval, dossierId: dossierId(5) };
    expect(one(withOfficer(intake.state, minh), unknown, minh)).toBe('dossier-unknown');
  });

  it('[DO-3] [DO-4] a correction only of what was returned, fees and procedure kept', () => {
    const content = contentFor(residence, { note: 'Đã bổ sung' });
    const corrected: Fact = { type: 'dossier-corrected', dossierId: dossierId(1), content };
    expect(one(intake.state, corrected, ha)).toBe('status-forbids');
    const back = run(withOfficer(intake.state, minh), {
      type: 'return-dossier',
      commandId: commandId(2),
      dossierId: dossierId(1),
      reason: 'Thiếu chữ ký',
    }).state;
    const atHa = withOfficer(back, ha);
    expect(one(atHa, corrected, ha)).toBe('yes');
    const cheaper = { ...content, feeLines: [fee('Nộp trực tiếp', 1000)] };
    expect(one(atHa, { ...corrected, content: cheaper }, ha)).toBe('fees-fixed');
    const other = { ...content, procedure: { ...content.procedure, name: 'Khác' } };
    expect(one(atHa, { ...corrected, content: other }, ha)).toBe('procedure-fixed');
    const shared = page();
    const twice = content.papers.map((paper) =>
      paper.pages.length > 0 ? { ...paper, pages: [shared] } : paper,
    );
    expect(one(atHa, { ...corrected, content: { ...content, papers: twice } }, ha)).toBe(
      'page-in-two-papers',
    );
  });

  it('[RC-4] no receipt or slip after the intake', () => {
    for (const fact of intake.facts) {
      if (fact.type === 'receipt-issued' || fact.type === 'intake-slip-issued') {
        expect(one(intake.state, fact, ha)).toBe('status-forbids');
      }
    }
  });

  describe('catalogue and calendar [DL-16]', () => {
    const judged = (facts: readonly Fact[], ground: Ground | null) => {
      const result = whoMayAppendAll(start, facts, ha, { sha256Hex, now: NOW, ground });
      return result.ok ? 'yes' : result.failure.code;
    };
    const receivedWith = (change: object) =>
      tampered('dossier-received', (fact) => ({ ...fact, ...change }) as Fact);

    it('a due date that the calendar does not give is refused, an estimate called certain too', () => {
      expect(judged(intake.facts, context)).toBe('yes');
      for (const change of [
        { dueAt: '2026-12-31T03:42:00.000Z' as Instant },
        { dueAt: null },
        { dueEstimated: true },
      ])
        expect(judged(receivedWith(change), context)).toBe('due-date-differs');
      const decidedUntilBefore = { ...context.calendar, decidedUntil: '2026-11-20' as LocalDate };
      expect(judged(intake.facts, { ...context, calendar: decidedUntilBefore })).toBe('due-date-differs');
    });

    it('a term, a procedure or a paper that the catalogue does not list is refused', () => {
      const { content } = intake.facts[0] as Extract<Fact, { type: 'dossier-received' }>;
      const procedure = { ...content.procedure, processing: { value: 1, unit: 'hours' } };
      expect(judged(receivedWith({ content: { ...content, procedure } }), context)).toBe(
        'procedure-outdated',
      );
      expect(judged(intake.facts, { ...context, reference: { version: 1, procedures: [] } })).toBe(
        'procedure-unknown',
      );
      const newer = { ...context.reference, version: 2 };
      expect(judged(intake.facts, { ...context, reference: newer })).toBe('procedure-outdated');
      const [paper] = content.papers;
      const fewer = { ...content, papers: paper === undefined ? [] : [{ ...paper, requirement: null }] };
      expect(judged(receivedWith({ content: fewer }), context)).not.toBe('yes');
    });

    it('without any catalogue nothing is received', () => {
      expect(judged(intake.facts, null)).toBe('reference-missing');
    });
  });
});

function asDossierTwo(fact: Fact): Fact {
  return 'dossierId' in fact ? ({ ...fact, dossierId: dossierId(2) } as Fact) : fact;
}

/** The same dossier at another moment, with the due date of that moment. */
const receivedAt = (fact: Extract<Fact, { type: 'dossier-received' }>, at: Instant): Fact => ({
  ...fact,
  receivedAt: at,
  dueAt: computeDueDate(at, fact.content.procedure.processing, context.calendar).dueAt,
});
