import { Instant } from '../../../src/shared/base/dates.ts';
import type { DossierId, LeaseId, OfficerId, Sha256 } from '../../../src/shared/base/ids.ts';
import type { LineStatus } from '../../../src/shared/contracts/bridge/line-status.ts';
import { ReferenceView } from '../../../src/shared/contracts/bridge/reference-view.ts';
import { MOST_REFUSED_ACTS_TOLD, RefusedActs } from '../../../src/shared/contracts/bridge/refused-act.ts';
import type { StartReport } from '../../../src/shared/contracts/bridge/start-report.ts';
import { Desk } from '../../../src/shared/domain/desk/desk.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { dossierCodeWant } from '../../../src/shared/domain/dossier/wanted-numbers.ts';
import { calendar2026 } from '../../../src/shared/domain/due-date/calendar-2026.ts';
import { Officer } from '../../../src/shared/domain/officer/officer.ts';
import sampleProcedures from '../../city/sample-catalogue/procedures.json' with { type: 'json' };

export const now = (): Instant => Instant.parse(new Date().toISOString());

export const officers = [
  { officerId: 'ha.nt', fullName: 'Nguyễn Thu Hà', role: 'reception-officer', title: 'chị' },
  { officerId: 'minh.pv', fullName: 'Phạm Văn Minh', role: 'reception-officer', title: 'anh' },
  { officerId: 'dung.lq', fullName: 'Lê Quang Dũng', role: 'branch-supervisor', title: 'anh' },
].map((officer) => Officer.parse(officer));

export const desk = Desk.parse({
  deskId: 'CN02-Q03',
  name: 'Quầy 03',
  branch: {
    branchId: 'CN02',
    name: 'Chi nhánh số 02 · Cầu Giấy',
    unitCode: 'H26.40.02',
    address: 'Số 36 Cầu Giấy, Hà Nội',
    phone: '024 3333 0202',
    collectorName: 'Trung tâm Phục vụ hành chính công',
    collectorTaxCode: '0100000000',
    parentName: 'UBND thành phố Hà Nội',
    place: 'Hà Nội',
  },
});

export const reference = ReferenceView.parse({
  version: 3,
  effectiveFrom: '2026-11-01',
  confirmedAt: '2026-11-21T01:02:03.000Z',
  signInUntil: '2026-12-21T01:02:03.000Z',
  sample: true,
  procedures: sampleProcedures,
  calendar: calendar2026,
  officers,
  receipt: { form: 'EBL01', series: '26TAA' },
});

/** A desk with numbers to give, nothing received yet. */
export function sampleState(signedIn: Officer | null): DeskState {
  const year = new Date().getFullYear();
  const lease = (id: number) =>
    `0190000000007000800000000000000${id}`.replace(
      /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
      '$1-$2-$3-$4-$5',
    ) as LeaseId;
  const blocks = [
    { ...dossierCodeWant(desk.branch.unitCode, now()), leaseId: lease(1), from: 3001, to: 3999 },
    { kind: 'receipt', form: 'EBL01', series: '26TAA', year, leaseId: lease(2), from: 1187, to: 1400 },
    { kind: 'intake-slip', year, leaseId: lease(3), from: 501, to: 900 },
  ] as const;
  return {
    head: { seq: 12, hash: '0'.repeat(64) as Sha256 },
    desk,
    signedIn,
    officers: new Map(officers.map((officer) => [officer.officerId as OfficerId, officer])),
    leases: new Map(blocks.map((block) => [block.leaseId, { lease: block, next: block.from, voided: [] }])),
    dossiers: new Map<DossierId, never>(),
    closedDays: new Map(),
    awaitingCode: new Set(),
    commands: new Map(),
  };
}

export const startReport = (
  signedIn: Officer | null,
  status: StartReport['status'] = 'ready',
): StartReport => ({
  status,
  desk: status === 'ready' ? desk : null,
  head: { seq: 12, hash: '0'.repeat(64) as Sha256 },
  signedIn,
  standIn: true,
  practice: true,
  version: '0.1.0',
  notices: [],
});

export const lineDown = (): LineStatus => ({
  state: 'city-unreachable',
  since: new Date(Date.now() - 90 * 60_000).toISOString(),
  lastHeardAt: null,
  unsentEvents: 41,
  unsentDossiers: 14,
  unsentPages: 66,
  unsentBytes: 31_000_000,
  bytesPerSecond: null,
  secondsLeft: null,
  answerSeconds: null,
  pagesHeld: null,
  nextTryAt: null,
  referenceVersion: 3,
  refusedActs: { count: 0, newest: [] },
});

/** `count` acts that the city refused, the newest ones told, of every kind in turn. */
export function sampleRefusedActs(now: Date, count: number): RefusedActs {
  const kinds: readonly (readonly [act: unknown, reasonCode: string])[] = [
    [{ type: 'day-closed', date: '2026-11-19' }, 'cannot-store'],
    [{ type: 'officer-signed-in', officerId: 'minh.pv' }, 'officer-unknown'],
    [{ type: 'number-voided', kind: 'receipt', number: 1187 }, 'number-used'],
    [{ type: 'number-lease-received', kind: 'receipt', from: 1187, to: 1400 }, 'lease-unknown'],
    [{ type: 'number-leases-closed', blocks: 4 }, 'lease-unknown'],
    [{ type: 'officer-signed-out', officerId: 'ha.nt' }, 'chain-broken'],
    [{ type: 'desk-enrolled' }, 'desk-differs'],
    [{ type: 'number-lease-received', kind: 'intake-slip', from: 501, to: 900 }, 'of-next-year'],
  ];
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
  return RefusedActs.parse({
    count,
    newest: Array.from({ length: Math.min(count, MOST_REFUSED_ACTS_TOLD) }, (_, index) => {
      const [act, reasonCode] = kinds[index % kinds.length] ?? [];
      const minutes = 10 + index * 190;
      return {
        ...{ seq: 1204 - index * 7, act, reasonCode, reason: '' },
        ...{ madeAt: before(minutes + 2), refusedAt: before(minutes) },
      };
    }),
  });
}
