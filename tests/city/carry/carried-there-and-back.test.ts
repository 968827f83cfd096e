import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { type CarryingDesk, given, startCarryingDesk } from '../../main/carry/carrying-desk.ts';
import { until } from '../../main/city/practice-desk.ts';
import { type City, startCity } from '../start-city.ts';
import { addCityCarryKey } from './city-carry-key.ts';
import { takeCarried } from './take-carried.ts';

let city: City;
let desk: CarryingDesk;
let cityFolder: string;
let nextDesk = 1;

const newDesk = (): Promise<CarryingDesk> => {
  const deskId = `CN02-Q${String(nextDesk).padStart(2, '0')}`;
  nextDesk += 1;
  return startCarryingDesk(city, city.codes[deskId] ?? '');
};

beforeAll(async () => {
  city = await startCity({ desks: 30 });
  cityFolder = mkdtempSync(join(tmpdir(), 'at-the-city-'));
});
afterAll(async () => {
  await city.stop();
  rmSync(cityFolder, { recursive: true, force: true });
});
beforeEach(async () => {
  desk = await newDesk();
}, 150_000);
afterEach(() => desk?.stop());

const takeAt = async (name: string) =>
  given(await takeCarried(city.context, join(desk.stick, name), desk.stick));
const counts = () => {
  const { unsentEvents, unsentDossiers, unsentPages } = desk.line().status();
  return { unsentEvents, unsentDossiers, unsentPages };
};
const NOTHING = { unsentEvents: 0, unsentDossiers: 0, unsentPages: 0 };
const ofDesk = async (what: string) => {
  const [row] = await city.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what} WHERE desk_id = $1`, [
    desk.enrolment.desk.deskId,
  ]);
  return row?.n ?? 0;
};
const wrongReceipt = (facts: Fact[]): Fact[] =>
  facts.map((fact) => (fact.type === 'receipt-issued' ? { ...fact, series: '26TBB' } : fact));

describe('dossiers carried by hand', { timeout: 180_000 }, () => {
  it('[CA-9] sealed for a key that the city has changed since: it still opens, and the next one is for the new key', async () => {
    await desk.receive();
    const name = String(given(await desk.export()).files[0]?.name);
    const { publicKey } = await addCityCarryKey(city.context.database);
    await takeAt(name);
    await city.publishReference(() => undefined);
    await takeAt(name);
    given(await desk.take());
    expect(JSON.parse(desk.kept.get('reference') ?? 'null').reference.carryKey).toBe(publicKey);
    await desk.receive();
    for (const left of desk.onStick()) rmSync(join(desk.stick, left));
    await takeAt(String(given(await desk.export()).files[0]?.name));
    given(await desk.take());
    expect(counts()).toEqual(NOTHING);
  });

  it('[CA-10] go to the city on a stick, and its signed words come back on the same stick and move the line', async () => {
    const one = await desk.receive();
    const two = await desk.receive({
      pages: [desk.addPage(randomBytes(200_000)), desk.addPage(randomBytes(70_000))],
    });
    await desk.receive({ change: wrongReceipt });
    expect(counts()).toMatchObject({ unsentDossiers: 3, unsentPages: 4 });

    const written = given(await desk.export());
    expect(written).toMatchObject({
      dossiers: 3,
      pages: 4,
      unreadable: 0,
      leftOut: { dossiers: 0, pages: 0 },
    });
    const deskId = desk.enrolment.desk.deskId;
    expect(desk.onStick()).toEqual([written.files[0]?.name]);
    expect(written.files[0]?.name).toMatch(
      new RegExp(`^Ho-so_${deskId}_\\d{4}-\\d\\d-\\d\\d_\\d\\dh\\d\\d_3-ho-so\\.qmc$`),
    );
    expect(counts(), 'unsent until the city says otherwise').toMatchObject({ unsentDossiers: 3 });

    const at = await takeAt(String(written.files[0]?.name));
    expect(at).toMatchObject({ deskId, pages: 4, pagesLeft: 0, missingFrom: null });
    expect(at.refused).toBeGreaterThan(0);
    expect(await ofDesk('dossiers')).toBe(2 + (at.refused === 3 ? 0 : 1));

    const [reply] = given(await desk.take());
    expect(reply?.name).toBe(at.reply);
    const taken = given(reply?.outcome ?? { ok: false, failure: { code: 'none' } });
    expect(taken).toMatchObject({ accepted: 2, refused: 1, missingFrom: null });
    expect(counts().unsentEvents).toBe(0);
    const heard = desk.cityLog.messages.flatMap(({ statement: { body } }) =>
      'what' in body && body.what.type === 'dossier-complete' ? [body.what.dossierId] : [],
    );
    expect(new Set(heard)).toEqual(new Set([one.dossierId, two.dossierId, ...heard]));
    // The line is back: nothing is left to say, and nothing is there twice.
    await desk.plug.plugIn();
    await desk.line().tryNow();
    await until(() => desk.line().status().state === 'up', 'the line is back');
    expect(counts().unsentPages).toBe(0);
  });

  it('[CA-11] taken twice, and the reply taken twice, changes nothing: the same words again', async () => {
    await desk.receive();
    const name = String(given(await desk.export()).files[0]?.name);
    const first = await takeAt(name);
    const again = await takeAt(name);
    expect(again).toEqual(first);
    expect(await ofDesk('dossiers')).toBe(1);
    given(given(await desk.take())[0]?.outcome as never);
    const messages = await desk.cityLog.read({ after: 0, limit: 1000 });
    expect(given(given(await desk.take())[0]?.outcome as never)).toMatchObject({
      accepted: 0,
      refused: 0,
      complete: 0,
      reference: false,
    });
    expect(await desk.cityLog.read({ after: 0, limit: 1000 })).toEqual(messages);
    expect(counts()).toEqual(NOTHING);
  });

  it('[CA-12] harmless beside the line: whoever comes first, everything is there once', async () => {
    for (let n = 0; n < 6; n += 1) await desk.receive();
    const name = String(given(await desk.export()).files[0]?.name);
    // Half of it has gone over the line when the stick comes, and the desk has made more.
    await desk.plug.plugIn();
    await Promise.all([desk.line().tryNow(), takeAt(name), desk.receive()]);
    given(await desk.take());
    await until(() => counts().unsentPages === 0 && counts().unsentEvents === 0, 'all is there');
    expect(await ofDesk('dossiers')).toBe(7);
    const verdicts = desk.cityLog.messages.filter(({ kind }) => kind === 'verdict').length;
    expect(verdicts).toBeGreaterThanOrEqual(desk.journal.head().seq - 1);
    await takeAt(name);
    given(await desk.take());
    expect(counts()).toEqual(NOTHING);
    expect(await ofDesk('dossiers')).toBe(7);
  });

  it('[CA-13] numbers that run low are asked for and lent on the stick, once', async () => {
    const year = new Date().getUTCFullYear();
    const before = [...desk.leases().values()].length;
    desk.kept.set(
      'lease-request',
      JSON.stringify({
        requestId: '0198c1de-7f00-7000-8000-0000000000aa',
        wants: [{ kind: 'intake-slip', year, count: 30 }],
      }),
    );
    await desk.restartLine();
    await until(() => desk.line().carried() !== null, 'logs read');
    const name = String(given(await desk.export()).files[0]?.name);
    await takeAt(name);
    expect(given(given(await desk.take())[0]?.outcome as never)).toMatchObject({ leases: true });
    expect([...desk.leases().values()].length).toBe(before + 1);
    expect(desk.kept.get('lease-request')).toBe('null');
    await takeAt(name);
    given(await desk.take());
    expect([...desk.leases().values()].length).toBe(before + 1);
  });

  it('[CA-14] newer reference data comes back on the stick; an older copy of it replaces nothing', async () => {
    await desk.receive();
    const name = String(given(await desk.export()).files[0]?.name);
    const old = await takeAt(name);
    renameSync(join(desk.stick, old.reply), join(cityFolder, 'old.qmc'));
    const version = await city.publishReference((body) => {
      body.effectiveFrom = '2027-01-01';
    });
    const { reply } = await takeAt(name);
    expect(given(given(await desk.take())[0]?.outcome as never)).toMatchObject({ reference: true });
    const kept = () => JSON.parse(desk.kept.get('reference') ?? 'null').reference.version;
    expect(kept()).toBe(version);
    rmSync(join(desk.stick, reply));
    copyFileSync(join(cityFolder, 'old.qmc'), join(desk.stick, reply));
    expect(given(given(await desk.take())[0]?.outcome as never)).toMatchObject({ reference: false });
    expect(kept()).toBe(version);
  });

  it('[CA-15] a reply to an older export moves nothing back', async () => {
    await desk.receive();
    const older = await takeAt(String(given(await desk.export()).files[0]?.name));
    renameSync(join(desk.stick, older.reply), join(cityFolder, 'older.qmc'));
    for (const name of desk.onStick()) rmSync(join(desk.stick, name));
    await desk.receive();
    const newer = await takeAt(String(given(await desk.export()).files[0]?.name));
    given(await desk.take());
    expect(counts()).toEqual(NOTHING);
    rmSync(join(desk.stick, newer.reply));
    copyFileSync(join(cityFolder, 'older.qmc'), join(desk.stick, 'Tra-loi_cu.qmc'));
    expect(given(given(await desk.take())[0]?.outcome as never)).toMatchObject({ accepted: 0, refused: 0 });
    expect(counts()).toEqual(NOTHING);
    await desk.restartLine();
    await until(() => desk.line().carried() !== null, 'logs read');
    expect(counts()).toEqual(NOTHING);
  });

  it('[CA-16] a reply for another desk, one sealed for a key that is gone and one that is touched are refused and stand in the way of no other', async () => {
    const other = await newDesk();
    await other.receive();
    const foreign = given(await other.export());
    const foreignName = String(foreign.files[0]?.name);
    const theirs = given(await takeCarried(city.context, join(other.stick, foreignName), other.stick));
    await desk.receive();
    const { reply } = await takeAt(String(given(await desk.export()).files[0]?.name));
    copyFileSync(join(other.stick, theirs.reply), join(desk.stick, theirs.reply));
    const bytes = readFileSync(join(desk.stick, reply));
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 5000) ^ 1, bytes.length - 5000);
    writeFileSync(join(desk.stick, 'Tra-loi_0.qmc'), bytes);
    const outcomes = Object.fromEntries(
      given(await desk.take()).map(({ name, outcome }) => [
        name,
        outcome.ok ? 'taken' : outcome.failure.code,
      ]),
    );
    expect(outcomes).toEqual({
      [theirs.reply]: 'carry-other-desk',
      'Tra-loi_0.qmc': 'carry-damaged',
      [reply]: 'taken',
    });
    await other.stop();
  });

  it('[CA-17] a file that was touched or made by another desk takes nothing at the city and loses nothing', async () => {
    await desk.receive();
    const name = String(given(await desk.export()).files[0]?.name);
    const bytes = readFileSync(join(desk.stick, name));
    for (const at of [3, 40, 300, 900, 2000, bytes.length - 400, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x40, at);
      writeFileSync(join(cityFolder, 'touched.qmc'), changed);
      const taken = await takeCarried(city.context, join(cityFolder, 'touched.qmc'), cityFolder);
      expect(taken.ok, `byte ${at}`).toBe(false);
    }
    expect(await ofDesk('dossiers')).toBe(0);
    // Another desk's name in its own, well-sealed file.
    const other = await newDesk();
    const forged = { ...desk.unsentPorts(), sign: other.sign, newId: () => crypto.randomUUID() };
    const { writeUnsent } = await import('../../../src/main/carry/write-unsent.ts');
    const made = given(
      await writeUnsent(forged, {
        folder: other.stick,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      }),
    );
    const refused = await takeCarried(
      city.context,
      join(other.stick, String(made.files[0]?.name)),
      cityFolder,
    );
    expect(refused).toMatchObject({ failure: { code: 'carry-not-signed' } });
    // A reply is no export.
    const { reply } = await takeAt(name);
    expect(await takeCarried(city.context, join(desk.stick, reply), cityFolder)).toMatchObject({ ok: false });
    expect(await ofDesk('dossiers')).toBe(1);
    given(await desk.take());
    expect(counts()).toEqual(NOTHING);
    await other.stop();
  });

  it('[CA-18] a large export is several files, each complete in itself, in any order', async () => {
    for (let n = 0; n < 5; n += 1) await desk.receive({ pages: [desk.addPage(randomBytes(150_000))] });
    const written = given(await desk.export({ mostFileBytes: 400_000 }));
    expect(written.files.length).toBeGreaterThan(2);
    expect(written.files.every(({ byteLength }) => byteLength <= 400_000)).toBe(true);
    for (const { name } of written.files.toReversed()) expect((await takeAt(name)).pagesLeft).toBe(0);
    const replies = given(await desk.take());
    expect(replies).toHaveLength(written.files.length);
    expect(counts()).toEqual(NOTHING);
    const taken = replies.map(({ outcome }) => given(outcome));
    expect(taken.reduce((sum, { complete }) => sum + complete, 0)).toBe(5);
  });

  it('[CA-19] a city that was put back to an older state says what it misses, and the next stick brings it', async () => {
    const deskId = desk.enrolment.desk.deskId;
    await desk.receive();
    await takeAt(String(given(await desk.export()).files[0]?.name));
    given(await desk.take());
    for (const name of desk.onStick()) rmSync(join(desk.stick, name));
    for (const table of ['dossier_pages', 'receipts', 'intake_slips'])
      await city.query(
        `DELETE FROM ${table} WHERE dossier_id IN (SELECT dossier_id FROM dossiers WHERE desk_id = $1)`,
        [deskId],
      );
    await city.query('DELETE FROM dossiers WHERE desk_id = $1', [deskId]);
    await city.query(
      'DELETE FROM used_numbers WHERE lease_id IN (SELECT lease_id FROM leases WHERE desk_id = $1)',
      [deskId],
    );
    const lost = desk.journal.head().seq - 2;
    await city.query('DELETE FROM desk_events WHERE desk_id = $1 AND seq >= $2', [deskId, lost]);
    await desk.receive();
    const at = await takeAt(String(given(await desk.export()).files[0]?.name));
    expect(at.missingFrom).toBe(lost);
    expect(given(given(await desk.take())[0]?.outcome as never)).toMatchObject({ missingFrom: lost });
    for (const name of desk.onStick()) rmSync(join(desk.stick, name));
    await takeAt(String(given(await desk.export()).files[0]?.name));
    given(await desk.take());
    expect(counts().unsentEvents).toBe(0);
    expect(await ofDesk('dossiers')).toBe(2);
  });
});
