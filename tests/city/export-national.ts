import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openCityDatabase } from './city-database.ts';
import { exportNational } from './national-portal/export-national.ts';

/**
 * `node tests/city/export-national.ts --since 2026-11-21T00:00:00Z [--data DIR]`: prints as JSON what the national portal is
 * to be sent of everything that the city took since then (`DongBoHoSoMC`, `CapNhatTienDoHoSoMC`; domain.md §5.2–5.4). With
 * DATABASE_URL also beside a running city; the embedded database is one process's own, so stop the city first.
 */
const { values } = parseArgs({ options: { since: { type: 'string' }, data: { type: 'string' } } });
const since = z.iso.datetime({ offset: true }).safeParse(values.since);
const databaseUrl = process.env.DATABASE_URL;
if (!since.success || (databaseUrl === undefined && values.data === undefined)) {
  console.error('usage: export-national.ts --since 2026-11-21T00:00:00Z [--data DIR] (or DATABASE_URL)');
  process.exit(2);
}
const database = await openCityDatabase({
  directory: values.data === undefined ? undefined : join(values.data, 'database'),
  databaseUrl,
});
try {
  const exported = await exportNational(database, since.data);
  for (const { code, why } of exported.leftOut) console.error(`${code}: left out, ${why}`);
  console.log(JSON.stringify(exported, null, 2));
} finally {
  await database.close();
}
