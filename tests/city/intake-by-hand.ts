import { createHash, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { Instant, LocalDate } from '../../src/shared/base/dates.ts';
import { hanoiDate } from '../../src/shared/base/hanoi-time.ts';
import type { DossierId, Sha256 } from '../../src/shared/base/ids.ts';
import type { AmountVnd } from '../../src/shared/base/money.ts';
import { LeaseReply } from '../../src/shared/contracts/city/leases.ts';
import type { Fact } from '../../src/shared/domain/desk-log/fact.ts';
import { composeDossierCode } from '../../src/shared/domain/dossier/dossier-code.ts';
import type { NumberLease } from '../../src/shared/domain/number-lease/number-lease.ts';
import { practiceContent } from '../main/city/practice-desk.ts';
import type { DeskByHand } from './enrol-by-hand.ts';

export const sha256Of = (bytes: Uint8Array): Sha256 =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;

/** `count` numbers of each kind from the city, and a way to take the next one of each. */
export async function borrowByHand(desk: DeskByHand, count: number) {
  const now = new Date().toISOString() as Instant;
  const date = hanoiDate(now);
  const year = Number(date.slice(0, 4));
  const asked = {
    requestId: v7(),
    wants: [
      { kind: 'dossier-code', date, count },
      { kind: 'receipt', year, count },
      { kind: 'intake-slip', year, count },
    ],
  };
  const reply = await desk.call('POST', '/v1/leases', asked);
  if (reply.status !== 200) throw new Error(`nothing lent: ${reply.status}`);
  const { leases } = LeaseReply.parse(reply.json).body;
  let used = 0;
  return {
    leases,
    date,
    /** The facts that the leases came. */
    facts: (): Fact[] => leases.map((lease) => ({ type: 'number-lease-received', lease })),
    /** One of each kind. */
    next: () => {
      used += 1;
      const nth = <K extends NumberLease['kind']>(kind: K) => {
        const lease = leases.find((l): l is Extract<NumberLease, { kind: K }> => l.kind === kind);
        if (lease === undefined || lease.from + used - 1 > lease.to) throw new Error(`no ${kind} left`);
        return { lease, leased: { leaseId: lease.leaseId, number: lease.from + used - 1 } };
      };
      return { code: nth('dossier-code'), receipt: nth('receipt'), slip: nth('intake-slip') };
    },
  };
}
export type Borrowed = Awaited<ReturnType<typeof borrowByHand>>;

/** Citizens differ: the city looks for each one's dossiers at other desks. */
const newPersonalId = (): string => `001190${String(randomInt(1_000_000)).padStart(6, '0')}`;

/** What an officer's one action makes: a dossier of these pages, its receipt and its slip. */
export function intakeFacts(borrowed: Borrowed, pages: readonly Uint8Array[]) {
  const { code, receipt, slip } = borrowed.next();
  const dossierId = v7() as DossierId;
  const at = new Date().toISOString() as Instant;
  const named = pages.map((bytes) => ({ sha256: sha256Of(bytes), byteLength: bytes.length }));
  const content = practiceContent(named);
  const facts: Fact[] = [
    {
      type: 'dossier-received',
      dossierId,
      code: composeDossierCode(code.lease.unitCode, borrowed.date as LocalDate, code.leased.number),
      leased: code.leased,
      content: { ...content, applicant: { ...content.applicant, personalId: newPersonalId() } },
      receivedAt: at,
      dueAt: null,
    },
    {
      type: 'receipt-issued',
      dossierId,
      form: receipt.lease.form,
      series: receipt.lease.series,
      leased: receipt.leased,
      lines: [{ name: 'Lệ phí', unitVnd: 8000 as AmountVnd, quantity: 2, checkedByOfficer: true }],
      totalVnd: 16_000 as AmountVnd,
      method: 'cash',
      payerName: 'Trần Văn Bình',
      payerAddress: 'Hà Nội',
      issuedAt: at,
    },
    { type: 'intake-slip-issued', dossierId, leased: slip.leased, issuedAt: at },
  ];
  return { dossierId, facts };
}

/** The fact with which every log begins. */
export const enrolledFact = (desk: DeskByHand): Fact => ({
  type: 'desk-enrolled',
  desk: desk.enrolment.desk,
  deskPublicKey: desk.deskPublicKey,
  cityPublicKey: desk.enrolment.cityPublicKey,
});
