import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCityDatabase } from '../city-database.ts';
import { openCityKey } from '../city-key.ts';
import { takeCarried } from './take-carried.ts';

/**
 * `node tests/city/carry/take.ts FILE… --out FOLDER [--data DIR]`: takes files that were carried from desks and writes
 * the replies into FOLDER (the same stick). Needs no HTTP. On PostgreSQL (DATABASE_URL) beside a running city; an
 * embedded database (`--data`, as of `tests/city/main.ts`) has one process at a time, so stop the city first.
 * One JSON line a file; exit code 1 when one was refused.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, data: { type: 'string' } },
});
const databaseUrl = process.env.DATABASE_URL;
const folder = values.out;
if (
  positionals.length === 0 ||
  folder === undefined ||
  (values.data === undefined && databaseUrl === undefined)
) {
  console.error('node tests/city/carry/take.ts FILE… --out FOLDER [--data DIR] (or DATABASE_URL)');
  process.exit(2);
}

const database = await openCityDatabase({
  directory: values.data === undefined ? undefined : join(values.data, 'database'),
  databaseUrl,
});
const city = { database, key: await openCityKey(database), now: () => new Date(), bell: new EventEmitter() };
for (const file of positionals) {
  const taken = await takeCarried(city, file, folder);
  if (!taken.ok) process.exitCode = 1;
  console.log(JSON.stringify(taken.ok ? { file, ...taken.value } : { file, refused: taken.failure.code }));
}
await database.close();
