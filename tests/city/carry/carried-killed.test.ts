import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isUnfinished } from '../../../src/main/carry/carried-names.ts';
import { takeReplies } from '../../../src/main/carry/take-reply.ts';
import { fail } from '../../../src/shared/base/result.ts';
import { type CarryingDesk, given, startCarryingDesk } from '../../main/carry/carrying-desk.ts';
import { until } from '../../main/city/practice-desk.ts';
import { type City, startCity } from '../start-city.ts';
import { takeCarried } from './take-carried.ts';

let dataDir: string;
let city: City;
let desk: CarryingDesk;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'carried-city-'));
  city = await startCity({ dataDir, desks: 2 });
  desk = await startCarryingDesk(city, Object.values(city.codes)[0] ?? '');
}, 150_000);
afterEach(async () => {
  await desk?.stop();
  await city.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

const unsent = () => {
  const { unsentEvents, unsentPages } = desk.line().status();
  return { unsentEvents, unsentPages };
};

it('[CA-28] a city that is killed while it takes a file takes it again, and has everything once', {
  timeout: 300_000,
}, async () => {
  for (let n = 0; n < 8; n += 1) await desk.receive({ pages: [desk.addPage(randomBytes(300_000))] });
  const file = join(desk.stick, String(given(await desk.export()).files[0]?.name));
  await city.stop();
  const script = join(import.meta.dirname, 'take.ts');
  const begin = () =>
    spawn(process.execPath, [script, file, '--out', desk.stick, '--data', dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  // How long a whole taking lasts here is not known beforehand: later and later moments until one is not cut.
  let cuts = 0;
  for (let afterMs = 700; ; afterMs = afterMs * 1.9 + Math.random() * 200) {
    const taking = begin();
    let said = '';
    taking.stdout.on('data', (text) => {
      said += text;
    });
    const ended = once(taking, 'close');
    const killing = setTimeout(() => taking.kill('SIGKILL'), afterMs);
    const [, signal] = await ended;
    clearTimeout(killing);
    if (signal === 'SIGKILL') {
      cuts += 1;
      continue;
    }
    expect(JSON.parse(said)).toMatchObject({ pages: 8, pagesLeft: 0, refused: 0, missingFrom: null });
    break;
  }
  expect(cuts).toBeGreaterThan(0);
  expect(readdirSync(desk.stick).filter((name) => isUnfinished(name, desk.enrolment.desk.deskId))).toEqual(
    [],
  );
  expect(given(given(await desk.take())[0]?.outcome as never)).toMatchObject({ accepted: 8, refused: 0 });
  expect(unsent()).toEqual({ unsentEvents: 0, unsentPages: 0 });
  city = await startCity({ dataDir, desks: 2 });
  const [dossiers] = await city.query<{ n: number; complete: number }>(
    'SELECT count(*)::int AS n, count(complete_seq)::int AS complete FROM dossiers',
  );
  expect(dossiers).toEqual({ n: 8, complete: 8 });
});

it('[CA-29] a desk that cannot keep in the middle of a reply takes the rest of it later: nothing lost, nothing twice', {
  timeout: 180_000,
}, async () => {
  for (let n = 0; n < 4; n += 1) await desk.receive();
  desk.kept.set(
    'lease-request',
    JSON.stringify({
      requestId: '0198c1de-7f00-7000-8000-0000000000ab',
      wants: [{ kind: 'intake-slip', year: new Date().getUTCFullYear(), count: 30 }],
    }),
  );
  await desk.restartLine();
  await until(() => desk.line().carried() !== null, 'logs read', 60_000);
  const leases = desk.leases().size;
  const file = join(desk.stick, String(given(await desk.export()).files[0]?.name));
  given(await takeCarried(city.context, file, desk.stick));
  const ways = ['takeVerdicts', 'takeWords', 'takeLeases', 'takeReference'] as const;
  const order = { folder: desk.stick, signal: new AbortController().signal };
  for (const way of ways) {
    const ports = { ...desk.replyPorts(), [way]: async () => fail('disk-full', 'officer-decides') };
    const [reply] = given(await takeReplies(ports, order));
    expect(reply?.outcome).toMatchObject({ failure: { code: 'disk-full' } });
    // As after a power cut: only what is durable counts.
    await desk.restartLine();
    await until(() => desk.line().carried() !== null, 'logs read', 60_000);
  }
  given(given(await desk.take())[0]?.outcome as never);
  expect(unsent()).toEqual({ unsentEvents: 1, unsentPages: 0 });
  expect(desk.leases().size).toBe(leases + 1);
});
