import fc from 'fast-check';
import { LocalDate } from '../../../src/shared/base/dates.ts';
import { hanoiDate } from '../../../src/shared/base/hanoi-time.ts';
import type { Command } from '../../../src/shared/domain/desk-log/command.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import { openConflicts } from '../../../src/shared/domain/dossier/open-conflicts.ts';
import {
  commandId,
  dossierId,
  dossierLease,
  ha,
  lan,
  leaseId,
  minh,
  receiptLease,
  slipLease,
} from './a-desk.ts';
import { contentFor, fee } from './a-dossier.ts';
import { birth, residence, singleStatus } from './sample-procedures.ts';

/** What somebody does at the desk, before it is known in which state they do it. */
export type Deed = {
  readonly kind: Command['type'];
  readonly pick: number;
  readonly amount: number;
};

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Command['type']>('receive-dossier') },
    {
      weight: 8,
      arbitrary: fc.constantFrom<Command['type']>(
        'sign-in',
        'sign-out',
        'accept-lease',
        'submit-dossier',
        'approve-dossier',
        'return-dossier',
        'correct-dossier',
        'void-number',
        'collect-fee',
        'tell-code',
        'close-day',
        'enrol-desk',
      ),
    },
    {
      weight: 5,
      arbitrary: fc.constantFrom<Command['type']>('sign-in', 'return-dossier', 'correct-dossier'),
    },
  ),
  pick: fc.nat(60),
  amount: fc.nat(12),
});

const deed = (kind: Deed['kind'], pick: number): Deed => ({ kind, pick, amount: 9 });

/** Chance alone seldom walks the whole way: received, returned, corrected, approved. */
const wholeWay = fc
  .nat(60)
  .map((pick) => [
    deed('sign-in', 0),
    deed('receive-dossier', pick),
    deed('sign-in', 1),
    deed('return-dossier', pick),
    deed('sign-in', 2),
    deed('correct-dossier', pick),
    deed('sign-in', 1),
    deed('approve-dossier', pick),
  ]);

/** Codes run out, some come, the citizen is told. */
const shortOfCodes = fc
  .nat(60)
  .map((pick) => [
    deed('sign-in', 0),
    deed('receive-dossier', 0),
    deed('receive-dossier', 1),
    deed('receive-dossier', 0),
    deed('accept-lease', pick),
    deed('receive-dossier', 1),
    deed('tell-code', pick),
    deed('tell-code', pick + 1),
    deed('tell-code', pick + 2),
  ]);

/** A day of deeds in any order, now and then with a dossier's whole way among them. */
export const anyDay: fc.Arbitrary<readonly Deed[]> = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: anyDeed.map((one) => [one]) },
      { weight: 1, arbitrary: wholeWay },
      { weight: 1, arbitrary: shortOfCodes },
    ),
    {
      minLength: 5,
      maxLength: 50,
    },
  )
  .map((parts) => parts.flat());

const officers = [ha, minh, lan, minh, { ...ha, role: 'branch-supervisor' as const }];
const contents: readonly DossierContent[] = [
  contentFor(),
  contentFor(birth),
  contentFor(singleStatus, { feeLines: [fee('Lệ phí (cần kiểm tra)', 10_000, true)] }),
  contentFor(residence, { feeLines: [] }),
  contentFor(residence, { papers: [] }),
];

const at = <T>(list: readonly T[], pick: number): T => {
  const found = list[pick % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** The deed as an order in this state: mostly about what is there, sometimes about nothing. */
export function orderFor(state: DeskState, deed: Deed, n: number): Command {
  const { kind, pick, amount } = deed;
  const wanted = kind === 'correct-dossier' ? 'returned' : 'submitted';
  // Mostly a dossier that the deed fits, now and then any.
  const fitting = [...state.dossiers.values()].filter(({ status }) => amount < 3 || status === wanted);
  const known = fitting.length > 0 ? fitting : [...state.dossiers.values()];
  const dossier = amount < 3 ? known[pick % (known.length + 1)] : known[pick % known.length];
  const about = { commandId: commandId(n), dossierId: dossier?.dossierId ?? dossierId(9999) };
  const lease = [...state.leases.values()][pick % (state.leases.size + 1)];
  switch (kind) {
    case 'enrol-desk':
      return {
        type: kind,
        commandId: commandId(n),
        desk: state.desk as never,
        deskPublicKey: '',
        cityPublicKey: '',
      };
    case 'sign-in':
      return { type: kind, commandId: commandId(n), officer: at(officers, pick) };
    case 'sign-out':
      return { type: kind, commandId: commandId(n), officerId: at(officers, pick).officerId };
    case 'accept-lease': {
      const make = at([dossierLease, receiptLease, slipLease], amount);
      // From 0 upwards in steps that sometimes overlap what is held.
      return {
        type: kind,
        commandId: commandId(n),
        lease: make(100 + pick, 1 + pick * 3, 1 + pick * 3 + amount),
      };
    }
    case 'receive-dossier':
      return { type: kind, commandId: commandId(n), dossierId: dossierId(n), content: at(contents, pick) };
    case 'correct-dossier':
      return { type: kind, ...about, content: amount > 3 && dossier ? dossier.content : at(contents, pick) };
    case 'resend-dossier':
      return { type: kind, ...about, content: amount > 3 && dossier ? dossier.content : at(contents, pick) };
    case 'resolve-conflict': {
      const open = dossier === undefined ? [] : openConflicts(dossier);
      const asked = open[pick % (open.length + 1)] ?? open[0];
      return {
        type: kind,
        ...about,
        cursor: asked?.cursor ?? 1,
        what: asked?.what ?? {
          type: 'dossier-withdrawn',
          dossierId: about.dossierId,
          by: 'city',
          reason: '',
        },
        resolution: pick % 2 === 0 ? 'keep-desk' : 'accept-city',
        note: amount > 1 ? 'Đã hỏi công dân' : '',
      };
    }
    case 'close-day':
      return {
        type: kind,
        commandId: commandId(n),
        date: dossier === undefined ? LocalDate.parse('2026-11-21') : hanoiDate(dossier.receivedAt),
        paperCount: pick % 3 === 0 ? pick : state.dossiers.size,
        note: amount > 6 ? 'Một hồ sơ ở quầy bên' : '',
      };
    case 'submit-dossier':
      return { type: kind, ...about };
    case 'approve-dossier':
      return {
        type: kind,
        ...about,
        contentHash: amount > 1 && dossier ? dossier.contentHash : 'f'.repeat(64),
      };
    case 'collect-fee':
      return { type: kind, ...about, method: amount > 6 ? 'cash' : 'transfer' };
    case 'tell-code':
      return { type: kind, ...about };
    case 'return-dossier':
      return { type: kind, ...about, reason: amount > 1 ? 'Thiếu chữ ký' : '' };
    case 'void-number':
      return {
        type: kind,
        commandId: commandId(n),
        kind: lease?.lease.kind ?? 'receipt',
        leaseId: lease?.lease.leaseId ?? leaseId(999),
        number: (lease?.next ?? 1) + (amount % 4),
        reason: 'Giấy in kẹt',
      };
  }
}
