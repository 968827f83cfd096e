import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { Sql } from '../city-database.ts';
import { faultClass } from '../database/fault-class.ts';
import { judgeFact } from './judge-fact.ts';
import type { Judgement } from './judgement.ts';

/** How a batch judges its facts. */
export type Judging = (sql: Sql, event: DeskEvent) => Promise<Judgement>;

const MUST_BE_CAREFUL = 'a refused fact had been written to the tables';
/** Whether a batch is to be undone and judged again, carefully. */
export const mustBeCareful = (error: unknown): boolean =>
  ['data', 'taken'].includes(faultClass(error)) ||
  (error instanceof Error && error.cause === MUST_BE_CAREFUL);

/** Without savepoints, which cost two round trips a fact: right as long as nothing refused has been written to. */
export const judgeFreely: Judging = async (sql, event) => {
  let wrote = false;
  const reason = await judgeFact(
    {
      query: (text, values) => {
        wrote ||= !/^\s*SELECT\b/i.test(text);
        return sql.query(text, values);
      },
    },
    event,
  );
  if (reason !== null && wrote) throw new Error(reason, { cause: MUST_BE_CAREFUL });
  return reason;
};

/** Each fact under a savepoint of its own: a refused one leaves no trace and the batch goes on. */
export const judgeCarefully: Judging = async (sql, event) => {
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
};
