import { setTimeout as pause } from 'node:timers/promises';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { startCityProcessOn } from '../../city/start-city-process.ts';
import { type PracticeDeskAtWork, startPracticeDesk, until } from '../../main/city/practice-desk.ts';
import { cpuSecondsOf } from '../../support/cpu-seconds.ts';
import { type PrivatePostgres, startPrivatePostgres } from '../../support/private-postgres.ts';
import { atMost, type ReportRow, shown } from '../report.ts';
import { isSettled } from './desk-with-city.ts';

const COUNTS = [50, 100, 200] as const;
const DOSSIERS = 50;
const CITY_PROCESSES = 2;
/** Desks prepared side by side, before the clock starts. */
const SIDE_BY_SIDE = 8;
const LONGEST_MS = 10 * 60_000;
/** What the line writes into its log when a call was refused, failed, or had to be said again. */
const FAULTS =
  /^(line-failed|pages-failed|feed-failed|page-set-aside|lease-request-refused|lease-not-taken|line-defect|city-lost-events|city-silent)/;

type Measured = {
  readonly factsMs: number;
  readonly allMs: number;
  readonly errors: number;
  readonly cityCpuSeconds: number;
  readonly postgresCpuSeconds: number;
  readonly desksCpuSeconds: number;
};

let citizens = 0;

/** Somebody else each time: the city looks a citizen's other dossiers up, and nobody stands at two hundred desks. */
function ofAnotherCitizen(facts: readonly Fact[]): Fact[] {
  citizens += 1;
  const personalId = `001190${String(citizens % 1_000_000).padStart(6, '0')}`;
  return facts.map((fact) =>
    fact.type === 'dossier-received'
      ? { ...fact, content: { ...fact.content, applicant: { ...fact.content.applicant, personalId } } }
      : fact,
  ) as Fact[];
}

/** A desk that was off the line for days: its numbers were lent before, fifty dossiers are in its journal, a page each. */
async function prepare(cityUrl: string, code: string): Promise<PracticeDeskAtWork> {
  const desk = await startPracticeDesk(cityUrl, code);
  desk.line().start();
  await until(() => desk.leases().size > 0 && isSettled(desk), 'a desk at rest', LONGEST_MS);
  await desk.line().stop();
  for (let n = 0; n < DOSSIERS; n += 1) await desk.receive({ change: ofAnotherCitizen });
  desk.logged.length = 0;
  return desk;
}

/** Every fact in its journal has the city's verdict. */
const isJudged = ({ cityLog, journal }: PracticeDeskAtWork): boolean =>
  cityLog.messages.filter(({ kind }) => kind === 'verdict').length >= journal.head().seq;

async function inTurns<T, R>(all: readonly T[], atOnce: number, work: (one: T, i: number) => Promise<R>) {
  const done: R[] = [];
  const left = [...all.entries()];
  const next = async (): Promise<void> => {
    for (let entry = left.shift(); entry !== undefined; entry = left.shift())
      done.push(await work(entry[1], entry[0]));
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return done;
}

async function measureCount(postgres: PrivatePostgres, count: number): Promise<Measured> {
  const databaseUrl = await postgres.createDatabase(`desks_${count}`);
  const first = await startCityProcessOn(databaseUrl, count);
  const others = await Promise.all(
    Array.from({ length: CITY_PROCESSES - 1 }, () => startCityProcessOn(databaseUrl, count)),
  );
  const cities = [first, ...others];
  const desks: PracticeDeskAtWork[] = [];
  try {
    desks.push(
      ...(await inTurns(Object.values(first.codes), SIDE_BY_SIDE, (code, i) =>
        prepare(cities[i % cities.length]?.url ?? first.url, code),
      )),
    );
    const cpu = () => ({
      city: cities.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0),
      postgres: cpuSecondsOf(postgres.pid),
      desks: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    });
    const before = cpu();
    const startMs = performance.now();
    let factsMs = 0;
    await Promise.all(desks.map((desk) => desk.restartLine()));
    for (let open = desks; open.length > 0; ) {
      await pause(100);
      if (factsMs === 0 && desks.every(isJudged)) factsMs = performance.now() - startMs;
      open = open.filter((desk) => !isSettled(desk));
      if (performance.now() - startMs > LONGEST_MS) break;
    }
    const allMs = performance.now() - startMs;
    const after = cpu();
    const unsent = desks.reduce((sum, desk) => sum + desk.line().status().unsentDossiers, 0);
    const faults = desks.flatMap(({ logged }) => logged.filter((what) => FAULTS.test(what)));
    for (const [what, times] of Map.groupBy(faults, (fault) => fault))
      console.error(`${count} desks: ${times.length} × ${what}`);
    return {
      factsMs,
      allMs,
      errors: unsent + faults.length,
      cityCpuSeconds: after.city - before.city,
      postgresCpuSeconds: after.postgres - before.postgres,
      desksCpuSeconds: after.desks - before.desks,
    };
  } finally {
    await Promise.all(desks.map((desk) => desk.stop()));
    await Promise.all(cities.map((city) => city.stop()));
  }
}

function rowsOf(count: number, measured: Measured): readonly ReportRow[] {
  const name = `${count} desks at once, ${CITY_PROCESSES} city processes`;
  return [
    shown(`${name}: facts of ${count * DOSSIERS} dossiers`, measured.factsMs / 1000, 's'),
    shown(`${name}: every dossier and page, by the city’s word`, measured.allMs / 1000, 's'),
    shown(`${name}: CPU of the city`, measured.cityCpuSeconds, 's'),
    shown(`${name}: CPU of PostgreSQL`, measured.postgresCpuSeconds, 's'),
    shown(`${name}: CPU of the desks themselves`, measured.desksCpuSeconds, 's'),
    atMost(`${name}: calls refused or failed, dossiers not there`, measured.errors, '', 0),
  ];
}

/**
 * 50, 100 and 200 desks that reconnect at once, each the product's own line on its own journal with fifty dossiers of a
 * page of 2 KB, to two processes of the city on one PostgreSQL. Desks, city and database share this machine's cores, so
 * the CPU seconds of each are told apart. A call that is refused, fails or is said again counts as an error.
 */
export async function measure(counts: readonly number[] = COUNTS): Promise<readonly ReportRow[]> {
  const postgres = await startPrivatePostgres();
  // Not measured is not held.
  if (postgres === undefined) return [atMost('desks at once: PostgreSQL is not installed', 1, '', 0)];
  try {
    const all: { readonly count: number; readonly measured: Measured }[] = [];
    for (const count of counts) {
      console.error(`${count} desks at once…`);
      all.push({ count, measured: await measureCount(postgres, count) });
    }
    const growth = all.slice(1).flatMap(({ count, measured }, i) => {
      const before = all[i] ?? { count, measured };
      const name = `${before.count} → ${count} desks`;
      return [
        shown(`${name}: time ÷ time`, measured.allMs / before.measured.allMs, '×'),
        shown(
          `${name}: CPU of city and PostgreSQL ÷ the same`,
          (measured.cityCpuSeconds + measured.postgresCpuSeconds) /
            (before.measured.cityCpuSeconds + before.measured.postgresCpuSeconds),
          '×',
        ),
      ];
    });
    return [...all.flatMap(({ count, measured }) => rowsOf(count, measured)), ...growth];
  } finally {
    await postgres.stop();
  }
}
