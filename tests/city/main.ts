import { parseArgs } from 'node:util';
import { startCity } from './start-city.ts';

/**
 * `node tests/city/main.ts [--port N] [--data DIR] [--desks N] [--restored SLOT]`: the reference city as a process of its own; prints one
 * JSON line `{url, codes}` when it listens. PostgreSQL instead of PGlite with DATABASE_URL.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    desks: { type: 'string', default: '6' },
    restored: { type: 'string' },
  },
});

const city = await startCity({
  port: Number(values.port),
  desks: Number(values.desks),
  dataDir: values.data,
  databaseUrl: process.env.DATABASE_URL,
  restored: values.restored === undefined ? undefined : Number(values.restored),
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void city.stop().then(() => process.exit(0));
  });
// Last: who reads the line may send a signal at once.
console.log(JSON.stringify({ url: city.url, codes: city.codes }));
