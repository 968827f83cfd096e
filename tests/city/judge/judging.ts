import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { FactType } from '../../../src/shared/domain/desk-log/fact.ts';
import type { Sql } from '../city-database.ts';
import { faultClass } from '../database/fault-class.ts';
import { judgeFact } from './judge-fact.ts';
import type { Judgement } from './judgement.ts';
import { type AskingSql, askingAlone, askingTogether } from './question.ts';

/** How the facts of a batch are judged: a judgement for each. */
export type Judging = (sql: Sql, events: readonly DeskEvent[]) => Promise<readonly Judgement[]>;

const MUST_BE_CAREFUL = 'a fact of the batch is refused';
/** Whether a batch is to be undone and judged again, one by one. */
export const mustBeCareful = (error: unknown): boolean =>
  ['data', 'taken'].includes(faultClass(error)) ||
  (error instanceof Error && error.cause === MUST_BE_CAREFUL);

/** What the facts after them build on, whatever dossier they are of. */
const GROUND: ReadonlySet<FactType> = new Set<FactType>(['desk-enrolled', 'number-lease-received']);

/** Stretches of the batch within which facts of different dossiers have nothing to do with each other. */
function stretchesOf(events: readonly DeskEvent[]): readonly (readonly DeskEvent[])[] {
  const stretches: DeskEvent[][] = [];
  let last: DeskEvent[] | undefined;
  for (const event of events) {
    const ground = GROUND.has(event.fact.type);
    if (last === undefined || ground) {
      last = [];
      stretches.push(last);
    }
    last.push(event);
    if (ground) last = undefined;
  }
  return stretches;
}

const laneOf = ({ fact }: DeskEvent): string => ('dossierId' in fact ? fact.dossierId : 'the desk itself');

/**
 * All dossiers of a stretch side by side, each one's facts in their order, without savepoints: what would be hundreds of
 * statements is a few dozen, for what several dossiers ask at the same time is asked once.
 * Right when every fact is accepted; one that is refused, or that the database turns down, has the batch judged again.
 */
export const judgeTogether: Judging = async (sql, events) => {
  const together = askingTogether(sql);
  for (const stretch of stretchesOf(events)) {
    const failed: unknown[] = [];
    const lanes = [...Map.groupBy(stretch, laneOf).values()].map((lane) =>
      judgeLane(together, lane).catch((error: unknown) => failed.push(error)),
    );
    // Every lane has ended before the transaction does, however the others fare. The first to fail has the cause; the
    // database answers those after it only that the transaction is over.
    await Promise.all(lanes);
    if (failed.length > 0) throw failed[0];
  }
  return events.map(() => null);
};

async function judgeLane(sql: AskingSql, events: readonly DeskEvent[]): Promise<void> {
  for (const event of events) {
    const reason = await judgeFact(sql, event);
    if (reason !== null) throw new Error(reason, { cause: MUST_BE_CAREFUL });
  }
}

/** In order, each fact under a savepoint of its own: a refused one leaves no trace and the batch goes on. */
export const judgeOneByOne: Judging = async (sql, events) => {
  const alone = askingAlone(sql);
  const judgements: Judgement[] = [];
  for (const event of events) judgements.push(await judgeCarefully(alone, event));
  return judgements;
};

async function judgeCarefully(sql: AskingSql, event: DeskEvent): Promise<Judgement> {
  await sql.query('SAVEPOINT fact');
  try {
    const reason = await judgeFact(sql, event);
    await sql.query(reason === null ? 'RELEASE SAVEPOINT fact' : 'ROLLBACK TO SAVEPOINT fact');
    return reason;
  } catch (error) {
    // Data that PostgreSQL itself turns down: the event's fault, not the city's.
    const fault = faultClass(error);
    if (fault !== 'data' && fault !== 'taken') throw error;
    await sql.query('ROLLBACK TO SAVEPOINT fact');
    return 'cannot-store';
  }
}
