import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findBackups } from '../../../src/main/backup/backup-folder.ts';
import { startCityProcess } from '../../city/start-city-process.ts';
import { isCopyLevel } from '../../support/copy-level.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { atWork, deskOf, must, until } from './a-desk-at-work.ts';
import { aDoor, aFolder, keyring, noKeyring } from './a-profile.ts';

const data = mkdtempSync(join(tmpdir(), 'restore-city-'));
let city: Awaited<ReturnType<typeof startCityProcess>>;
beforeAll(async () => {
  city = await startCityProcess(data);
});
afterAll(async () => {
  await city?.stop();
  rmSync(data, { recursive: true, force: true });
});
const code = (n: number) => `QUAY-0${n}-THUC-HANH`;

/** A practice desk on a pluggable line that copies to a second disk, with `dossiers` received. */
async function aBackedUpDesk(n: number, dossiers: number) {
  const plug = await startLinePlug(city.url);
  onTestFinished(() => plug.close());
  const profile = aFolder();
  const disk = aFolder();
  const old = aDoor(profile, keyring, { url: plug.url, code: code(n) });
  must(await old.door.start());
  const work = await atWork(old.door);
  await work.ready();
  const chosen = must(await work.desk.backup.choose(disk));
  must(await work.signIn('ha'));
  const printed = [];
  for (let citizen = 0; citizen < dossiers; citizen += 1)
    printed.push(must(await work.receive(n * 100 + citizen)));
  const level = () => isCopyLevel(work.desk.backup.status());
  await until(level, 'the copy is level');
  const [found] = await findBackups(disk);
  if (found === undefined) throw new Error('no backup found');
  return { plug, profile, disk, old, work, printed, level, found, recoveryCode: chosen.recoveryCode ?? '' };
}

const numbersOf = (printed: readonly { code: string; slip: number | null; receipt: number | null }[]) =>
  printed.flatMap(({ code: each, slip, receipt }) => [`code ${each}`, `slip ${slip}`, `receipt ${receipt}`]);

describe('a desk on a new PC', () => {
  it('[BK-9] says what a backup holds, opens it by the code alone, and brings everything back', async () => {
    const { found, work, old, printed, recoveryCode } = await aBackedUpDesk(1, 3);
    expect(found).toMatchObject({ deskId: 'CN02-Q01', dossiers: 3, lastDossier: { code: printed[2]?.code } });
    // All that the city has to say of it is heard: what came between here and the end would be missing below.
    const line = () => work.desk.line()?.status();
    await until(() => line()?.unsentEvents === 0 && line()?.unsentDossiers === 0, 'the city has it');
    await work.desk.facts.hear(async () => []);
    const before = work.desk.facts.state();
    await old.close();

    const fresh = aDoor(aFolder(), keyring);
    must(await fresh.door.start());
    const wrong = await fresh.door.restore({ folder: found.folder, recoveryCode: '0000D '.repeat(8) });
    expect(wrong).toMatchObject({ failure: { code: 'recovery-code-group' } });
    const opened = must(await fresh.door.restore({ folder: found.folder, recoveryCode }));
    expect(opened).toMatchObject({ status: 'ready', desk: { deskId: 'CN02-Q01' } });
    expect(opened.notices.map(({ code: each }) => each)).toEqual(
      expect.arrayContaining(['desk-restored', 'desk-must-ask-city']),
    );
    const desk = deskOf(fresh.door);
    await until(() => desk.line() !== null, 'the city was asked');
    const dossiers = () => [...desk.facts.state().dossiers.values()];
    await expect.poll(dossiers, { timeout: 60_000 }).toEqual([...before.dossiers.values()]);
    const after = desk.facts.state();
    await until(() => desk.backup.status().pagesMended === 3, 'pages are back');
    for (const dossier of after.dossiers.values()) {
      for (const { pages } of dossier.content.papers) {
        for (const { sha256 } of pages)
          expect(await desk.parts.pages.verify(sha256)).toMatchObject({ ok: true });
      }
    }
  });

  it('[BK-10] makes nothing before the city was asked, takes what the copy lacked, and gives no number twice', async () => {
    const { found, work, old, printed, recoveryCode, plug, disk, profile } = await aBackedUpDesk(2, 2);
    // The share goes away; the desk works on, for the city first, then for nobody.
    const away = `${found.folder}-away`;
    cpSync(found.folder, away, { recursive: true });
    rmSync(found.folder, { recursive: true });
    const forCity = [must(await work.receive(2_051)), must(await work.receive(2_052))];
    await until(() => work.desk.line()?.status().unsentEvents === 0, 'the city has it');
    await plug.unplug();
    const forNobody = [must(await work.receive(2_061)), must(await work.receive(2_062))];
    await old.close();
    cpSync(away, found.folder, { recursive: true });
    rmSync(away, { recursive: true });

    const fresh = aDoor(aFolder(), keyring);
    must(await fresh.door.start());
    must(await fresh.door.restore({ folder: found.folder, recoveryCode }));
    const again = await atWork(fresh.door);
    expect(await again.signIn('ha')).toMatchObject({ failure: { code: 'desk-must-ask-city' } });
    expect(await again.receive(2_071)).toMatchObject({ ok: false });
    await plug.plugIn();
    await until(() => again.desk.line() !== null, 'the city was asked');
    const codes = () => [...again.desk.facts.state().dossiers.values()].map((dossier) => dossier.code);
    expect(codes()).toEqual([...printed, ...forCity].map((each) => each.code));
    await until(
      () => [...again.desk.facts.state().leases.values()].some(({ next, lease }) => next <= lease.to),
      'new numbers',
    );
    must(await again.signIn('ha'));
    const later = [must(await again.receive(2_081)), must(await again.receive(2_082))];
    const all = numbersOf([...printed, ...forCity, ...forNobody, ...later]);
    expect(new Set(all).size).toBe(all.length);
    await until(() => again.desk.line()?.status().unsentEvents === 0, 'the city has all');

    // The old PC comes back: the city and the copy tell it that it is not the desk any more.
    const back = aDoor(profile, keyring, { url: plug.url, code: null });
    must(await back.door.start());
    await until(async () => {
      const tried = await (await atWork(back.door)).signIn('ha');
      return !tried.ok && tried.failure.code === 'desk-continued-elsewhere';
    }, 'the old PC stands down');
    await back.close();
    const third = aDoor(profile, keyring, { url: plug.url, code: null });
    const reopened = must(await third.door.start());
    expect(reopened.notices.map(({ code: each }) => each)).toContain('desk-continued-elsewhere');
    expect(readdirSync(disk)).toHaveLength(1);
  });

  it('[BK-11] is never put over a living desk, and without a keyring its key is wrapped by the passphrase', async () => {
    const { found, old, recoveryCode } = await aBackedUpDesk(3, 1);
    expect(await old.door.restore({ folder: found.folder, recoveryCode })).toMatchObject({
      failure: { code: 'profile-not-empty' },
    });
    await old.close();
    const profile = aFolder();
    const fresh = aDoor(profile, noKeyring);
    must(await fresh.door.start());
    must(await fresh.door.unlock('bốn con mèo trèo cây'));
    must(await fresh.door.restore({ folder: found.folder, recoveryCode }));
    await fresh.close();
    const next = aDoor(profile, noKeyring);
    expect(must(await next.door.start()).status).toBe('locked');
    expect(must(await next.door.unlock('bốn con mèo trèo cây'))).toMatchObject({
      status: 'ready',
      desk: { deskId: 'CN02-Q03' },
    });
  });

  it('[BK-12] a power cut anywhere in it: the next start has the empty desk or the whole one, nothing between', async () => {
    const { found, old, recoveryCode } = await aBackedUpDesk(4, 1);
    await old.close();
    // Every state of the folder that a cut can leave: the steps of the last act, one by one.
    const profile = aFolder();
    const fresh = aDoor(profile, keyring);
    must(await fresh.door.start());
    await fresh.close();
    const unfinished = aFolder();
    cpSync(profile, unfinished, { recursive: true });
    mkdirSync(join(unfinished, 'dang-dung-lai', 'journal'), { recursive: true });
    const stillEmpty = aDoor(unfinished, keyring);
    expect(must(await stillEmpty.door.start()).status).toBe('not-enrolled');
    await stillEmpty.close();
    expect(readdirSync(unfinished)).not.toContain('dang-dung-lai');

    const { prepareRestore } = await import('../../../src/main/bridge/restore-desk.ts');
    must(await prepareRestore({ profile, keyKeeper: keyring, dir: found.folder, recoveryCode }));
    const parts = ['keys', 'values', 'journal', 'city-log', 'pages', 'drafts'];
    for (let moved = 0; moved <= parts.length; moved += 1) {
      const cut = aFolder();
      cpSync(profile, cut, { recursive: true });
      for (const [at, name] of parts.entries()) {
        if (at > moved) break;
        rmSync(join(cut, name), { recursive: true });
        if (at === moved) break;
        cpSync(join(cut, 'dung-lai-xong', name), join(cut, name), { recursive: true });
        rmSync(join(cut, 'dung-lai-xong', name), { recursive: true });
      }
      const next = aDoor(cut, keyring);
      expect(must(await next.door.start()), `cut after ${moved}`).toMatchObject({
        status: 'ready',
        desk: { deskId: 'CN02-Q04' },
      });
      expect(deskOf(next.door).facts.state().dossiers.size).toBe(1);
      await next.close();
    }
  });
});
