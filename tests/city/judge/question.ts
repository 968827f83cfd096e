import type { Row, Sql } from '../city-database.ts';

/**
 * A question that many may ask in one statement: `text` finds what each asks in `asked`, a row of `columns` an asker with
 * his number `i`, and gives every row of the answer the `i` of him whom it answers.
 */
export type Question = {
  readonly text: string;
  readonly columns: Readonly<Record<string, 'text' | 'int' | 'bigint' | 'boolean' | 'timestamptz' | 'json'>>;
};

export type AskingSql = Sql & {
  /** The rows that answer this asker. */
  readonly ask: <R extends Row>(question: Question, asked: Row) => Promise<readonly R[]>;
};

/** One answer an asker, in their order. */
async function askMany(
  sql: Sql,
  { text, columns }: Question,
  asked: readonly Row[],
): Promise<readonly Row[][]> {
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  const rows = await sql.query<Row & { i: number }>(
    `WITH asked AS (SELECT * FROM json_to_recordset($1::text::json) AS r(i int, ${typed.join(', ')})) ${text}`,
    [JSON.stringify(asked.map((row, i) => ({ ...row, i })))],
  );
  const answers = asked.map((): Row[] => []);
  for (const row of rows) answers[row.i]?.push(row);
  return answers;
}

/** Every question by itself, at once. */
export const askingAlone = (sql: Sql): AskingSql => ({
  query: sql.query,
  ask: async <R extends Row>(question: Question, asked: Row) =>
    ((await askMany(sql, question, [asked]))[0] ?? []) as R[], // as the question's text says
});

type Asker = {
  readonly asked: Row;
  readonly answer: (rows: readonly Row[]) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * Those who ask the same in the same turn are answered by one statement: fifty dossiers that are judged side by side ask
 * sixteen times, not eight hundred. What is inserted twice in one turn is refused to the second as it is one after another.
 */
export function askingTogether(sql: Sql): AskingSql {
  const waiting = new Map<Question, Asker[]>();
  function askAll(): void {
    const all = [...waiting];
    waiting.clear();
    for (const [question, askers] of all)
      askMany(
        sql,
        question,
        askers.map(({ asked }) => asked),
      ).then(
        (answers) => {
          for (const [i, { answer }] of askers.entries()) answer(answers[i] ?? []);
        },
        (error: unknown) => {
          for (const { fail } of askers) fail(error);
        },
      );
  }
  return {
    query: sql.query,
    ask: <R extends Row>(question: Question, asked: Row) =>
      new Promise<readonly R[]>((resolve, fail) => {
        if (waiting.size === 0) setImmediate(askAll);
        const askers = waiting.get(question) ?? [];
        waiting.set(question, askers);
        askers.push({ asked, answer: (rows) => resolve(rows as readonly R[]), fail }); // as the question's text says
      }),
  };
}
