import { judgeCodeAssigned } from './code-assigned.ts';
import type { FactOf, Judge, Judgement } from './judgement.ts';
import { findDossier, procedureKnown, putPages } from './known-dossier.ts';
import type { AskingSql } from './question.ts';
import { judgeReceipt } from './receipt.ts';
import { judgeReceived } from './receive.ts';
import { judgeSlip } from './slip.ts';

type Resent = FactOf<'dossier-resent'>;
type Event = Parameters<Judge<Resent>>[1];

/** The city took none of it: a reception, under the final code with the provisional one as its alias. */
async function receiveAnew(sql: AskingSql, event: Event, fact: Resent): Promise<Judgement> {
  const reason = await judgeReceived(sql, event, { ...fact, type: 'dossier-received' });
  if (reason !== null || fact.provisionalCode === undefined || fact.leased === null) return reason;
  const named = await sql.query(
    `INSERT INTO dossier_aliases (provisional_code, dossier_id, code) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING 1`,
    [fact.provisionalCode, fact.dossierId, fact.code],
  );
  return named.length === 0 ? 'dossier-known' : null;
}

/** The city has it: new content; the sign-off starts again. */
async function takeContent(sql: AskingSql, event: Event, fact: Resent): Promise<Judgement> {
  if (!(await procedureKnown(sql, fact.content.procedure.code))) return 'procedure-unknown';
  await sql.query(
    `UPDATE dossiers SET content_seq = $2, corrected_by = $3, status = 'received', procedure_code = $4,
            applicant_name = $5, due_at = $6 WHERE dossier_id = $1`,
    [
      fact.dossierId,
      event.seq,
      event.by,
      fact.content.procedure.code,
      fact.content.applicant.fullName,
      fact.dueAt,
    ],
  );
  await putPages(sql, fact.dossierId, fact.content);
  const { code, provisionalCode, leased, dossierId } = fact;
  if (provisionalCode === undefined || leased === null) return null;
  const type = 'dossier-code-assigned';
  // Its leased code is of the final form: the desk's own schema for a code assigned.
  const assigned = { type, dossierId, provisionalCode, code, leased } as FactOf<'dossier-code-assigned'>;
  return judgeCodeAssigned(sql, event, assigned);
}

/** A receipt that the city has must be the very same; one that it refused before is taken now. */
async function judgeReceiptAgain(sql: AskingSql, event: Event, { receipt }: Resent): Promise<Judgement> {
  if (receipt === null) return null;
  const [known] = await sql.query<{ form: string; series: string; number: number; total_vnd: number }>(
    'SELECT form, series, number, total_vnd FROM receipts WHERE dossier_id = $1',
    [receipt.dossierId],
  );
  if (known === undefined) return judgeReceipt(sql, event, receipt);
  const same =
    known.form === receipt.form &&
    known.series === receipt.series &&
    known.number === receipt.leased.number &&
    Number(known.total_vnd) === receipt.totalVnd;
  return same ? null : 'already-issued';
}

async function judgeSlipAgain(sql: AskingSql, event: Event, { slip }: Resent): Promise<Judgement> {
  if (slip === null) return null;
  const [known] = await sql.query<{ number: number | null }>(
    'SELECT number FROM intake_slips WHERE dossier_id = $1',
    [slip.dossierId],
  );
  if (known === undefined) return judgeSlip(sql, event, slip);
  return known.number === (slip.leased?.number ?? null) ? null : 'already-issued';
}

/**
 * A dossier that was refused, whole again: as a new one with its receipt and slip, or as new content where the city has
 * it already. All of it or nothing: the caller undoes what was written before a refusal.
 */
export const judgeResent: Judge<Resent> = async (sql, event, fact) => {
  const known = await findDossier(sql, event.desk, fact.dossierId);
  const taken = await (known === undefined ? receiveAnew : takeContent)(sql, event, fact);
  if (taken !== null) return taken;
  return (await judgeReceiptAgain(sql, event, fact)) ?? judgeSlipAgain(sql, event, fact);
};
