import type { FactOf, Judge } from './judgement.ts';

/**
 * A desk's account of its day: kept as it was told, the last one counts. It is no claim on anything, so it is not refused:
 * where it and the city's own tables differ is what it is read for.
 */
export const judgeDayClosed: Judge<FactOf<'day-closed'>> = async (sql, event, fact) => {
  await sql.query(
    `INSERT INTO day_closings VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (desk_id, day) DO UPDATE SET seq = $3, paper_count = $4, desk_count = $5, city_count = $6, body = $7
       WHERE day_closings.seq < $3`,
    [event.desk, fact.date, event.seq, fact.paperCount, fact.deskCount, fact.cityCount, JSON.stringify(fact)],
  );
  return null;
};
