import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type DeskByHand, enrolByHand } from '../../city/enrol-by-hand.ts';
import { borrowByHand, enrolledFact, intakeFacts, sha256Of } from '../../city/intake-by-hand.ts';
import { startCityProcessOn } from '../../city/start-city-process.ts';
import { tusByHand } from '../../city/tus-by-hand.ts';
import { type PrivatePostgres, startPrivatePostgres } from '../../support/private-postgres.ts';
import { atMost, type ReportRow, shown } from '../report.ts';

const COUNTS = [50, 100, 200] as const;
const DOSSIERS = 50;
const PAGES = 10;
const PAGE_BYTES = 2048;
/** Desks prepared side by side, before the clock starts. */
const SIDE_BY_SIDE = 16;

type Verdicts = { readonly verdicts?: readonly { readonly body: { readonly outcome: string } }[] };
type Prepared = {
  readonly desk: DeskByHand;
  /** Bodies of its batches, zipped as a desk sends them. */
  readonly batches: readonly { readonly events: number; readonly body: Uint8Array<ArrayBuffer> }[];
  readonly pages: readonly Buffer[];
};
type Measured = { readonly factsMs: number; readonly allMs: number; readonly errors: number };

/** A desk that was off the line for days: fifty dossiers with receipt and slip, numbered, chained, signed. */
async function prepare(
  city: { url: string; codes: Record<string, string> },
  deskId: string,
): Promise<Prepared> {
  const desk = await enrolByHand(city, deskId);
  const borrowed = await borrowByHand(desk, DOSSIERS);
  const pages = Array.from({ length: PAGES }, () => randomBytes(PAGE_BYTES));
  const intakes = Array.from({ length: DOSSIERS }, (_, i) =>
    intakeFacts(borrowed, [pages[i % PAGES] ?? Buffer.alloc(1)]),
  );
  const events = desk.events(null, [
    enrolledFact(desk),
    ...borrowed.facts(),
    ...intakes.flatMap(({ facts }) => facts),
  ]);
  const half = Math.ceil(events.length / 2);
  const batches = [events.slice(0, half), events.slice(half)].map((batch) => ({
    events: batch.length,
    body: new Uint8Array(gzipSync(JSON.stringify({ events: batch }))),
  }));
  return { desk, batches, pages };
}

async function sendFacts({ desk, batches }: Prepared): Promise<number> {
  let errors = (await desk.openSession()).status === 200 ? 0 : 1;
  for (const { events, body } of batches) {
    const reply = await fetch(`${desk.cityUrl()}/v1/desks/${desk.deskId}/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        authorization: `Bearer ${desk.token()}`,
      },
    });
    const { verdicts = [] } = (await reply.json()) as Verdicts;
    errors += events - verdicts.filter((verdict) => verdict.body.outcome === 'accepted').length;
  }
  return errors;
}

async function sendPages({ desk, pages }: Prepared): Promise<number> {
  const tus = tusByHand(() => desk);
  let errors = 0;
  for (const page of pages) {
    if ((await tus.create(sha256Of(page), page.length)).status !== 201) errors += 1;
    if ((await tus.patch(sha256Of(page), 0, page)).status !== 204) errors += 1;
  }
  const { json } = await desk.feed(0);
  const complete = json.events.filter(
    ({ body }: { body: { what: { type: string } } }) => body.what.type === 'dossier-complete',
  );
  return errors + Math.abs(DOSSIERS - complete.length);
}

async function measureCount(postgres: PrivatePostgres, count: number): Promise<Measured> {
  const databaseUrl = await postgres.createDatabase(`desks_${count}`);
  const cities = [
    await startCityProcessOn(databaseUrl, count),
    await startCityProcessOn(databaseUrl, count),
  ] as const;
  try {
    const prepared: Prepared[] = [];
    const waiting = Object.keys(cities[0].codes);
    const prepareNext = async (): Promise<void> => {
      for (let deskId = waiting.shift(); deskId !== undefined; deskId = waiting.shift())
        prepared.push(await prepare(cities[0], deskId));
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, prepareNext));
    for (const [i, { desk }] of prepared.entries()) desk.useCity(cities[i % 2 === 0 ? 0 : 1].url);

    const start = performance.now();
    let factsMs = 0;
    const errors = await Promise.all(
      prepared.map(async (desk) => {
        const unsent = await sendFacts(desk);
        factsMs = Math.max(factsMs, performance.now() - start);
        return unsent + (await sendPages(desk));
      }),
    );
    const allMs = performance.now() - start;
    return { factsMs, allMs, errors: errors.reduce((sum, n) => sum + n, 0) };
  } finally {
    await Promise.all(cities.map((city) => city.stop()));
  }
}

/**
 * 50, 100 and 200 desks that reconnect at once, each with fifty dossiers and their ten pages of 2 KB, to two processes of
 * the city on one PostgreSQL: until every verdict is there, and until every dossier is complete.
 */
export async function measure(counts: readonly number[] = COUNTS): Promise<readonly ReportRow[]> {
  const postgres = await startPrivatePostgres();
  if (postgres === undefined)
    return [shown('desks at once: not measured, PostgreSQL is not installed', 0, '')];
  try {
    const rows: ReportRow[] = [];
    const seconds: number[] = [];
    for (const count of counts) {
      const { factsMs, allMs, errors } = await measureCount(postgres, count);
      seconds.push(allMs / 1000);
      rows.push(
        shown(`${count} desks at once: facts of ${count * DOSSIERS} dossiers`, factsMs / 1000, 's'),
        shown(`${count} desks at once: every dossier complete`, allMs / 1000, 's'),
        atMost(`${count} desks at once: errors`, errors, '', 0),
      );
    }
    for (const [i, count] of counts.entries())
      if (i > 0)
        rows.push(
          shown(
            `time of ${count} desks ÷ time of ${counts[i - 1]}`,
            (seconds[i] ?? Number.NaN) / (seconds[i - 1] ?? Number.NaN),
            '×',
          ),
        );
    return rows;
  } finally {
    await postgres.stop();
  }
}
