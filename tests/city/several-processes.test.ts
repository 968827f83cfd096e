import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPostgres, type PrivatePostgres, startPrivatePostgres } from '../support/private-postgres.ts';
import { type CityDatabase, openCityDatabase } from './city-database.ts';
import { type DeskByHand, enrolByHand } from './enrol-by-hand.ts';
import { type Borrowed, borrowByHand, enrolledFact, intakeFacts, sha256Of } from './intake-by-hand.ts';
import { hashPage } from './pages/page-store.ts';
import { startCityProcessOn } from './start-city-process.ts';
import { tusByHand } from './tus-by-hand.ts';

type Process = Awaited<ReturnType<typeof startCityProcessOn>>;
const DESKS = 12;
const CHUNK = 100_000;
/** A generous limit: the machine may be at other things. */
const LIMIT_MS = 60_000;

describe.skipIf(findPostgres() === undefined)('two processes on one PostgreSQL (skipped without one)', () => {
  let postgres: PrivatePostgres | undefined;
  let databaseUrl = '';
  let database: CityDatabase;
  let one: Process;
  let two: Process;
  let nextDesk = 1;

  beforeAll(async () => {
    postgres = await startPrivatePostgres();
    databaseUrl = String(await postgres?.createDatabase('city'));
    // Both find an empty database, at the same moment.
    [one, two] = await Promise.all([
      startCityProcessOn(databaseUrl, DESKS),
      startCityProcessOn(databaseUrl, DESKS),
    ]);
    database = await openCityDatabase({ databaseUrl });
  }, LIMIT_MS);
  afterAll(async () => {
    await Promise.all([one?.stop(), two?.stop(), database?.close()]);
    await postgres?.stop();
  });

  async function newDesk(): Promise<{ desk: DeskByHand; borrowed: Borrowed }> {
    const desk = await enrolByHand(one, `CN02-Q${String(nextDesk++).padStart(2, '0')}`);
    return { desk, borrowed: await borrowByHand(desk, 30) };
  }
  const wordsTo = async (desk: DeskByHand, type: string): Promise<string[]> => {
    const { json } = await desk.feed(0);
    return json.events
      .map(({ body }: { body: { what: { type: string; dossierId: string } } }) => body.what)
      .filter((what: { type: string }) => what.type === type)
      .map((what: { dossierId: string }) => what.dossierId);
  };

  let desk: DeskByHand;
  let borrowed: Borrowed;
  const tus = tusByHand(() => desk);
  beforeEach(async () => {
    ({ desk, borrowed } = await newDesk());
  });

  it('[RCITY-22] events go to one, chunks of a page to either in turn, the feed is heard from the other', async () => {
    const page = randomBytes(7 * CHUNK + 11);
    const { dossierId, facts } = intakeFacts(borrowed, [page]);
    const sent = await desk.send(desk.events(null, [enrolledFact(desk), ...borrowed.facts(), ...facts]));
    expect(sent.json.verdicts.map(({ body }: { body: { outcome: string } }) => body.outcome)).toEqual(
      Array(7).fill('accepted'),
    );
    desk.useCity(two.url);
    const wanted = await desk.feed(0, 20_000);
    expect(wanted.json.events[0].body.what).toMatchObject({ type: 'pages-wanted', dossierId });
    const complete = desk.feed(1, LIMIT_MS);
    const sha256 = sha256Of(page);
    await tus.create(sha256, page.length);
    for (let at = 0, turn = 0; at < page.length; turn += 1) {
      desk.useCity(turn % 2 === 0 ? one.url : two.url);
      expect((await tus.head(sha256)).offset).toBe(String(at));
      const reply = await tus.patch(sha256, at, page.subarray(at, at + CHUNK));
      expect(reply.status).toBe(204);
      at = Number(reply.offset);
    }
    expect((await complete).json.events[0].body).toMatchObject({
      cursor: 2,
      what: { type: 'dossier-complete', dossierId, pages: [sha256] },
    });
    expect(await hashPage(database, sha256)).toBe(sha256);
  });

  it('[RCITY-23] one is killed in the middle of a batch and of a chunk: the other goes on, everything once', async () => {
    const third = await startCityProcessOn(databaseUrl, DESKS);
    desk.useCity(third.url);
    const pages = Array.from({ length: 10 }, () => randomBytes(3 * CHUNK));
    const intakes = pages.map((page) => intakeFacts(borrowed, [page]));
    const events = desk.events(null, [
      enrolledFact(desk),
      ...borrowed.facts(),
      ...intakes.flatMap(({ facts }) => facts),
    ]);
    const first = pages[0] ?? Buffer.alloc(0);
    await tus.create(sha256Of(first), first.length);
    await tus.patch(sha256Of(first), 0, first.subarray(0, CHUNK));
    const cutOff = Promise.allSettled([
      desk.send(events),
      tus.patch(sha256Of(first), CHUNK, first.subarray(CHUNK)),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 25));
    await third.kill();
    await cutOff;

    desk.useCity(two.url);
    const again = await desk.send(events);
    expect(again.json.nextSeq).toBe(events.length + 1);
    expect(
      again.json.verdicts.every(({ body }: { body: { outcome: string } }) => body.outcome === 'accepted'),
    ).toBe(true);
    for (const page of pages) {
      const sha256 = sha256Of(page);
      await tus.create(sha256, page.length);
      const at = Number((await tus.head(sha256)).offset);
      if (at < page.length) expect((await tus.patch(sha256, at, page.subarray(at))).status).toBe(204);
    }
    expect((await wordsTo(desk, 'dossier-complete')).sort()).toEqual(
      intakes.map(({ dossierId }) => dossierId).sort(),
    );
    for (const page of pages) expect(await hashPage(database, sha256Of(page))).toBe(sha256Of(page));
  });

  it('[RCITY-24] a page comes while two desks name it, at both processes: nobody misses it, nobody waits for ever', async () => {
    const other = await newDesk();
    other.desk.useCity(two.url);
    const logs = [
      { ...other, last: null as ReturnType<DeskByHand['events']>[number] | null },
      { desk, borrowed, last: null as ReturnType<DeskByHand['events']>[number] | null },
    ];
    for (const log of logs) {
      const events = log.desk.events(null, [enrolledFact(log.desk), ...log.borrowed.facts()]);
      await log.desk.send(events);
      log.last = events.at(-1) ?? null;
    }
    const named: string[][] = [[], []];
    for (let round = 0; round < 8; round += 1) {
      const pages = Array.from({ length: 4 }, () => randomBytes(500));
      for (const page of pages) {
        await tus.create(sha256Of(page), page.length);
        await tus.patch(sha256Of(page), 0, page.subarray(0, 400));
      }
      // Each desk has two dossiers of the same pages, in opposite order.
      const batches = logs.map((log, i) => {
        const intakes = [pages, pages.toReversed()].map((all) => intakeFacts(log.borrowed, all));
        named[i]?.push(...intakes.map(({ dossierId }) => dossierId));
        const events = log.desk.events(
          log.last,
          intakes.flatMap(({ facts }) => facts),
        );
        log.last = events.at(-1) ?? null;
        return { log, events };
      });
      const replies = await Promise.all([
        ...batches.map(({ log, events }) => log.desk.send(events)),
        ...pages.map((page) => tus.patch(sha256Of(page), 400, page.subarray(400))),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 204, 204, 204, 204]);
    }
    for (const [i, log] of logs.entries())
      expect((await wordsTo(log.desk, 'dossier-complete')).sort()).toEqual(named[i]?.sort());
  });

  it('[RCITY-25] a lease request asked at both at once is lent once; blocks of both never touch', async () => {
    const elsewhere = { ...desk };
    const requestId = '0190b5a0-0000-7000-8000-000000000001';
    const asked = { requestId, wants: [{ kind: 'intake-slip', year: 2026, count: 9 }] };
    const at = (url: string) =>
      fetch(`${url}/v1/leases`, {
        method: 'POST',
        body: JSON.stringify(asked),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${elsewhere.token()}` },
      }).then((reply) => reply.text());
    const [a, b] = await Promise.all([at(one.url), at(two.url)]);
    expect(a).toBe(b);
    const overlaps = await database.query(
      `SELECT 1 FROM leases a JOIN leases b ON a.scope = b.scope AND a.lease_id < b.lease_id
        WHERE a.from_number <= b.to_number AND b.from_number <= a.to_number`,
    );
    expect(overlaps).toEqual([]);
  });
});
