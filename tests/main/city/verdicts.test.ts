import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/shared/base/dates.ts';
import type { CommandId, DossierId, OfficerId, Sha256 } from '../../../src/shared/base/ids.ts';
import type { Command } from '../../../src/shared/domain/desk-log/command.ts';
import { decide } from '../../../src/shared/domain/desk-log/decide.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { createEvolveAll, emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import type { CityConflict } from '../../../src/shared/domain/dossier/city-conflict.ts';
import { openConflicts } from '../../../src/shared/domain/dossier/open-conflicts.ts';
import { calendar2026 } from '../../../src/shared/domain/due-date/calendar-2026.ts';
import type { Procedure } from '../../../src/shared/domain/procedure/procedure.ts';
import { changeDossier, withdrawDossier } from '../../city/say-conflict.ts';
import { type City, startCity } from '../../city/start-city.ts';
import { applyCityWords } from '../../shared/support/a-word.ts';
import { startPageRefusingProxy } from '../../support/page-refusing-proxy.ts';
import { type PracticeDeskAtWork, startPracticeDesk, until } from './practice-desk.ts';

const WAIT_MS = 60_000;
const evolveAll = createEvolveAll({
  sha256Hex: (text) => createHash('sha256').update(text).digest('hex') as Sha256,
});

let city: City;
let proxy: Awaited<ReturnType<typeof startPageRefusingProxy>>;
const desks: PracticeDeskAtWork[] = [];
let nextDesk = 1;

beforeAll(async () => {
  city = await startCity({ desks: 12 });
  proxy = await startPageRefusingProxy(city.url);
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.stop();
});
afterAll(async () => {
  await proxy.close();
  await city.stop();
});

/** A desk at work, with numbers, somebody signed in, and everything so far in the city. */
async function newDesk(): Promise<PracticeDeskAtWork> {
  const deskId = `CN02-Q${String(nextDesk).padStart(2, '0')}`;
  nextDesk += 1;
  const desk = await startPracticeDesk(proxy.url, String(city.codes[deskId]));
  desks.push(desk);
  desk.line().start();
  await until(() => desk.leases().size > 0, 'leases', WAIT_MS);
  return desk;
}

/** The desk's state as a window would rebuild it: the journal, then all that the city said. */
async function stateOf(desk: PracticeDeskAtWork): Promise<DeskState> {
  const read = await desk.journal.read({ afterSeq: 0, limit: 2000 });
  if (!read.ok) throw new Error(read.failure.code);
  const words = desk.cityLog.messages.map(({ statement }) => statement.body);
  return applyCityWords(evolveAll(emptyDeskState, read.value.events), words);
}

async function dossierOf(desk: PracticeDeskAtWork, dossierId: DossierId) {
  const dossier = (await stateOf(desk)).dossiers.get(dossierId);
  if (dossier === undefined) throw new Error('no dossier');
  return dossier;
}

const standingIs = (desk: PracticeDeskAtWork, dossierId: DossierId, kind: string) =>
  until(async () => (await dossierOf(desk, dossierId)).city.kind === kind, kind, WAIT_MS);

const officer = (officerId: string, role: 'reception-officer' | 'branch-supervisor') => ({
  officerId: officerId as OfficerId,
  fullName: 'Nguyễn Thu Hà',
  role,
  title: 'chị',
});

/** Orders are decided by the real rules; the catalogue is not asked for what the intake of the practice desk said. */
async function order(
  desk: PracticeDeskAtWork,
  who: ReturnType<typeof officer>,
  make: (commandId: CommandId) => Command,
  procedures: readonly Procedure[] = [],
) {
  const commandId = v7() as CommandId;
  const state = { ...(await stateOf(desk)), signedIn: who };
  const decision = decide(state, make(commandId), {
    now: new Date().toISOString() as Instant,
    calendar: calendar2026,
    reference: { version: 1, procedures, receipt: { form: 'EBL01', series: '26TAA' } },
  });
  if (!decision.ok) throw new Error(`refused: ${decision.failure.code}`);
  return desk.commit(decision.value, who.officerId, commandId);
}
const ha = officer('ha.nt', 'reception-officer');
const boss = officer('dung.lq', 'branch-supervisor');

async function rows(table: string, dossierId: string): Promise<readonly Record<string, unknown>[]> {
  return city.query(`SELECT * FROM ${table} WHERE dossier_id = $1`, [dossierId]);
}

/** The city comes to know a procedure that it did not know. */
const learn = (code: string) =>
  city.query('INSERT INTO known_procedures VALUES ($1) ON CONFLICT DO NOTHING', [code]);

describe('a poison dossier', () => {
  it('[LC-6] refused, unreadable, damaged in the store, a page refused for ever: the others are complete', async () => {
    const desk = await newDesk();
    const refused = await desk.receive({ procedureCode: '9.100001' });
    const unreadable = await desk.receive({
      change: (facts) =>
        facts.map((fact, index) =>
          index === 0
            ? ({ ...fact, content: { ...('content' in fact ? fact.content : {}), note: 7 } } as never)
            : fact,
        ),
    });
    const damaged = desk.addPage(randomBytes(2000));
    desk.pages.set(damaged, randomBytes(2000));
    const rotten = await desk.receive({ pages: [damaged] });
    const never = desk.addPage(randomBytes(2000));
    proxy.refuse(never);
    const turned = await desk.receive({ pages: [never] });
    const nowhere = await desk.receive({ pages: ['c'.repeat(64) as Sha256] });
    const good = [await desk.receive(), await desk.receive(), await desk.receive()];

    for (const { dossierId } of good) await standingIs(desk, dossierId, 'complete');
    for (const [what, { dossierId }] of Object.entries({ rotten, turned, nowhere }))
      expect((await dossierOf(desk, dossierId)).city.kind, what).toBe('facts-accepted');
    expect((await dossierOf(desk, refused.dossierId)).city).toMatchObject({
      kind: 'refused',
      reasonCode: 'procedure-unknown',
    });
    const verdicts = desk.cityLog.messages.flatMap(({ statement: { body } }) =>
      'outcome' in body ? [body] : [],
    );
    expect(verdicts.find(({ seq }) => seq === unreadable.events[0]?.seq)?.reasonCode).toBe('malformed');
    expect(proxy.met()).toBeGreaterThan(0);
    // None of them is forgotten: what the city lacks is still counted.
    expect(desk.line().status()).toMatchObject({ unsentEvents: 0, unsentPages: 3 });
  }, 120_000);
});

describe('a refused dossier', () => {
  it('[RS-1] sent again is in the city once, with its receipt, its slip and its pages', async () => {
    const desk = await newDesk();
    const { dossierId, code } = await desk.receive({ procedureCode: '9.200001' });
    await standingIs(desk, dossierId, 'refused');
    await learn('9.200001');
    const before = await dossierOf(desk, dossierId);
    await order(desk, ha, (commandId) => ({
      type: 'resend-dossier',
      commandId,
      dossierId,
      content: { ...before.content, note: 'Gửi lại' },
    }));
    await standingIs(desk, dossierId, 'complete');
    expect(await rows('dossiers', dossierId)).toMatchObject([{ code, status: 'submitted' }]);
    expect(await rows('receipts', dossierId)).toMatchObject([{ number: before.receipt?.leased.number }]);
    expect(await rows('intake_slips', dossierId)).toMatchObject([{ number: before.slip?.leased?.number }]);
    expect(
      await city.query('SELECT number FROM used_numbers WHERE dossier_id = $1', [dossierId]),
    ).toHaveLength(3);

    // The line starts again from nothing: the same verdicts, and nothing twice.
    await desk.restartLine();
    await until(() => desk.line().status().unsentEvents === 0, 'settling', WAIT_MS);
    expect(await rows('dossiers', dossierId)).toHaveLength(1);
  }, 120_000);

  it('[RS-2] refused again is sent again, atomically: nothing of the refused sending stays', async () => {
    const desk = await newDesk();
    const { dossierId } = await desk.receive({ procedureCode: '9.300001' });
    await standingIs(desk, dossierId, 'refused');
    const resend = async () => {
      const { content } = await dossierOf(desk, dossierId);
      await order(desk, ha, (commandId) => ({ type: 'resend-dossier', commandId, dossierId, content }));
      await until(() => desk.line().status().unsentEvents === 0, 'sending', WAIT_MS);
    };
    await resend();
    await standingIs(desk, dossierId, 'refused');
    // Now the procedure is known, but its receipt's number is taken: the last of three judgements refuses all.
    await learn('9.300001');
    const { receipt } = await dossierOf(desk, dossierId);
    if (receipt === null) throw new Error('no receipt');
    const scope = await city.query<{ scope: string }>('SELECT scope FROM leases WHERE lease_id = $1', [
      receipt.leased.leaseId,
    ]);
    const taken = [scope[0]?.scope, receipt.leased.number, receipt.leased.leaseId, null, false];
    await city.query('INSERT INTO used_numbers VALUES ($1, $2, $3, $4, $5)', taken);
    await resend();
    await until(
      async () => {
        const { city: standing } = await dossierOf(desk, dossierId);
        return standing.kind === 'refused' && standing.reasonCode === 'number-used';
      },
      'number-used',
      WAIT_MS,
    );
    expect(await rows('dossiers', dossierId)).toEqual([]);
    expect(await city.query('SELECT 1 FROM used_numbers WHERE dossier_id = $1', [dossierId])).toEqual([]);
    await city.query('DELETE FROM used_numbers WHERE scope = $1 AND number = $2', taken.slice(0, 2));
    await resend();
    await standingIs(desk, dossierId, 'complete');
    expect(
      (await dossierOf(desk, dossierId)).history.filter(({ type }) => type === 'dossier-resent'),
    ).toHaveLength(3);
  }, 120_000);

  it('[RS-6] that the city has already gets new content, and keeps its receipt', async () => {
    const desk = await newDesk();
    await learn('9.500001');
    const { dossierId } = await desk.receive({ procedureCode: '9.500001' });
    await standingIs(desk, dossierId, 'complete');
    // A second slip is refused: the dossier itself is there.
    const { slip } = await dossierOf(desk, dossierId);
    if (slip === null) throw new Error('no slip');
    await desk.commit([slip]);
    await standingIs(desk, dossierId, 'refused');
    const { content } = await dossierOf(desk, dossierId);
    await order(desk, ha, (commandId) => ({ type: 'resend-dossier', commandId, dossierId, content }));
    await standingIs(desk, dossierId, 'complete');
    expect(await rows('receipts', dossierId)).toHaveLength(1);
    expect(await rows('intake_slips', dossierId)).toHaveLength(1);
  }, 120_000);
});

describe('what the city says otherwise', () => {
  type Type = CityConflict['type'];
  // The practice desks all have the same citizen, so "elsewhere" is asked besides.
  const asked = async (desk: PracticeDeskAtWork, dossierId: DossierId, type: Type) =>
    openConflicts(await dossierOf(desk, dossierId)).find(({ what }) => what.type === type);
  const waitsFor = (desk: PracticeDeskAtWork, dossierId: DossierId, type: Type) =>
    until(async () => (await asked(desk, dossierId, type)) !== undefined, type, WAIT_MS);
  async function decideOn(
    desk: PracticeDeskAtWork,
    dossierId: DossierId,
    type: Type,
    resolution: 'keep-desk' | 'accept-city',
    who = ha,
  ): Promise<void> {
    const conflict = await asked(desk, dossierId, type);
    if (conflict === undefined) throw new Error('nothing to decide');
    const { cursor, what } = conflict;
    const note = 'Đã gọi công dân';
    await order(desk, who, (commandId) => ({
      type: 'resolve-conflict',
      commandId,
      dossierId,
      cursor,
      what,
      resolution,
      note,
    }));
    await until(
      async () => (await dossierOf(desk, dossierId)).city.kind !== 'waiting',
      'the city has the decision',
      WAIT_MS,
    );
    expect((await dossierOf(desk, dossierId)).city.kind).not.toBe('refused');
  }
  const statusAtCity = async (dossierId: string) => (await rows('dossiers', dossierId))[0]?.status;

  it('[CF-4] withdrawn: the officer agrees, and it is withdrawn on both sides; or it goes on', async () => {
    const desk = await newDesk();
    const gone = await desk.receive();
    const kept = await desk.receive();
    for (const { dossierId } of [gone, kept]) {
      await standingIs(desk, dossierId, 'complete');
      expect(await withdrawDossier(city.context, dossierId, 'citizen', 'Không cần nữa')).toBe(true);
      await waitsFor(desk, dossierId, 'dossier-withdrawn');
    }
    await decideOn(desk, gone.dossierId, 'dossier-withdrawn', 'accept-city');
    await decideOn(desk, kept.dossierId, 'dossier-withdrawn', 'keep-desk');
    expect(await statusAtCity(gone.dossierId)).toBe('withdrawn');
    expect((await dossierOf(desk, gone.dossierId)).status).toBe('withdrawn');
    expect(await statusAtCity(kept.dossierId)).toBe('received');
  }, 120_000);

  it('[CF-5] changed: the officer takes the city’s values', async () => {
    const desk = await newDesk();
    const { dossierId } = await desk.receive();
    await standingIs(desk, dossierId, 'complete');
    await changeDossier(city.context, dossierId, [{ field: 'applicant.fullName', to: 'Trần Văn Bính' }]);
    await waitsFor(desk, dossierId, 'dossier-changed');
    await decideOn(desk, dossierId, 'dossier-changed', 'accept-city');
    expect((await dossierOf(desk, dossierId)).content.applicant.fullName).toBe('Trần Văn Bính');
    expect(await rows('dossiers', dossierId)).toMatchObject([{ applicant_name: 'Trần Văn Bính' }]);
  }, 120_000);

  it('[CF-8] the same citizen, the same procedure, an open dossier at another desk: the later desk is told', async () => {
    await learn('9.400001');
    const [first, second] = [await newDesk(), await newDesk()];
    const there = await first.receive({ procedureCode: '9.400001' });
    await standingIs(first, there.dossierId, 'complete');
    const here = await second.receive({ procedureCode: '9.400001' });
    await waitsFor(second, here.dossierId, 'dossier-elsewhere');
    expect((await asked(second, here.dossierId, 'dossier-elsewhere'))?.what).toMatchObject({
      code: there.code,
    });
    expect(await asked(first, there.dossierId, 'dossier-elsewhere')).toBeUndefined();
    await decideOn(second, here.dossierId, 'dossier-elsewhere', 'accept-city', boss);
    expect(await statusAtCity(here.dossierId)).toBe('withdrawn');
    // Withdrawn there is no dossier there any more: the next one meets only the first.
    const third = await second.receive({ procedureCode: '9.400001' });
    await waitsFor(second, third.dossierId, 'dossier-elsewhere');
    await decideOn(second, third.dossierId, 'dossier-elsewhere', 'keep-desk');
    expect(await asked(second, third.dossierId, 'dossier-elsewhere')).toBeUndefined();
  }, 120_000);
});
