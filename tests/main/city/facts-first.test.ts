import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CityRequest, createCityRequest } from '../../../src/main/city/city-request.ts';
import { createEventSending } from '../../../src/main/city/event-sending.ts';
import { createExchange } from '../../../src/main/city/exchange.ts';
import { openConnection } from '../../../src/main/city/line-connection.ts';
import { createOutstanding } from '../../../src/main/city/outstanding.ts';
import { createRate } from '../../../src/main/city/rate.ts';
import { createRoute } from '../../../src/main/city/route.ts';
import { tellOutstanding } from '../../../src/main/city/tell-outstanding.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { type City, startCity } from '../../city/start-city.ts';
import { startBadLine } from '../../support/bad-line.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { type PracticeDeskAtWork, startPracticeDesk, until } from './practice-desk.ts';

describe('facts on a slow line', () => {
  it('[LC-51] facts made while a page is on its way are in the city long before the page', {
    timeout: 180_000,
  }, async () => {
    const city = await startCity({ desks: 1 });
    const slow = await startBadLine(city.url, 256_000);
    const desk = await startPracticeDesk(slow.url, String(city.codes['CN02-Q01']));
    try {
      desk.line().start();
      await until(() => desk.leases().size > 0 && desk.line().status().state === 'up', 'rest', 90_000);
      await desk.receive({ pages: [desk.addPage(randomBytes(600_000))] });
      const before = slow.sentBytes();
      await until(() => slow.sentBytes() - before > 60_000, 'the page being on its way', 60_000);
      const later = await desk.receive({ pages: [] });
      await until(() => desk.line().status().unsentEvents === 0, 'the facts', 60_000);
      expect(desk.line().status().unsentPages).toBe(1);
      const rows = await city.query('SELECT 1 FROM dossiers WHERE dossier_id = $1', [later.dossierId]);
      expect(rows).toHaveLength(1);
    } finally {
      await desk.stop();
      await slow.close();
      await city.stop();
    }
  });
});

/** A desk with numbers whose line rests, and the sending of its facts; `requests`: the bytes of each, and its events. */
async function openSending(city: City) {
  const desk: PracticeDeskAtWork = await startPracticeDesk(city.url, String(city.codes['CN02-Q01']));
  desk.line().start();
  await until(() => desk.leases().size > 0 && !desk.line().status().unsentEvents, 'leases', 60_000);
  await desk.line().stop();
  const stopping = new AbortController();
  const { route, session, authorized } = openConnection(desk.ports, stopping.signal, () => undefined);
  expect(await session.checkHealth()).toMatchObject({ ok: true });
  expect(await session.token()).toMatchObject({ ok: true });
  const requests: { readonly bytes: number; readonly verdicts: number }[] = [];
  const counting: CityRequest = async (call) => {
    const answer = await authorized(call);
    const reply = answer.ok ? (answer.value.raw as { verdicts: readonly unknown[] }) : null;
    if (answer.ok) requests.push({ bytes: answer.value.sentBytes, verdicts: reply?.verdicts.length ?? 0 });
    return answer;
  };
  const outstanding = createOutstanding();
  await tellOutstanding(desk.ports, outstanding);
  desk.journal.subscribe(({ events }) => outstanding.addEvents(events));
  const send = createEventSending(
    desk.ports,
    counting,
    outstanding,
    createRate(() => performance.now()),
  );
  return {
    desk,
    /** Receives dossiers of so many pages and sends them; the requests that it took. */
    receiveAndSend: async (...pageCounts: readonly number[]) => {
      requests.length = 0;
      for (const count of pageCounts)
        await desk.receive({
          pages: Array.from({ length: count }, () => randomBytes(32).toString('hex') as Sha256),
        });
      expect(await send(() => undefined)).toMatchObject({ ok: true });
      expect(outstanding.factsWait()).toBe(false);
      return [...requests];
    },
    close: async () => {
      stopping.abort();
      route.startAfresh();
      await desk.stop();
    },
  };
}

describe('the first message with a dossier', () => {
  it('[LC-54] holds all of its facts within 2 KB, or its content alone within 2 KB; a thick one goes too', {
    timeout: 120_000,
  }, async () => {
    const city = await startCity({ desks: 1 });
    const sending = await openSending(city);
    const { desk } = sending;
    try {
      const [thin, ...noMore] = await sending.receiveAndSend(2);
      expect(noMore).toEqual([]);
      expect(thin).toMatchObject({ verdicts: 3 });
      expect(thin?.bytes).toBeLessThanOrEqual(2048);

      const [first, second, ...more] = await sending.receiveAndSend(22);
      expect(more).toEqual([]);
      expect(first).toMatchObject({ verdicts: 1 });
      expect(first?.bytes).toBeLessThanOrEqual(2048);
      expect(second).toMatchObject({ verdicts: 2 });

      const sixty = await sending.receiveAndSend(60);
      expect(sixty.map(({ verdicts }) => verdicts)).toEqual([1, 2]);
      // Several that waited are one batch: the city has each one's facts sooner than by two requests apiece.
      expect(await sending.receiveAndSend(22, 22, 22)).toMatchObject([{ verdicts: 9 }]);

      const { deskId } = desk.enrolment.desk;
      const rows = await city.query<{ seq: number; outcome: string }>(
        'SELECT seq, outcome FROM desk_events WHERE desk_id = $1 ORDER BY seq',
        [deskId],
      );
      expect(rows.map(({ seq }) => seq)).toEqual(
        Array.from({ length: desk.journal.head().seq }, (_, i) => i + 1),
      );
      expect(rows.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
      const counted = await city.query(
        `SELECT (SELECT count(*)::int FROM receipts) AS receipts, (SELECT count(*)::int FROM dossiers) AS dossiers`,
      );
      expect(counted).toEqual([{ receipts: 6, dossiers: 6 }]);
    } finally {
      await sending.close();
      await city.stop();
    }
  });

  it('[LC-54] a reply that is lost between a thick dossier’s two messages makes nothing twice', {
    timeout: 120_000,
  }, async () => {
    const city = await startCity({ desks: 1 });
    const plug = await startLinePlug(city.url);
    const desk = await startPracticeDesk(plug.url, String(city.codes['CN02-Q01']));
    try {
      desk.line().start();
      await until(() => desk.leases().size > 0 && !desk.line().status().unsentEvents, 'leases', 60_000);
      for (let lost = 1; lost <= 3; lost += 1) {
        plug.loseReplies(lost, 'POST /v1/desks');
        await desk.receive({ pages: Array.from({ length: 22 }, () => desk.addPage(randomBytes(300))) });
        await until(() => desk.line().status().unsentDossiers === 0, 'the dossier', 60_000);
        await until(() => desk.line().status().unsentEvents === 0, 'its receipt and slip', 60_000);
      }
      const [counted] = await city.query(
        `SELECT (SELECT count(*)::int FROM dossiers) AS dossiers, (SELECT count(*)::int FROM receipts) AS receipts,
                (SELECT count(*)::int FROM seq_conflicts) AS conflicts,
                (SELECT count(*)::int FROM desk_events) AS events`,
      );
      expect(counted).toEqual({
        ...{ dossiers: 3, receipts: 3, conflicts: 0 },
        events: desk.journal.head().seq,
      });
    } finally {
      await desk.stop();
      await plug.close();
      await city.stop();
    }
  });
});

describe('how bodies are coded', () => {
  it('[LC-53] with the dictionary once the city takes it; a city with another one gets gzip from then on', async () => {
    const codings: (string | undefined)[] = [];
    const server = createServer(async (request, response) => {
      for await (const _chunk of request); // a reply before the end would be a broken line
      codings.push(request.headers['content-encoding']);
      const status = request.headers['content-encoding'] === 'dcz' ? 415 : 200;
      response
        .writeHead(status, { 'content-type': 'application/json', 'accept-encoding': 'dcz, gzip' })
        .end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const cityUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { signal } = new AbortController();
    const route = createRoute({ cityUrl, log: () => undefined });
    const exchange = createExchange({
      cityUrl,
      route,
      signal,
      nowMs: () => performance.now(),
      onBytes: () => undefined,
    });
    const request = createCityRequest({ exchange, signal, hasNetwork: () => true });
    const say = () =>
      request({
        method: 'POST',
        path: '/v1/x',
        body: { words: 'hồ sơ '.repeat(200) },
        timeoutMs: 5000,
        reply: z.object({}),
      });
    for (let n = 0; n < 3; n += 1) expect((await say()).ok).toBe(true);
    expect(codings).toEqual(['gzip', 'dcz', 'gzip', 'gzip']);
    route.startAfresh();
    server.closeAllConnections();
    server.close();
  });

  it('[LC-53] the city reads what the desk coded with the dictionary', { timeout: 60_000 }, async () => {
    const city = await startCity({ desks: 1 });
    const desk = await startPracticeDesk(city.url, String(city.codes['CN02-Q01']));
    try {
      desk.line().start();
      await until(() => desk.leases().size > 0, 'leases', 60_000);
      const { dossierId } = await desk.receive();
      await until(() => desk.line().status().unsentDossiers === 0, 'the dossier', 60_000);
      const rows = await city.query('SELECT 1 FROM dossiers WHERE dossier_id = $1', [dossierId]);
      expect(rows).toHaveLength(1);
    } finally {
      await desk.stop();
      await city.stop();
    }
  });
});
