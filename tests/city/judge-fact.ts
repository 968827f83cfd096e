import type { RefusalReason } from '../../src/shared/contracts/city/events.ts';
import type { DeskEvent } from '../../src/shared/domain/desk-log/desk-event.ts';
import type { DossierContent } from '../../src/shared/domain/dossier/dossier-received.ts';
import type {
  LeasedNumber,
  NumberKind,
  NumberLease,
} from '../../src/shared/domain/number-lease/number-lease.ts';
import type { Sql } from './city-database.ts';

type Judgement = RefusalReason | null;
type FactOf<T extends DeskEvent['fact']['type']> = Extract<DeskEvent['fact'], { type: T }>;
type DossierRow = {
  dossier_id: string;
  desk_id: string;
  status: string;
  received_by: string | null;
  corrected_by: string | null;
};

type LentNumber = { readonly lease: NumberLease; readonly scope: string };

async function findLent(sql: Sql, deskId: string, leaseId: string): Promise<LentNumber | undefined> {
  const [row] = await sql.query<{ body: string; scope: string }>(
    'SELECT body, scope FROM leases WHERE lease_id = $1 AND desk_id = $2',
    [leaseId, deskId],
  );
  return row === undefined ? undefined : { lease: JSON.parse(row.body), scope: row.scope };
}

/** Uses up a number of a lease, or says why it cannot. */
async function useNumber(
  sql: Sql,
  deskId: string,
  kind: NumberKind,
  leased: LeasedNumber,
  use: { readonly dossierId: string | null; readonly voided: boolean },
): Promise<LentNumber | RefusalReason> {
  const lent = await findLent(sql, deskId, leased.leaseId);
  if (lent === undefined || lent.lease.kind !== kind) return 'lease-unknown';
  if (leased.number < lent.lease.from || leased.number > lent.lease.to) return 'number-outside-lease';
  const taken = await sql.query(
    'INSERT INTO used_numbers VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING number',
    [lent.scope, leased.number, leased.leaseId, use.dossierId, use.voided],
  );
  return taken.length === 0 ? 'number-used' : lent;
}

async function findDossier(sql: Sql, deskId: string, dossierId: string): Promise<DossierRow | undefined> {
  const rows = await sql.query<DossierRow>(
    `SELECT dossier_id, desk_id, status, received_by, corrected_by FROM dossiers
      WHERE dossier_id = $1 AND desk_id = $2`,
    [dossierId, deskId],
  );
  return rows[0];
}

async function procedureKnown(sql: Sql, code: string): Promise<boolean> {
  const rows = await sql.query<{ body: string }>('SELECT body FROM reference_versions ORDER BY version DESC');
  return rows.some((row) => JSON.parse(row.body).procedures.some((p: { code: string }) => p.code === code));
}

async function putPages(sql: Sql, dossierId: string, content: DossierContent): Promise<void> {
  await sql.query('DELETE FROM dossier_pages WHERE dossier_id = $1', [dossierId]);
  for (const page of content.papers.flatMap((paper) => paper.pages))
    await sql.query('INSERT INTO dossier_pages VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      dossierId,
      page.sha256,
      page.byteLength,
    ]);
}

async function receive(sql: Sql, event: DeskEvent, fact: FactOf<'dossier-received'>): Promise<Judgement> {
  if (!(await procedureKnown(sql, fact.content.procedure.code))) return 'procedure-unknown';
  const known = await sql.query('SELECT 1 FROM dossiers WHERE dossier_id = $1 OR code = $2', [
    fact.dossierId,
    fact.code,
  ]);
  if (known.length > 0) return 'dossier-known';
  const lent = await findLent(sql, event.desk, fact.leased.leaseId);
  if (lent?.lease.kind !== 'dossier-code') return 'lease-unknown';
  const [unit, day, number] = fact.code.split('-');
  const yyMMdd = lent.lease.date.slice(2).replaceAll('-', '');
  if (unit !== lent.lease.unitCode || day !== yyMMdd || Number(number) !== fact.leased.number)
    return 'code-differs';
  const used = await useNumber(sql, event.desk, 'dossier-code', fact.leased, {
    dossierId: fact.dossierId,
    voided: false,
  });
  if (typeof used === 'string') return used;
  await sql.query(
    `INSERT INTO dossiers (dossier_id, desk_id, code, procedure_code, applicant_name, status, received_by,
                           received_at, due_at, content_seq)
     VALUES ($1, $2, $3, $4, $5, 'received', $6, $7, $8, $9)`,
    [
      fact.dossierId,
      event.desk,
      fact.code,
      fact.content.procedure.code,
      fact.content.applicant.fullName,
      event.by,
      fact.receivedAt,
      fact.dueAt,
      event.seq,
    ],
  );
  await putPages(sql, fact.dossierId, fact.content);
  return null;
}

async function correct(sql: Sql, event: DeskEvent, fact: FactOf<'dossier-corrected'>): Promise<Judgement> {
  const dossier = await findDossier(sql, event.desk, fact.dossierId);
  if (dossier === undefined) return 'dossier-unknown';
  if (dossier.status !== 'returned') return 'status-forbids';
  await sql.query(
    `UPDATE dossiers SET content_seq = $2, corrected_by = $3, status = 'received', procedure_code = $4,
            applicant_name = $5 WHERE dossier_id = $1`,
    [fact.dossierId, event.seq, event.by, fact.content.procedure.code, fact.content.applicant.fullName],
  );
  await putPages(sql, fact.dossierId, fact.content);
  return null;
}

async function issueReceipt(sql: Sql, event: DeskEvent, fact: FactOf<'receipt-issued'>): Promise<Judgement> {
  if ((await findDossier(sql, event.desk, fact.dossierId)) === undefined) return 'dossier-unknown';
  const issued = await sql.query('SELECT 1 FROM receipts WHERE dossier_id = $1', [fact.dossierId]);
  if (issued.length > 0) return 'already-issued';
  const total = fact.lines.reduce((sum, line) => sum + line.unitVnd * line.quantity, 0);
  if (total !== fact.totalVnd) return 'total-differs';
  const used = await useNumber(sql, event.desk, 'receipt', fact.leased, {
    dossierId: fact.dossierId,
    voided: false,
  });
  if (typeof used === 'string') return used;
  if (used.lease.kind !== 'receipt' || used.lease.form !== fact.form || used.lease.series !== fact.series)
    return 'lease-differs';
  await sql.query('INSERT INTO receipts VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    fact.dossierId,
    fact.form,
    fact.series,
    used.lease.year,
    fact.leased.number,
    fact.totalVnd,
    fact.issuedAt,
  ]);
  return null;
}

async function issueSlip(sql: Sql, event: DeskEvent, fact: FactOf<'intake-slip-issued'>): Promise<Judgement> {
  if ((await findDossier(sql, event.desk, fact.dossierId)) === undefined) return 'dossier-unknown';
  const issued = await sql.query('SELECT 1 FROM intake_slips WHERE dossier_id = $1', [fact.dossierId]);
  if (issued.length > 0) return 'already-issued';
  const used = await useNumber(sql, event.desk, 'intake-slip', fact.leased, {
    dossierId: fact.dossierId,
    voided: false,
  });
  if (typeof used === 'string') return used;
  await sql.query('INSERT INTO intake_slips VALUES ($1, $2, $3)', [
    fact.dossierId,
    fact.leased.number,
    fact.issuedAt,
  ]);
  return null;
}

/** From which statuses a dossier may go to the next; the desk's own table says who besides. */
const STEPS = {
  'dossier-submitted': { from: ['received'], to: 'submitted' },
  'dossier-approved': { from: ['submitted'], to: 'approved' },
  'dossier-returned': { from: ['submitted'], to: 'returned' },
} as const;

async function step(
  sql: Sql,
  event: DeskEvent,
  fact: FactOf<'dossier-submitted' | 'dossier-approved' | 'dossier-returned'>,
): Promise<Judgement> {
  const dossier = await findDossier(sql, event.desk, fact.dossierId);
  if (dossier === undefined) return 'dossier-unknown';
  const { from, to } = STEPS[fact.type];
  if (!from.some((status) => status === dossier.status)) return 'status-forbids';
  const own = event.by === dossier.received_by || event.by === dossier.corrected_by;
  if (fact.type === 'dossier-approved' && own) return 'four-eyes';
  await sql.query('UPDATE dossiers SET status = $2 WHERE dossier_id = $1', [fact.dossierId, to]);
  return null;
}

async function enrolled(sql: Sql, event: DeskEvent, fact: FactOf<'desk-enrolled'>): Promise<Judgement> {
  const rows = await sql.query('SELECT 1 FROM desks WHERE desk_id = $1 AND public_key = $2', [
    fact.desk.deskId,
    fact.deskPublicKey,
  ]);
  return rows.length === 0 || fact.desk.deskId !== event.desk ? 'desk-differs' : null;
}

/** Carries a fact into the city's tables; a reason to refuse it leaves them untouched (the caller undoes). */
export async function judgeFact(sql: Sql, event: DeskEvent): Promise<Judgement> {
  const { fact } = event;
  switch (fact.type) {
    case 'desk-enrolled':
      return enrolled(sql, event, fact);
    case 'officer-signed-in': {
      const rows = await sql.query('SELECT 1 FROM officers WHERE officer_id = $1', [fact.officer.officerId]);
      return rows.length === 0 ? 'officer-unknown' : null;
    }
    case 'officer-signed-out':
      return null;
    case 'number-lease-received': {
      const lent = await findLent(sql, event.desk, fact.lease.leaseId);
      if (lent === undefined) return 'lease-unknown';
      return lent.lease.from === fact.lease.from && lent.lease.to === fact.lease.to ? null : 'lease-differs';
    }
    case 'number-voided': {
      const used = await useNumber(sql, event.desk, fact.kind, fact, { dossierId: null, voided: true });
      return typeof used === 'string' ? used : null;
    }
    case 'dossier-received':
      return receive(sql, event, fact);
    case 'dossier-corrected':
      return correct(sql, event, fact);
    case 'receipt-issued':
      return issueReceipt(sql, event, fact);
    case 'intake-slip-issued':
      return issueSlip(sql, event, fact);
    case 'dossier-submitted':
    case 'dossier-approved':
    case 'dossier-returned':
      return step(sql, event, fact);
  }
}
