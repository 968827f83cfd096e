import type { Row, Sql } from './city-database.ts';

/** One statement for any number of rows. `columns`: `{name: 'type'}`, in the table's own words. */
export async function insertRows(
  sql: Sql,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns).join(', ');
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await sql.query(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_to_recordset($1::text::json) AS r(${typed.join(', ')})`,
    [JSON.stringify(rows)],
  );
}
