import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCityRequest } from '../../../src/main/city/city-request.ts';
import { createExchange } from '../../../src/main/city/exchange.ts';
import { createRoute } from '../../../src/main/city/route.ts';
import { startCity } from '../../city/start-city.ts';
import { startBadLine } from '../../support/bad-line.ts';
import { startPracticeDesk, until } from './practice-desk.ts';

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
