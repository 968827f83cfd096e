import type { z } from 'zod';
import { NO_HASH } from '../../src/shared/base/ids.ts';
import type {
  EventBatchReply,
  EventEnvelope,
  RefusalReason,
} from '../../src/shared/contracts/city/events.ts';
import { DeskEvent } from '../../src/shared/domain/desk-log/desk-event.ts';
import { checkEvent } from './check-event.ts';
import type { CityContext } from './city-context.ts';
import type { Sql } from './city-database.ts';
import { judgeFact } from './judge/judge-fact.ts';
import { lockCity, sayWhatPagesAreWanted } from './tell-desk.ts';

type Reply = z.input<typeof EventBatchReply>;
type Statement = Reply['verdicts'][number];

/** Data that PostgreSQL itself turns down (class 22, 23): the event's fault, not the city's. */
const isDataFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));

/** Judges one fact under a savepoint, so that a refused one leaves no trace and the batch goes on. */
async function judge(sql: Sql, parsed: DeskEvent): Promise<RefusalReason | null> {
  await sql.query('SAVEPOINT fact');
  try {
    const reason = await judgeFact(sql, parsed);
    if (reason === null) await sql.query('RELEASE SAVEPOINT fact');
    else await sql.query('ROLLBACK TO SAVEPOINT fact');
    return reason;
  } catch (error) {
    if (!isDataFault(error)) throw error;
    await sql.query('ROLLBACK TO SAVEPOINT fact');
    return 'cannot-store';
  }
}

/** Takes a batch in one transaction: after a kill either all of its verdicts stand or none was given. */
export async function takeEvents(
  city: CityContext,
  deskId: string,
  events: readonly EventEnvelope[],
): Promise<Reply> {
  return city.database.transaction(async (sql) => {
    await lockCity(sql);
    const [desk] = await sql.query<{ public_key: string }>(
      'SELECT public_key FROM desks WHERE desk_id = $1',
      [deskId],
    );
    const [head] = await sql.query<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM desk_events WHERE desk_id = $1 ORDER BY seq DESC LIMIT 1',
      [deskId],
    );
    let last = head ?? { seq: 0, hash: NO_HASH };
    const verdicts: Statement[] = [];
    const verdict = (event: EventEnvelope, reason: RefusalReason | null): Statement =>
      city.key.say({
        deskId: deskId as Statement['body']['deskId'], // a desk id of our own table
        seq: event.seq,
        hash: event.hash,
        outcome: reason === null ? 'accepted' : 'refused',
        reasonCode: reason ?? '',
        reason: '',
        at: city.now().toISOString() as Statement['body']['at'], // toISOString is an Instant
      });

    for (const event of events) {
      if (event.seq > last.seq + 1) return { verdicts, nextSeq: last.seq + 1, gap: true };
      if (event.seq <= last.seq) {
        verdicts.push(await verdictAgain(sql, deskId, event, () => verdict(event, 'seq-conflict')));
        continue;
      }
      const parsed = DeskEvent.safeParse(event);
      const reason =
        checkEvent(event, { deskId, deskPublicKey: desk?.public_key ?? '', prev: last.hash }) ??
        (parsed.success ? await judge(sql, parsed.data) : 'malformed');
      const statement = verdict(event, reason);
      await sql.query('INSERT INTO desk_events VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
        deskId,
        event.seq,
        event.hash,
        parsed.success ? parsed.data.fact.type : 'malformed',
        JSON.stringify(event),
        statement.body.outcome,
        statement.body.reasonCode,
        JSON.stringify(statement),
        statement.body.at,
      ]);
      verdicts.push(statement);
      last = { seq: event.seq, hash: event.hash };
      const dossierId = parsed.success && 'dossierId' in parsed.data.fact ? parsed.data.fact.dossierId : null;
      if (reason === null && dossierId !== null) await sayWhatPagesAreWanted(city, sql, dossierId);
    }
    return { verdicts, nextSeq: last.seq + 1, gap: false };
  });
}

async function verdictAgain(
  sql: Sql,
  deskId: string,
  event: EventEnvelope,
  conflict: () => Statement,
): Promise<Statement> {
  const [same] = await sql.query<{ statement: string }>(
    `SELECT statement FROM desk_events WHERE desk_id = $1 AND seq = $2 AND hash = $3
     UNION ALL SELECT statement FROM seq_conflicts WHERE desk_id = $1 AND seq = $2 AND hash = $3`,
    [deskId, event.seq, event.hash],
  );
  if (same !== undefined) return JSON.parse(same.statement);
  const statement = conflict();
  await sql.query('INSERT INTO seq_conflicts VALUES ($1, $2, $3, $4, $5)', [
    deskId,
    event.seq,
    event.hash,
    JSON.stringify(event),
    JSON.stringify(statement),
  ]);
  return statement;
}
