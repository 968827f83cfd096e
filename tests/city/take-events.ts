import type { z } from 'zod';
import { NO_HASH } from '../../src/shared/base/ids.ts';
import type {
  EventBatchReply,
  EventEnvelope,
  RefusalReason,
} from '../../src/shared/contracts/city/events.ts';
import { DeskEvent } from '../../src/shared/domain/desk-log/desk-event.ts';
import type { Fact } from '../../src/shared/domain/desk-log/fact.ts';
import { checkEvent } from './check-event.ts';
import type { CityContext } from './city-context.ts';
import type { Sql } from './city-database.ts';
import { type CityTransaction, changeCity } from './city-transaction.ts';
import { insertRows } from './insert-rows.ts';
import { type Judging, judgeOneByOne, judgeTogether, mustBeCareful } from './judge/judging.ts';
import { lockDesks, lockPages } from './locks.ts';
import { deskKeyOf } from './routes/session.ts';
import { sayElsewhere } from './say-elsewhere.ts';
import { sayWhatPagesAreWanted } from './say-what-pages-are-wanted.ts';

type Reply = z.input<typeof EventBatchReply>;
type Statement = Reply['verdicts'][number];
type Place = { readonly seq: number; readonly hash: string };
type Judged = { readonly event: EventEnvelope; readonly parsed: DeskEvent | null; readonly said: Statement };

/**
 * Takes a batch of a desk's log, however it was brought: in one transaction, so that after a kill either all of its
 * verdicts stand or none was given. Judged all together first; a batch of which something is refused, or cannot be stored,
 * is judged again, one by one.
 */
export async function takeEvents(
  city: CityContext,
  deskId: string,
  events: readonly EventEnvelope[],
): Promise<Reply> {
  try {
    return await takeBatch(city, deskId, events, judgeTogether);
  } catch (error) {
    if (!mustBeCareful(error)) throw error;
    return takeBatch(city, deskId, events, judgeOneByOne);
  }
}

function takeBatch(
  city: CityContext,
  deskId: string,
  events: readonly EventEnvelope[],
  judging: Judging,
): Promise<Reply> {
  return changeCity(city, async (tx) => {
    const parsed = new Map(events.map((event) => [event, DeskEvent.safeParse(event)]));
    await lockPages(
      tx,
      'naming',
      [...parsed.values()].flatMap(({ data }) => (data ? pagesNamed(data) : [])),
    );
    await lockDesks(tx, [deskId]);
    const [desk] = await tx.query<{ public_key: string; seq: number | null; hash: string | null }>(
      `SELECT d.public_key, e.seq, e.hash FROM desks d LEFT JOIN desk_events e USING (desk_id)
        WHERE d.desk_id = $1 ORDER BY e.seq DESC NULLS LAST LIMIT 1`,
      [deskId],
    );
    let last: Place = { seq: desk?.seq ?? 0, hash: desk?.hash ?? NO_HASH };
    const head = last.seq;
    const say = (event: EventEnvelope, reason: RefusalReason | null): Statement =>
      city.key.say({
        deskId: deskId as Statement['body']['deskId'], // a desk id of our own table
        seq: event.seq,
        hash: event.hash,
        outcome: reason === null ? 'accepted' : 'refused',
        reasonCode: reason ?? '',
        reason: '',
        at: city.now().toISOString() as Statement['body']['at'], // toISOString is an Instant
      });
    const again = events.filter((event) => event.seq <= head);
    const verdicts = await verdictsAgain(tx, deskId, again, (event) => say(event, 'seq-conflict'));
    const news: { event: EventEnvelope; read: DeskEvent | null; reason: RefusalReason | null }[] = [];
    // Whoever sends has a session, so its key is there.
    const deskKey = deskKeyOf(desk?.public_key ?? '');
    let gap = false;
    for (const event of events.filter(({ seq }) => seq > head)) {
      gap = event.seq !== last.seq + 1;
      if (gap) break;
      const read = parsed.get(event)?.data ?? null;
      const expected = { deskId, deskKey, prev: last.hash };
      news.push({ event, read, reason: checkEvent(event, expected) ?? (read === null ? 'malformed' : null) });
      last = { seq: event.seq, hash: event.hash };
    }
    const toJudge = news.flatMap(({ read, reason }) => (read === null || reason !== null ? [] : [read]));
    const judgements = await judging(tx, toJudge);
    const judged = new Map(toJudge.map((event, i) => [event, judgements[i] ?? null]));
    const fresh = news.map(({ event, read, reason }): Judged => {
      const judgement = read === null ? null : (judged.get(read) ?? null);
      return { event, parsed: read, said: say(event, reason ?? judgement) };
    });
    await keepEvents(tx, deskId, fresh);
    await sayWhatPagesAreWanted(tx, [...new Set(fresh.flatMap(dossierTaken))]);
    await sayElsewhere(tx, deskId, fresh.flatMap(factTaken));
    return { verdicts: [...verdicts, ...fresh.map(({ said }) => said)], nextSeq: last.seq + 1, gap };
  });
}

const dossierTaken = ({ parsed, said }: Judged): readonly string[] =>
  said.body.outcome === 'accepted' && parsed !== null && 'dossierId' in parsed.fact
    ? [parsed.fact.dossierId]
    : [];

const factTaken = ({ parsed, said }: Judged): readonly Fact[] =>
  said.body.outcome === 'accepted' && parsed !== null ? [parsed.fact] : [];

const pagesNamed = ({ fact }: DeskEvent): readonly string[] =>
  'content' in fact ? fact.content.papers.flatMap(({ pages }) => pages.map(({ sha256 }) => sha256)) : [];

function keepEvents(tx: CityTransaction, deskId: string, judged: readonly Judged[]): Promise<void> {
  return insertRows(
    tx,
    'desk_events',
    {
      desk_id: 'text',
      seq: 'int',
      hash: 'text',
      type: 'text',
      raw: 'text',
      outcome: 'text',
      reason_code: 'text',
      statement: 'text',
      received_at: 'timestamptz',
    },
    judged.map(({ event, parsed, said }) => ({
      desk_id: deskId,
      seq: event.seq,
      hash: event.hash,
      type: parsed?.fact.type ?? 'malformed',
      raw: JSON.stringify(event),
      outcome: said.body.outcome,
      reason_code: said.body.reasonCode,
      statement: JSON.stringify(said),
      received_at: said.body.at,
    })),
  );
}

/** What was said of these before, to the letter; another event under a taken seq is a conflict, and kept as evidence. */
async function verdictsAgain(
  sql: Sql,
  deskId: string,
  events: readonly EventEnvelope[],
  conflict: (event: EventEnvelope) => Statement,
): Promise<readonly Statement[]> {
  if (events.length === 0) return [];
  const seqs = events.map(({ seq }) => seq);
  const rows = await sql.query<{ seq: number; hash: string; statement: string }>(
    `SELECT seq, hash, statement FROM desk_events WHERE desk_id = $1 AND seq = ANY($2)
     UNION ALL SELECT seq, hash, statement FROM seq_conflicts WHERE desk_id = $1 AND seq = ANY($2)`,
    [deskId, seqs],
  );
  const known = new Map(rows.map(({ seq, hash, statement }) => [`${seq} ${hash}`, statement]));
  const statements: Statement[] = [];
  for (const event of events) {
    const place = `${event.seq} ${event.hash}`;
    const statement = known.get(place) ?? JSON.stringify(conflict(event));
    if (!known.has(place)) {
      known.set(place, statement);
      await sql.query('INSERT INTO seq_conflicts VALUES ($1, $2, $3, $4, $5)', [
        deskId,
        event.seq,
        event.hash,
        JSON.stringify(event),
        statement,
      ]);
    }
    statements.push(JSON.parse(statement));
  }
  return statements;
}
