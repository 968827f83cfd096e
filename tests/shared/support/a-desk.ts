import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../../src/shared/base/canonical-json.ts';
import type { Instant, LocalDate } from '../../../src/shared/base/dates.ts';
import {
  type CommandId,
  DeskId,
  type DossierId,
  type EventId,
  type LeaseId,
  OfficerId,
  type Sha256,
} from '../../../src/shared/base/ids.ts';
import type { Failure } from '../../../src/shared/base/result.ts';
import type { Desk } from '../../../src/shared/domain/desk/desk.ts';
import type { Command } from '../../../src/shared/domain/desk-log/command.ts';
import { decide } from '../../../src/shared/domain/desk-log/decide.ts';
import type { DecisionContext } from '../../../src/shared/domain/desk-log/decision-context.ts';
import { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { createEvolve, emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import type { Author } from '../../../src/shared/domain/desk-log/who-may-append.ts';
import { calendar2026 } from '../../../src/shared/domain/due-date/calendar-2026.ts';
import { NumberLease } from '../../../src/shared/domain/number-lease/number-lease.ts';
import type { Officer } from '../../../src/shared/domain/officer/officer.ts';
import { sampleProcedures } from './sample-procedures.ts';

export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
export const evolve = createEvolve({ sha256Hex });

/** The n-th id of a kind: a valid UUIDv7 that a reader can tell apart. */
export const uuid = (n: number, kind = 0): string =>
  `00000000-000${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const commandId = (n: number): CommandId => uuid(n, 1) as CommandId;
export const dossierId = (n: number): DossierId => uuid(n, 2) as DossierId;
export const leaseId = (n: number): LeaseId => uuid(n, 3) as LeaseId;

/** Saturday's neighbour Friday 20/11/2026, 10:42 in Hà Nội. */
export const NOW = '2026-11-20T03:42:00.000Z' as Instant;
export const TODAY = '2026-11-20' as LocalDate;

export const ha: Officer = {
  officerId: OfficerId.parse('ha.nt'),
  fullName: 'Nguyễn Thu Hà',
  role: 'reception-officer',
  title: 'chị',
};
export const lan: Officer = {
  ...ha,
  officerId: OfficerId.parse('lan.pt'),
  fullName: 'Phạm Thị Lan',
};
export const minh: Officer = {
  officerId: OfficerId.parse('minh.tv'),
  fullName: 'Trần Văn Minh',
  role: 'branch-supervisor',
  title: 'anh',
};

export const desk: Desk = {
  deskId: DeskId.parse('CN02-Q03'),
  name: 'Quầy 03',
  branch: {
    branchId: 'CN02',
    name: 'Chi nhánh số 02 · Cầu Giấy',
    unitCode: 'H26.40.02',
    address: '68 Cầu Giấy',
    phone: '024 3833 0000',
    collectorName: 'Trung tâm Phục vụ hành chính công thành phố Hà Nội',
    collectorTaxCode: '0101248141',
    parentName: 'UBND THÀNH PHỐ HÀ NỘI',
    place: 'Hà Nội',
  },
};

export const context: DecisionContext = {
  now: NOW,
  calendar: calendar2026,
  reference: { version: 1, procedures: sampleProcedures, receipt: { form: 'EBL01', series: '26TAA' } },
};

export const dossierLease = (n: number, from: number, to: number, date: string = TODAY): NumberLease =>
  NumberLease.parse({ kind: 'dossier-code', leaseId: leaseId(n), from, to, unitCode: 'H26.40.02', date });
export const receiptLease = (n: number, from: number, to: number, series = '26TAA'): NumberLease =>
  NumberLease.parse({
    kind: 'receipt',
    leaseId: leaseId(n),
    from,
    to,
    form: 'EBL01',
    series,
    year: 2000 + Number(series.slice(0, 2)),
  });
export const slipLease = (n: number, from: number, to: number): NumberLease =>
  NumberLease.parse({ kind: 'intake-slip', leaseId: leaseId(n), from, to, year: 2026 });

/** The facts as events that follow on `state`, chained by a real hash. */
export function toEvents(
  state: DeskState,
  facts: readonly Fact[],
  command: CommandId,
  by: OfficerId | null = state.signedIn?.officerId ?? null,
): DeskEvent[] {
  let prev = state.head.hash;
  return facts.map((fact, index) => {
    const seq = state.head.seq + 1 + index;
    const unsigned = {
      id: uuid(seq, 4) as EventId,
      desk: desk.deskId,
      seq,
      prev,
      at: NOW,
      by,
      command,
      fact,
    };
    const hash = sha256Hex(canonicalJson(unsigned)) as Sha256;
    prev = hash;
    return DeskEvent.parse({ ...unsigned, hash, signature: 'not checked here' });
  });
}

export type Ran = {
  readonly state: DeskState;
  readonly facts: readonly Fact[];
  readonly events: readonly DeskEvent[];
  readonly refused: Failure | null;
};

/** Decides one order and folds what came of it. */
export function run(state: DeskState, command: Command, over: Partial<DecisionContext> = {}): Ran {
  const decision = decide(state, command, { ...context, ...over });
  if (!decision.ok) return { state, facts: [], events: [], refused: decision.failure };
  const events = toEvents(state, decision.value, command.commandId);
  return { state: events.reduce(evolve, state), facts: decision.value, events, refused: null };
}

/** Runs orders that must all succeed. */
export function runAll(
  state: DeskState,
  commands: readonly Command[],
  over: Partial<DecisionContext> = {},
): DeskState {
  return commands.reduce((before, command) => {
    const ran = run(before, command, over);
    if (ran.refused !== null) throw new Error(`${command.type} refused: ${JSON.stringify(ran.refused)}`);
    return ran.state;
  }, state);
}

/** Enrolled, with 10 numbers of each kind, Hà signed in. Command ids from 9001. */
export const openDesk = (leases: readonly NumberLease[] = defaultLeases()): DeskState =>
  runAll(emptyDeskState, [
    { type: 'enrol-desk', commandId: commandId(9001), desk, deskPublicKey: 'd', cityPublicKey: 'c' },
    ...leases.map(
      (lease, index): Command => ({ type: 'accept-lease', commandId: commandId(9100 + index), lease }),
    ),
    { type: 'sign-in', commandId: commandId(9002), officer: ha },
  ]);

export const defaultLeases = (): NumberLease[] => [
  dossierLease(1, 3001, 3010),
  receiptLease(2, 501, 510),
  slipLease(3, 71, 80),
];

let signIns = 0;
/** The same desk with somebody else before it. */
export function withOfficer(state: DeskState, officer: Officer): DeskState {
  signIns += 1;
  return runAll(state, [{ type: 'sign-in', commandId: commandId(20_000 + signIns), officer }]);
}

export const authorOf = (fact: Fact, signedIn: Officer | null): Author =>
  ['desk-enrolled', 'number-lease-received', 'dossier-code-assigned'].includes(fact.type) ||
  fact.type.startsWith('officer-')
    ? 'desk'
    : (signedIn ?? 'desk');
