import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createCarryDoor } from '../../../src/main/bridge/carry-door.ts';
import type { DeskDoor } from '../../../src/main/bridge/desk-door.ts';
import type { Drive } from '../../../src/main/carry/drives/drive.ts';
import type { Instant } from '../../../src/shared/base/dates.ts';
import type { Notice } from '../../../src/shared/contracts/bridge/notices.ts';
import { takeCarried } from '../../city/carry/take-carried.ts';
import { type City, startCity } from '../../city/start-city.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { atWork, must, until } from './a-desk-at-work.ts';
import { aDoor, aFolder, keyring } from './a-profile.ts';

let city: City;
beforeAll(async () => {
  city = await startCity({ desks: 4 });
}, 120_000);
afterAll(() => city.stop());

function aCarryDoor(door: DeskDoor, drives: readonly Drive[], chosen: string | null = null) {
  const notices: Notice[] = [];
  const carry = createCarryDoor({
    door,
    dialog: {
      showOpenDialog: (async () => ({
        canceled: chosen === null,
        filePaths: chosen === null ? [] : [chosen],
      })) as never, // Electron's overloads
    },
    findDrives: async () => drives,
    tell: (notice) => notices.push(notice),
    now: () => new Date().toISOString() as Instant,
    newId: () => v7(),
    log: () => undefined,
  });
  return { carry, notices };
}

it('[CA-27] the desk’s own parts: out to a drive that main found, in from it, and no path ever reaches the window', async () => {
  const plug = await startLinePlug(city.url);
  onTestFinished(() => plug.close());
  const { door } = aDoor(aFolder(), keyring, { url: plug.url, code: Object.values(city.codes)[0] ?? '' });
  const stick = join(aFolder(), 'KINGSTON');
  mkdirSync(stick);
  const { carry, notices } = aCarryDoor(door, [
    { path: stick, name: 'KINGSTON' },
    { path: join(stick, 'gone'), name: 'GONE' },
  ]);
  expect(await carry.overview()).toMatchObject({ failure: { code: 'desk-not-open' } });
  must(await door.start());
  const work = await atWork(door);
  await work.ready();
  expect(await carry.write({ driveId: null })).toMatchObject({ failure: { code: 'not-signed-in' } });
  must(await work.signIn('ha'));
  await until(() => work.desk.line()?.status().unsentEvents === 0, 'all is sent');
  await plug.unplug();
  for (let citizen = 0; citizen < 3; citizen += 1) must(await work.receive(citizen));

  const overview = must(await carry.overview());
  expect(overview).toMatchObject({ drives: [{ name: 'KINGSTON' }], last: null });
  expect(JSON.stringify(overview)).not.toContain(stick);
  const driveId = overview.drives[0]?.driveId ?? '';
  expect(await carry.write({ driveId: '0'.repeat(16) })).toMatchObject({
    failure: { code: 'carry-stick-gone' },
  });
  expect(must(await carry.write({ driveId: null }))).toEqual({ outcome: 'not-chosen' });
  expect(await carry.take({ driveId })).toMatchObject({ failure: { code: 'carry-no-reply' } });

  // One thing at a time; what is cancelled says so.
  const [first, second] = await Promise.all([carry.write({ driveId }), carry.take({ driveId })]);
  expect(must(first)).toMatchObject({ outcome: 'written', place: 'KINGSTON', dossiers: 3 });
  expect(second).toMatchObject({ failure: { code: 'carry-busy' } });
  const told = notices.filter(({ type }) => type === 'carry-progress');
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThanOrEqual(1001);
  expect(must(await carry.overview()).last).toMatchObject({ dossiers: 3, answered: false });
  const cancelled = carry.write({ driveId });
  carry.cancel();
  expect(must(await cancelled)).toEqual({ outcome: 'cancelled' });

  const [name = ''] = readdirSync(stick);
  must(await takeCarried(city.context, join(stick, name), stick));
  expect(must(await carry.take({ driveId }))).toMatchObject({
    outcome: 'taken',
    accepted: 3,
    refused: 0,
    files: 1,
    faults: [],
  });
  expect(must(await carry.overview()).last).toMatchObject({ answered: true });
  await carry.close();
}, 240_000);
