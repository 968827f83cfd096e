import { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import { DossierCode } from '../../../src/shared/domain/dossier/dossier-received.ts';
import type { Officer } from '../../../src/shared/domain/officer/officer.ts';
import type { Sql } from '../city-database.ts';
import type { ProgressRecord, ProgressRequest, SyncRequest } from './national-record.ts';
import { type HeldDossier, toNationalRecord } from './to-national-record.ts';
import { toProgress, toProgressRequests } from './to-progress.ts';

type DossierRow = {
  dossier_id: string;
  desk_id: string;
  code: string;
  status: string;
  received_at: Date;
  due_at: Date | null;
  content_seq: number;
  office: string;
  is_new: boolean;
  pages_here: string[];
};
type EventRow = { dossier_id: string; desk_id: string; seq: number; raw: string; is_new: boolean };

export type NationalExport = {
  readonly dossiers: readonly SyncRequest[];
  readonly progress: readonly ProgressRequest[];
  /** What the portal would not take yet, and why: nothing is left out in silence. */
  readonly leftOut: readonly { readonly code: string; readonly why: 'no-due-date' | 'provisional-code' }[];
};

/** Dossiers of which the city took something (a fact, a page) since then. */
const changedSince = (sql: Sql, since: string) =>
  sql.query<DossierRow>(
    `WITH facts AS (
       SELECT desk_id, raw::json->'fact'->>'dossierId' AS dossier_id, min(received_at) AS first,
              max(received_at) AS last
         FROM desk_events WHERE outcome = 'accepted' GROUP BY 1, 2),
     here AS (
       SELECT dossier_id, array_agg(sha256 ORDER BY sha256) AS pages, max(complete_at) AS last
         FROM dossier_pages JOIN pages USING (sha256) WHERE complete_at IS NOT NULL GROUP BY 1)
     SELECT d.dossier_id, d.desk_id, d.code, d.status, d.received_at, d.due_at, d.content_seq,
            k.name || ' · ' || (b.body::json->>'name') AS office, f.first >= $1 AS is_new,
            coalesce(h.pages, '{}') AS pages_here
       FROM dossiers d JOIN facts f USING (desk_id, dossier_id) JOIN desks k USING (desk_id)
       JOIN branches b USING (branch_id) LEFT JOIN here h USING (dossier_id)
      WHERE greatest(f.last, h.last) >= $1 ORDER BY d.received_at, d.dossier_id`,
    [since],
  );

const factsOf = (sql: Sql, dossierIds: readonly string[], since: string) =>
  sql.query<EventRow>(
    `SELECT raw::json->'fact'->>'dossierId' AS dossier_id, desk_id, seq, raw, received_at >= $2 AS is_new
       FROM desk_events
      WHERE outcome = 'accepted' AND raw::json->'fact'->>'dossierId' = ANY($1) ORDER BY desk_id, seq`,
    [[...dossierIds], since],
  );

function heldFrom(row: DossierRow, events: readonly DeskEvent[]): HeldDossier {
  const content = events.find(({ seq }) => seq === row.content_seq)?.fact;
  if (content === undefined || !('content' in content)) throw new Error(`${row.code} has no content`);
  const receipts = events.flatMap(({ fact }) =>
    fact.type === 'receipt-issued'
      ? [fact]
      : fact.type === 'dossier-resent' && fact.receipt !== null
        ? [fact.receipt]
        : [],
  );
  return {
    code: row.code,
    status: row.status,
    receivedAt: new Date(row.received_at).toISOString(),
    dueAt: row.due_at === null ? null : new Date(row.due_at).toISOString(),
    content: content.content,
    receipt: receipts.at(-1) ?? null,
    pagesHere: new Set(row.pages_here),
  };
}

/**
 * What the national portal is to be sent of what the city took since `since`: new dossiers, then those that it has and that
 * changed, then the steps in between by tens.
 */
export async function exportNational(sql: Sql, since: string): Promise<NationalExport> {
  const rows = await changedSince(sql, since);
  const factRows = await factsOf(
    sql,
    rows.map(({ dossier_id }) => dossier_id),
    since,
  );
  const parsed = factRows.map((row) => ({ ...row, event: DeskEvent.parse(JSON.parse(row.raw)) }));
  const officers = new Map(
    (await sql.query<{ officer_id: string; body: string }>('SELECT officer_id, body FROM officers')).map(
      ({ officer_id, body }) => [officer_id, JSON.parse(body) as Officer], // written from our own type
    ),
  );
  const data: Record<SyncRequest['isUpdating'], SyncRequest['data'][number][]> = { False: [], True: [] };
  const steps: ProgressRecord[] = [];
  const leftOut: NationalExport['leftOut'][number][] = [];
  for (const row of rows) {
    const own = parsed.filter((each) => each.dossier_id === row.dossier_id && each.desk_id === row.desk_id);
    const held = heldFrom(
      row,
      own.map(({ event }) => event),
    );
    const { code, dueAt } = held;
    if (!DossierCode.safeParse(code).success) leftOut.push({ code, why: 'provisional-code' });
    else if (dueAt === null) leftOut.push({ code, why: 'no-due-date' });
    else {
      data[row.is_new ? 'False' : 'True'].push(toNationalRecord({ ...held, dueAt }));
      for (const { event } of own.filter(({ is_new }) => is_new)) {
        const known = officers.get(event.by ?? '');
        const officer = { fullName: known?.fullName ?? event.by ?? row.desk_id, title: titleOf(known) };
        const step = toProgress({ code, dueAt, event, officer, office: row.office });
        if (step !== null) steps.push(step);
      }
    }
  }
  return {
    dossiers: (['False', 'True'] as const)
      .filter((isUpdating) => data[isUpdating].length > 0)
      .map((isUpdating) => ({ service: 'DongBoHoSoMC', isUpdating, data: data[isUpdating] })),
    progress: toProgressRequests(steps),
    leftOut,
  };
}

const titleOf = (officer: Officer | undefined): string => {
  if (officer === undefined) return '';
  return officer.role === 'branch-supervisor' ? 'Lãnh đạo chi nhánh' : 'Cán bộ tiếp nhận';
};
