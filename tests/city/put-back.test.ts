import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { LeaseReply } from '../../src/shared/contracts/city/leases.ts';
import type { Fact } from '../../src/shared/domain/desk-log/fact.ts';
import { type PracticeDeskAtWork, startPracticeDesk, until } from '../main/city/practice-desk.ts';
import { findPostgres, startPrivatePostgres } from '../support/private-postgres.ts';
import { enrolByHand } from './enrol-by-hand.ts';
import { borrowByHand, enrolledFact } from './intake-by-hand.ts';
import { type City, type StartCityOptions, startCity } from './start-city.ts';

const LIMIT_MS = 120_000;

/** A city with a backup: how it is opened now, and how after it was put back. */
type Backups = {
  readonly now: () => StartCityOptions;
  readonly backUp: () => Promise<void>;
  readonly putBack: () => Promise<void>;
  readonly close: () => Promise<void>;
};

async function copiedFolders(): Promise<Backups> {
  const folder = mkdtempSync(join(tmpdir(), 'city-backup-'));
  const dataDir = join(folder, 'city');
  const backup = join(folder, 'backup');
  return {
    now: () => ({ dataDir }),
    backUp: async () => cpSync(dataDir, backup, { recursive: true }),
    putBack: async () => {
      rmSync(dataDir, { recursive: true });
      cpSync(backup, dataDir, { recursive: true });
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function dumps(): Promise<Backups> {
  const postgres = await startPrivatePostgres();
  if (postgres === undefined) throw new Error('PostgreSQL is not installed');
  let name = 'city';
  let databaseUrl = await postgres.createDatabase(name);
  let dumped = '';
  return {
    now: () => ({ databaseUrl }),
    backUp: async () => {
      dumped = await postgres.dump(name);
    },
    putBack: async () => {
      name = `${name}_again`;
      databaseUrl = await postgres.restore(dumped, name);
    },
    close: postgres.stop,
  };
}

let city: City | null = null;
let desks: PracticeDeskAtWork[] = [];
let backups: Backups | null = null;
afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.stop()));
  await city?.stop();
  await backups?.close();
  desks = [];
  city = null;
  backups = null;
});

const settled = (desk: PracticeDeskAtWork) => () => {
  const { state, unsentEvents, unsentDossiers } = desk.line().status();
  return state === 'up' && unsentEvents === 0 && unsentDossiers === 0;
};
const overlapsIn = (at: City) =>
  at.query(
    `SELECT a.scope, a.body, b.body FROM leases a JOIN leases b ON a.scope = b.scope AND a.lease_id < b.lease_id
      WHERE a.from_number <= b.to_number AND b.from_number <= a.to_number`,
  );
const refusedIn = (at: City) =>
  at.query("SELECT desk_id, seq, type, reason_code FROM desk_events WHERE outcome = 'refused'");
const codesOf = (events: readonly { readonly fact: Fact }[]) =>
  events.flatMap(({ fact }) => (fact.type === 'dossier-received' ? [fact.code] : []));

/** Two desks; what one did after the backup is forgotten, and the other one, which knows nothing of it, asks first. */
async function forgetAndHeal(opened: Backups): Promise<void> {
  backups = opened;
  city = await startCity({ desks: 2, ...opened.now() });
  const port = Number(new URL(city.url).port);
  const [first, second] = [
    await startPracticeDesk(city.url, String(city.codes['CN02-Q01'])),
    await startPracticeDesk(city.url, String(city.codes['CN02-Q02'])),
  ];
  desks = [first, second];
  await city.stop();
  await opened.backUp();

  city = await startCity({ desks: 2, port, ...opened.now() });
  first.line().start();
  await until(() => first.leases().size > 0, 'numbers for the first desk', LIMIT_MS);
  const before = [await first.receive(), await first.receive(), await first.receive()];
  await until(settled(first), 'the first desk settling', LIMIT_MS);
  await first.line().stop();
  await city.stop();
  await opened.putBack();

  city = await startCity({ desks: 2, port, ...opened.now() });
  expect(await city.query('SELECT 1 FROM leases')).toEqual([]);
  second.line().start();
  await until(() => second.leases().size > 0, 'numbers for the second desk', LIMIT_MS);
  const meanwhile = [await second.receive(), await second.receive()];
  await until(settled(second), 'the second desk settling', LIMIT_MS);
  await first.restartLine();
  const count = async () =>
    (await (city as City).query('SELECT 1 FROM dossiers WHERE complete_seq = content_seq')).length;
  await until(async () => (await count()) === 5, 'everything again', LIMIT_MS);
  await until(settled(first), 'the first desk settling again', LIMIT_MS);

  expect(await refusedIn(city)).toEqual([]);
  expect(await overlapsIn(city)).toEqual([]);
  const codes = [...before, ...meanwhile].flatMap(({ events }) => codesOf(events));
  expect(new Set(codes).size).toBe(5);
  const kept = await city.query<{ code: string }>('SELECT code FROM dossiers ORDER BY code');
  expect(kept.map(({ code }) => code)).toEqual(codes.toSorted());
  // Blocks of both, old and new, in every run: one desk's were lent before, the other's after.
  expect([...second.leases().values()].every(({ lease }) => lease.from > 10_000)).toBe(true);
  const held = [...first.leases().values(), ...second.leases().values()].map(({ lease }) => lease.leaseId);
  const known = await city.query<{ lease_id: string }>('SELECT lease_id FROM leases');
  expect(known.map(({ lease_id }) => lease_id)).toEqual(expect.arrayContaining(held));
}

describe('a city put back to an older state', () => {
  it(
    '[RCITY-26] from a copy of its files: never lends the same numbers again, and is healed by the desks',
    async () => forgetAndHeal(await copiedFolders()),
    LIMIT_MS,
  );

  it.skipIf(findPostgres() === undefined)(
    '[RCITY-26] from a dump of its PostgreSQL (skipped without one): the same',
    async () => forgetAndHeal(await dumps()),
    LIMIT_MS,
  );

  it('[RCITY-27] also when it does not know that it was: the first forgotten block that a desk brings is enough', async () => {
    city = await startCity({ desks: 2 });
    const desk = await enrolByHand(city, 'CN02-Q01');
    const other = await enrolByHand(city, 'CN02-Q02');
    const borrowed = await borrowByHand(desk, 40);
    for (const table of ['leases', 'lease_counters', 'lease_requests'])
      await city.query(`DELETE FROM ${table}`);
    const brought = await desk.send(desk.events(null, [enrolledFact(desk), ...borrowed.facts()]));
    expect(brought.json.verdicts.map((v: { body: { outcome: string } }) => v.body.outcome)).toEqual(
      Array(4).fill('accepted'),
    );
    // One period for all that was forgotten, also for runs of which this desk had nothing.
    const periods = await city.query<{ slot: number }>('SELECT slot FROM lending_periods ORDER BY slot');
    expect(periods.length).toBeGreaterThan(1);
    const ahead = await other.call('POST', '/v1/leases', {
      requestId: v7(),
      wants: [
        { kind: 'intake-slip', year: Number(borrowed.date.slice(0, 4)), count: 10 },
        { kind: 'dossier-code', date: borrowed.date, count: 10 },
      ],
    });
    const { leases } = LeaseReply.parse(ahead.json).body;
    expect(leases.every(({ from }) => from > 10_000)).toBe(true);
    expect(await overlapsIn(city)).toEqual([]);
  });

  it('[RCITY-28] a block that the city did not sign, or signed for another desk, is none', async () => {
    city = await startCity({ desks: 2 });
    const desk = await enrolByHand(city, 'CN02-Q01');
    const other = await enrolByHand(city, 'CN02-Q02');
    const [lease] = (await borrowByHand(other, 5)).leases;
    if (lease === undefined) throw new Error('nothing lent');
    const bring = (changed: object): Fact => ({
      type: 'number-lease-received',
      lease: { ...lease, ...changed } as typeof lease,
    });
    await city.query('DELETE FROM leases');
    const events = desk.events(null, [
      enrolledFact(desk),
      bring({}),
      bring({ leaseId: v7() }),
      bring({ proof: undefined }),
      bring({ to: lease.to + 1 }),
    ]);
    const sent = await desk.send(events);
    expect(sent.json.verdicts.map((v: { body: { reasonCode: string } }) => v.body.reasonCode)).toEqual([
      '',
      'lease-unknown',
      'lease-unknown',
      'lease-unknown',
      'lease-unknown',
    ]);
    expect(await city.query('SELECT 1 FROM lending_periods')).toHaveLength(1);
  });

  it('[RCITY-29] the operator’s word begins a period, once; a mere restart does not', async () => {
    const opened = await copiedFolders();
    backups = opened;
    const slots = async (options: StartCityOptions) => {
      const started = await startCity({ ...opened.now(), ...options });
      const rows = await started.query<{ slot: number }>('SELECT slot FROM lending_periods ORDER BY slot');
      const version = await started.publishReference(() => undefined);
      await started.stop();
      return { slots: rows.map(({ slot }) => slot), version };
    };
    expect(await slots({})).toEqual({ slots: [0], version: 2 });
    expect(await slots({})).toEqual({ slots: [0], version: 3 });
    expect(await slots({ restored: 4 })).toEqual({ slots: [0, 4], version: 4001 });
    expect(await slots({ restored: 4 })).toEqual({ slots: [0, 4], version: 4002 });
  });
});
