import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LocalDate } from '../../src/shared/base/dates.ts';
import { addDays } from '../../src/shared/base/hanoi-time.ts';
import type { DossierId } from '../../src/shared/base/ids.ts';
import { LeaseReply } from '../../src/shared/contracts/city/leases.ts';
import type { Fact } from '../../src/shared/domain/desk-log/fact.ts';
import { composeDossierCode } from '../../src/shared/domain/dossier/dossier-code.ts';
import { describeOnEachDatabase } from './each-database.ts';
import { type DeskByHand, enrolByHand } from './enrol-by-hand.ts';
import { type Borrowed, borrowByHand, enrolledFact, intakeFacts } from './intake-by-hand.ts';
import { type City, startCity } from './start-city.ts';

type Received = Extract<Fact, { type: 'dossier-received' }>;
type Code = Received['code'];
const outcomes = (reply: { json: { verdicts: { body: { outcome: string; reasonCode: string } }[] } }) =>
  reply.json.verdicts.map(({ body }) => (body.outcome === 'accepted' ? 'accepted' : body.reasonCode));

describeOnEachDatabase((open) => {
  let city: City;
  let desk: DeskByHand;
  let borrowed: Borrowed;
  let close: () => Promise<void>;
  let nextDesk = 1;
  beforeAll(async () => {
    const database = await open();
    close = database.close;
    nextDesk = 1;
    city = await startCity({ desks: 10, databaseUrl: database.databaseUrl });
  });
  afterAll(async () => {
    await city.stop();
    await close();
  });
  beforeEach(async () => {
    desk = await enrolByHand(city, `CN02-Q${String(nextDesk).padStart(2, '0')}`);
    nextDesk += 1;
    borrowed = await borrowByHand(desk, 20);
  });

  /** Sends facts after those that were sent before, and says what the city made of them. */
  let last: { seq: number; hash: string } | null = null;
  beforeEach(async () => {
    last = null;
    expect(await send([enrolledFact(desk), ...borrowed.facts()])).not.toContain('refused');
  });
  async function send(facts: readonly Fact[]): Promise<string[]> {
    const events = desk.events(last as never, facts);
    last = events.at(-1) ?? last;
    return outcomes(await desk.send(events));
  }

  const dayPart = () => borrowed.date.slice(2).replaceAll('-', '');
  const provisional = (n: number, deskId = desk.deskId, day = dayPart()) =>
    `TAM-${deskId}-${day}-${String(n).padStart(4, '0')}` as Code;
  /** Received without a code, a receipt or a slip number. */
  function received(code: Code) {
    const { dossierId, facts } = intakeFacts(borrowed, []);
    const [fact] = facts;
    if (fact?.type !== 'dossier-received') throw new Error('not received');
    const slip: Fact = { type: 'intake-slip-issued', dossierId, leased: null, issuedAt: fact.receivedAt };
    return { dossierId, facts: [{ ...fact, code, leased: null, feeDeferred: true } satisfies Fact, slip] };
  }
  function assigned(dossierId: DossierId, provisionalCode: Code): Fact {
    const { code } = borrowed.next();
    return {
      type: 'dossier-code-assigned',
      dossierId,
      provisionalCode: provisionalCode as never,
      code: composeDossierCode(code.lease.unitCode, borrowed.date as LocalDate, code.leased.number),
      leased: code.leased,
    };
  }

  it("[RCITY-30] a provisional code never blocks a reception; it must be the desk's own, of the day, and new", async () => {
    expect(await send(received(provisional(1)).facts)).toEqual(['accepted', 'accepted']);
    expect((await send(received(provisional(1)).facts))[0]).toBe('dossier-known');
    expect((await send(received(provisional(2, 'CN02-Q99')).facts))[0]).toBe('code-differs');
    expect((await send(received(provisional(3, desk.deskId, '200101')).facts))[0]).toBe('code-differs');
    const official = `H26.40.02-${dayPart()}-9999` as Code;
    expect((await send(received(official).facts))[0]).toBe('code-differs');
  });

  it('[RCITY-31] the final code takes its place, once; the provisional one stays as an alias', async () => {
    const { dossierId, facts } = received(provisional(1));
    const given = assigned(dossierId, provisional(1));
    const other = assigned(dossierId, provisional(1));
    expect(await send([...facts, given])).toEqual(['accepted', 'accepted', 'accepted']);
    // Said again in an event of its own: no other code, so nothing happens twice.
    expect(await send([given])).toEqual(['accepted']);
    expect(await send([other])).toEqual(['already-issued']);
    expect(await send([assigned(v7() as DossierId, provisional(1))])).toEqual(['dossier-unknown']);
    const code = given.type === 'dossier-code-assigned' ? given.code : '';
    const found = await city.query(
      `SELECT d.dossier_id, d.code FROM dossier_aliases a JOIN dossiers d USING (dossier_id)
        WHERE a.provisional_code = $1`,
      [provisional(1)],
    );
    expect(found).toEqual([{ dossier_id: dossierId, code }]);
    // The alias is taken for ever: no later dossier may come under it.
    expect((await send(received(provisional(1)).facts))[0]).toBe('dossier-known');
    expect(await send([{ type: 'dossier-code-told', dossierId, code: code as never }])).toEqual(['accepted']);
  });

  it('[RCITY-32] numbers are lent for past days, for the codes of dossiers received then', async () => {
    const past = addDays(borrowed.date as LocalDate, -3);
    const reply = await desk.call('POST', '/v1/leases', {
      requestId: v7(),
      wants: [{ kind: 'dossier-code', date: past, count: 2 }],
    });
    const [lease] = LeaseReply.parse(reply.json).body.leases;
    expect(lease).toMatchObject({ kind: 'dossier-code', date: past });
    // But a code of that day does not fit a dossier of today.
    if (lease?.kind !== 'dossier-code') throw new Error('no lease');
    const { dossierId, facts } = received(provisional(1));
    const wrong: Fact = {
      type: 'dossier-code-assigned',
      dossierId,
      provisionalCode: provisional(1) as never,
      code: composeDossierCode(lease.unitCode, past, lease.from),
      leased: { leaseId: lease.leaseId, number: lease.from },
    };
    expect(await send([...facts, { type: 'number-lease-received', lease }, wrong])).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'code-differs',
    ]);
  });

  it("[RCITY-33] the next year's receipts are lent in the next year's series", async () => {
    const year = Number(borrowed.date.slice(0, 4)) + 1;
    const reply = await desk.call('POST', '/v1/leases', {
      requestId: v7(),
      wants: [{ kind: 'receipt', year, count: 5 }],
    });
    const [lease] = LeaseReply.parse(reply.json).body.leases;
    expect(lease).toMatchObject({ kind: 'receipt', year, series: `${year % 100}TAA` });
  });
});
