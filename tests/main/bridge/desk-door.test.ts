import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Failure, Result } from '../../../src/shared/base/result.ts';
import type { StartReport } from '../../../src/shared/contracts/bridge/start-report.ts';
import { startCityProcess } from '../../city/start-city-process.ts';
import { aDoor, aFolder, keyring, noKeyring } from './a-profile.ts';

const data = mkdtempSync(join(tmpdir(), 'door-city-'));
let city: Awaited<ReturnType<typeof startCityProcess>>;
beforeAll(async () => {
  city = await startCityProcess(data);
});
afterAll(async () => {
  await city?.stop();
  rmSync(data, { recursive: true, force: true });
});

const statusOf = (result: Result<StartReport, Failure>) =>
  result.ok ? result.value.status : result.failure.code;
const codesOf = (result: Result<StartReport, Failure>) =>
  result.ok ? result.value.notices.map(({ code }) => code) : [];
const code = (n: number) => `QUAY-0${n}-THUC-HANH`;

describe('opening with a keyring', () => {
  it('[BR-11] a new profile asks for enrolment, and a window that asks twice opens it once', async () => {
    const { door, opened } = aDoor(aFolder(), keyring);
    const both = await Promise.all([door.start(), door.start()]);
    expect(both.map(statusOf)).toEqual(['not-enrolled', 'not-enrolled']);
    expect(statusOf(await door.start())).toBe('not-enrolled');
    expect(opened()).toBe(1);
  });

  it.each(['journal', 'pages', 'city-log', 'values', 'documents', 'drafts'])(
    '[BR-12] makes no new key while %s is there',
    async (folder) => {
      const profile = aFolder();
      mkdirSync(join(profile, folder));
      expect(statusOf(await aDoor(profile, keyring).door.start())).toBe('key-missing');
    },
  );
});

describe('opening without a keyring', () => {
  it('[BR-11] asks for a new passphrase, then for the same one at each start', async () => {
    const profile = aFolder();
    const first = aDoor(profile, noKeyring);
    expect(statusOf(await first.door.start())).toBe('new-passphrase-needed');
    expect(first.door.desk()).toBeNull();
    const unlocked = await first.door.unlock('con mèo trèo cây cau');
    expect(statusOf(unlocked)).toBe('not-enrolled');
    expect(codesOf(unlocked)).toEqual(['no-keyring']);
    await first.close();

    const second = aDoor(profile, noKeyring);
    expect(statusOf(await second.door.start())).toBe('locked');
    expect(statusOf(await second.door.unlock('con chó trèo cây cau'))).toBe('wrong-passphrase');
    expect(second.door.desk()).toBeNull();
    expect(statusOf(await second.door.unlock('con mèo trèo cây cau'))).toBe('not-enrolled');
  });

  it('[BR-11] an unlock that meets a start still opens', async () => {
    const { door } = aDoor(aFolder(), noKeyring);
    const [start, unlock] = await Promise.all([door.start(), door.unlock('con mèo trèo cây cau')]);
    expect([statusOf(start), statusOf(unlock)]).toEqual(['new-passphrase-needed', 'not-enrolled']);
  });
});

describe('enrolment', () => {
  it('[BR-11] before the desk is open there is none', async () => {
    const { door } = aDoor(aFolder(), keyring);
    expect(statusOf(await door.enrol(city.url, code(1)))).toBe('desk-not-open');
  });

  it('gives the desk its name once, and the next start has it', async () => {
    const profile = aFolder();
    const first = aDoor(profile, keyring);
    await first.door.start();
    expect(statusOf(await first.door.enrol(city.url, 'NO-SUCH-CODE'))).toBe('enrolment-code-unknown');
    const twice = await Promise.all([
      first.door.enrol(city.url, code(1)),
      first.door.enrol(city.url, code(1)),
    ]);
    expect(twice.map(statusOf)).toEqual(['ready', 'desk-already-enrolled']);
    await first.close();

    const again = await aDoor(profile, keyring).door.start();
    expect(again).toMatchObject({ ok: true, value: { status: 'ready', desk: { deskId: 'CN02-Q01' } } });
  });

  it('a practice desk enrols itself; without its city it says so and asks', async () => {
    const itself = aDoor(aFolder(), keyring, { url: city.url, code: code(2) });
    expect(statusOf(await itself.door.start())).toBe('ready');
    const alone = await aDoor(aFolder(), keyring, { url: 'http://127.0.0.1:9', code: code(3) }).door.start();
    expect(statusOf(alone)).toBe('not-enrolled');
    expect(codesOf(alone)).toEqual(['city-unreachable']);
  });
});
