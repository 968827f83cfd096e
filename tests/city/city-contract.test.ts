import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '../../src/shared/base/canonical-json.ts';
import { LeaseReply } from '../../src/shared/contracts/city/leases.ts';
import { ReferenceReply } from '../../src/shared/contracts/city/reference.ts';
import type { Fact } from '../../src/shared/domain/desk-log/fact.ts';
import { verifyWords } from '../main/city/practice-desk.ts';
import { describeOnEachDatabase } from './each-database.ts';
import { type DeskByHand, enrolByHand } from './enrol-by-hand.ts';
import { enrolledFact, sha256Of } from './intake-by-hand.ts';
import { hashPage } from './pages/page-store.ts';
import { type City, startCity } from './start-city.ts';
import { tusByHand } from './tus-by-hand.ts';

let city: City;
let desk: DeskByHand;
let nextDesk = 1;

const newDesk = (): Promise<DeskByHand> => {
  const deskId = `CN02-Q${String(nextDesk).padStart(2, '0')}`;
  nextDesk += 1;
  return enrolByHand(city, deskId);
};

const isSaid = (statement: { body: unknown; signature: string }): boolean =>
  verifyWords(city.publicKey, Buffer.from(canonicalJson(statement.body)), statement.signature);

const signedOut = (): Fact => ({ type: 'officer-signed-out', officerId: 'ha.nt' }) as Fact; // brand only
const outcomes = (reply: { json: { verdicts: { body: { outcome: string; reasonCode: string } }[] } }) =>
  reply.json.verdicts.map(({ body }) => (body.outcome === 'accepted' ? 'accepted' : body.reasonCode));

const { call: tus, create, patch, head } = tusByHand(() => desk);

describeOnEachDatabase((open) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    const database = await open();
    close = database.close;
    nextDesk = 1;
    city = await startCity({ desks: 40, databaseUrl: database.databaseUrl });
  });
  afterAll(async () => {
    await city.stop();
    await close();
  });
  beforeEach(async () => {
    desk = await newDesk();
  });

  describe('sessions', () => {
    it('[RCITY-1] an assertion serves once', async () => {
      const once = await desk.assertion();
      expect((await desk.openSession(once)).status).toBe(200);
      expect(await desk.openSession(once)).toMatchObject({
        status: 401,
        json: { code: 'assertion-replayed' },
      });
    });

    it('[RCITY-2] another audience, an old assertion and another desk’s key are refused; a small clock error is not', async () => {
      const refused = { status: 401, json: { code: 'assertion-invalid' } };
      expect(await desk.openSession(await desk.assertion({ audience: 'https://elsewhere' }))).toMatchObject(
        refused,
      );
      const old = new Date(Date.now() - 10 * 60_000);
      expect(await desk.openSession(await desk.assertion({ issuedAt: old }))).toMatchObject(refused);
      const other = await newDesk();
      expect(await desk.openSession(await other.assertion())).toMatchObject(refused);
      const ahead = new Date(Date.now() + 20_000);
      expect((await desk.openSession(await desk.assertion({ issuedAt: ahead }))).status).toBe(200);
    });

    it('[RCITY-3] without a session nothing is told or taken; another desk’s log and feed are closed', async () => {
      desk.useToken('made-up');
      for (const [method, path] of [
        ['GET', '/v1/reference'],
        ['POST', '/v1/leases'],
        ['GET', `/v1/desks/${desk.deskId}/feed`],
        ['POST', `/v1/desks/${desk.deskId}/events`],
        ['POST', '/v1/pages'],
      ] as const)
        expect((await desk.call(method, path, method === 'POST' ? {} : undefined)).status).toBe(401);
      const other = await newDesk();
      expect((await other.call('GET', `/v1/desks/${desk.deskId}/feed`)).status).toBe(403);
      const events = { events: desk.events(null, [enrolledFact(desk)]) };
      expect((await other.call('POST', `/v1/desks/${desk.deskId}/events`, events)).status).toBe(403);
    });
  });

  describe('routes', () => {
    it('[RCITY-18] are those of the OpenAPI document, all and no other', async () => {
      const response = await fetch(`${city.url}/v1/openapi.json`);
      const { paths } = z
        .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
        .parse(await response.json());
      const documented = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods)
          .filter((method) => method !== 'parameters')
          .map((method) => `${method.toUpperCase()} ${path}`),
      );
      expect(documented.sort()).toEqual([...city.routes].sort());
    });
  });

  describe('reference and leases', () => {
    it('[RCITY-4] reference data is signed, fits its schema and is sent only when it is newer', async () => {
      const full = await desk.call('GET', '/v1/reference?since=0');
      const reply = ReferenceReply.parse(full.json);
      if (reply.kind !== 'full') throw new Error('expected everything');
      expect(isSaid(full.json.statement)).toBe(true);
      expect(reply.statement.body.procedures).toHaveLength(40);
      expect(reply.statement.body.sample).toBe(true);
      expect(reply.statement.body.officers.map((o) => o.officer.officerId)).toEqual([
        'dung.lq',
        'ha.nt',
        'tuan.pm',
      ]);
      const { version } = reply.statement.body;
      expect((await desk.call('GET', `/v1/reference?since=${version}`)).json).toEqual({
        kind: 'unchanged',
        version,
      });
    });

    it('[RCITY-5] the same lease request gives the same reply, letter for letter, also when asked twice at once', async () => {
      const asked = { requestId: v7(), wants: [{ kind: 'dossier-code', date: '2026-12-01', count: 10 }] };
      const [one, two] = await Promise.all([
        desk.call('POST', '/v1/leases', asked),
        desk.call('POST', '/v1/leases', asked),
      ]);
      expect(one).toEqual(two);
      expect(isSaid(one.json)).toBe(true);
      expect(LeaseReply.parse(one.json).body.leases).toHaveLength(1);
    });

    it('[RCITY-6] twenty desks asking at once are lent blocks that do not touch', async () => {
      const other = await newDesk();
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          (i % 2 === 0 ? desk : other).call('POST', '/v1/leases', {
            requestId: v7(),
            wants: [{ kind: 'receipt', year: 2026, count: 7 }],
          }),
        ),
      );
      const numbers = replies.flatMap(({ json }) =>
        LeaseReply.parse(json).body.leases.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        ),
      );
      expect(numbers).toHaveLength(140);
      expect(new Set(numbers).size).toBe(140);
    });
  });

  describe('events', () => {
    it('[RCITY-7] the same events again give the same verdicts, letter for letter', async () => {
      const events = desk.events(null, [enrolledFact(desk), signedOut()]);
      const first = await desk.send(events);
      expect(outcomes(first)).toEqual(['accepted', 'accepted']);
      expect(first.json.verdicts.every(isSaid)).toBe(true);
      expect((await desk.send(events)).json.verdicts).toEqual(first.json.verdicts);
      const twice = await Promise.all([desk.send(events), desk.send(events)]);
      expect(twice.map((reply) => reply.json.verdicts)).toEqual([first.json.verdicts, first.json.verdicts]);
    });

    it('[RCITY-8] a gap takes nothing and says what is expected; out of order comes right', async () => {
      const events = desk.events(null, [enrolledFact(desk), signedOut(), signedOut()]);
      expect((await desk.send(events.slice(2))).json).toEqual({ verdicts: [], nextSeq: 1, gap: true });
      await desk.send(events.slice(0, 1));
      expect((await desk.send(events.slice(2))).json).toMatchObject({ nextSeq: 2, gap: true });
      expect(outcomes(await desk.send(events))).toEqual(['accepted', 'accepted', 'accepted']);
    });

    it('[RCITY-9] another event under a taken number is refused, always alike, and the first one stands', async () => {
      const [first] = desk.events(null, [enrolledFact(desk)]);
      const [second] = desk.events(null, [signedOut()]);
      await desk.send([first]);
      const conflict = await desk.send([second]);
      expect(outcomes(conflict)).toEqual(['seq-conflict']);
      expect((await desk.send([second])).json).toEqual(conflict.json);
      expect(outcomes(await desk.send([first]))).toEqual(['accepted']);
    });

    it('[RCITY-10] wrong hash, wrong signature, broken chain and foreign events are refused, later ones judged on', async () => {
      const [good] = desk.events(null, [enrolledFact(desk)]);
      if (good === undefined) throw new Error('no event');
      await desk.send([good]);
      const [a] = desk.events(good, [signedOut()]);
      const changed = { ...a, at: '2026-11-21T03:42:00.001Z' };
      expect(outcomes(await desk.send([changed]))).toEqual(['wrong-hash']);
      const other = await newDesk();
      const [forged] = other.events(a ?? null, [signedOut()]);
      const {
        hash: _hash,
        signature: _signature,
        ...content
      } = { ...forged, desk: desk.deskId } as typeof good;
      const badly = { ...other.sealWith({ ...content, desk: good.desk }) };
      expect(outcomes(await desk.send([badly]))).toEqual(['wrong-signature']);
      const [offChain] = desk.events({ seq: 3, hash: good.hash }, [signedOut()]);
      expect(outcomes(await desk.send([offChain]))).toEqual(['chain-broken']);
      const [foreign] = other.events(offChain ?? null, [signedOut()]);
      expect(outcomes(await desk.send([foreign]))).toEqual(['wrong-desk']);
      const [after] = desk.events(foreign ?? null, [signedOut()]);
      expect(outcomes(await desk.send([after]))).toEqual(['accepted']);
    });

    it('[RCITY-11] an event that the city cannot read gets its own verdict within the batch', async () => {
      const strange = { type: 'something-of-a-newer-desk', more: '\u0000' } as unknown as Fact;
      const events = desk.events(null, [enrolledFact(desk), strange, signedOut()]);
      expect(outcomes(await desk.send(events))).toEqual(['accepted', 'malformed', 'accepted']);
    });

    it('[RCITY-12] numbers: unknown lease, outside, used twice; text that a database cannot hold', async () => {
      const lent = await desk.call('POST', '/v1/leases', {
        requestId: v7(),
        wants: [{ kind: 'receipt', year: 2026, count: 5 }],
      });
      const lease = LeaseReply.parse(lent.json).body.leases[0];
      if (lease === undefined) throw new Error('nothing lent');
      const voided = (leaseId: string, number: number, reason = 'kẹt giấy') =>
        ({ type: 'number-voided', kind: 'receipt', leaseId, number, reason }) as Fact; // brand only
      const events = desk.events(null, [
        enrolledFact(desk),
        { type: 'number-lease-received', lease },
        { type: 'number-lease-received', lease: { ...lease, to: lease.to + 100 } },
        voided(lease.leaseId, lease.from),
        voided(lease.leaseId, lease.from),
        voided(lease.leaseId, lease.to + 1),
        voided(v7(), 1),
        voided(lease.leaseId, lease.to, 'ký tự \u0000 lạ'),
      ]);
      expect(outcomes(await desk.send(events))).toEqual([
        'accepted',
        'accepted',
        'lease-differs',
        'accepted',
        'number-used',
        'number-outside-lease',
        'lease-unknown',
        'accepted',
      ]);
    });

    it('[RCITY-13] a gzip body is taken; a broken one, a huge one and no JSON are told as such', async () => {
      const send = (body: Uint8Array<ArrayBuffer> | string, headers: Record<string, string>) =>
        fetch(`${city.url}/v1/desks/${desk.deskId}/events`, {
          method: 'POST',
          body,
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${desk.token()}`,
            ...headers,
          },
        });
      const text = JSON.stringify({ events: desk.events(null, [enrolledFact(desk)]) });
      const zipped = { 'content-encoding': 'gzip' };
      expect((await send(new Uint8Array(gzipSync(text)), zipped)).status).toBe(200);
      expect((await send(new Uint8Array(gzipSync(text).subarray(0, 60)), zipped)).status).toBe(400);
      expect((await send(new Uint8Array(gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))), zipped)).status).toBe(
        413,
      );
      expect((await send('{"events":[', {})).status).toBe(400);
      expect((await send('{}', {})).status).toBe(400);
    });
  });

  describe('feed', () => {
    it('[RCITY-14] waits until there is something, and no longer than asked; says which word it has under the cursor', async () => {
      const before = Date.now();
      expect((await desk.feed(0, 200)).json).toEqual({ events: [], last: 0, nextSeq: 1, afterWord: '' });
      expect(Date.now() - before).toBeGreaterThanOrEqual(190);
      const waiting = desk.feed(0, 20_000);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await city.publishReference(() => undefined);
      const heard = await waiting;
      expect(heard.json.events[0].body).toMatchObject({ cursor: 1, what: { type: 'reference-changed' } });
      expect(isSaid(heard.json.events[0])).toBe(true);
      const afterWord = heard.json.events[0].signature;
      expect((await desk.feed(1)).json).toEqual({ events: [], last: 1, nextSeq: 1, afterWord });
      const other = await desk.call('GET', `/v1/desks/${desk.deskId}/feed?after=1&word=another&waitMs=60000`);
      expect(other.json).toEqual({ events: [], last: 1, nextSeq: 1, afterWord });
      await desk.send(desk.events(null, [enrolledFact(desk)]));
      expect((await desk.feed(1)).json).toMatchObject({ nextSeq: 2 });
    });
  });

  describe('pages', () => {
    it('[RCITY-15] tus: create, part, HEAD, rest; the file hashes to its name; a second creation changes nothing', async () => {
      const bytes = randomBytes(5000);
      const sha256 = sha256Of(bytes);
      expect((await head(sha256)).status).toBe(404);
      expect(await create(sha256, bytes.length)).toMatchObject({
        status: 201,
        location: `/v1/pages/${sha256}`,
      });
      expect((await patch(sha256, 0, bytes.subarray(0, 2000))).offset).toBe('2000');
      expect((await create(sha256, bytes.length)).status).toBe(409);
      expect(await head(sha256)).toMatchObject({ status: 200, offset: '2000' });
      expect((await patch(sha256, 1000, bytes.subarray(1000))).status).toBe(409);
      expect((await patch(sha256, 2000, bytes.subarray(2000))).offset).toBe('5000');
      expect((await head(sha256)).offset).toBe('5000');
      expect(await hashPage(city, sha256)).toBe(sha256);
      const [row] = await city.query('SELECT complete_at FROM pages WHERE sha256 = $1', [sha256]);
      expect(row?.complete_at).not.toBeNull();
    });

    it('[RCITY-16] bytes that do not hash to the name are thrown away (460)', async () => {
      const sha256 = sha256Of(randomBytes(100));
      await create(sha256, 100);
      expect((await patch(sha256, 0, randomBytes(100))).status).toBe(460);
      expect((await head(sha256)).status).toBe(404);
    });

    it('[RCITY-17] names that are no hash, and reading or removing pages, are not possible', async () => {
      expect((await create('../../etc/passwd', 10)).status).toBe(400);
      expect((await tus('HEAD', '/v1/pages/..%2f..%2fetc', {})).status).toBe(404);
      const bytes = randomBytes(10);
      await create(sha256Of(bytes), 10);
      expect((await tus('GET', `/v1/pages/${sha256Of(bytes)}`, {})).status).toBe(404);
      expect((await tus('DELETE', `/v1/pages/${sha256Of(bytes)}`, {})).status).toBe(404);
    });
  });
});
