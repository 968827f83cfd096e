import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { type CityOnAPlug, openCityOnAPlug, settled } from './city-on-a-plug.ts';
import { until } from './practice-desk.ts';

let branch: CityOnAPlug;
beforeAll(async () => {
  branch = await openCityOnAPlug({ desks: 15 });
});
afterEach(() => branch.endDesk());
afterAll(() => branch.close());

describe('line to the city', () => {
  it('[LC-1] fetches reference data and numbers, sends facts and then pages, hears that a dossier is complete', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    await until(settled(d), 'first settling');
    const { dossierId } = await d.receive();
    await until(settled(d), 'settling');
    const words = d.cityLog.messages.map(({ statement }) =>
      'what' in statement.body ? statement.body.what.type : statement.body.outcome,
    );
    expect(words).toContain('dossier-complete');
    expect(words.filter((word) => word === 'accepted')).toHaveLength(d.journal.head().seq);
    expect(await branch.countIn('dossiers', 'dossier_id', dossierId)).toBe(1);
    expect(await branch.countIn('receipts', 'dossier_id', dossierId)).toBe(1);
    await branch.expectPagesRight(d);
    expect(d.line().status().referenceVersion).toBe(1);
  });

  it('[LC-2] 50 dossiers received off the line are each in the city once, with every page, when it is back', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    await until(settled(d), 'first settling');
    await branch.plug.unplug();
    await until(() => d.line().status().state === 'city-unreachable', 'seeing that the line is dead');
    const codes: string[] = [];
    for (let i = 0; i < 50; i += 1) codes.push((await d.receive()).code);
    expect(d.line().status()).toMatchObject({ unsentDossiers: 50, unsentPages: 50, unsentEvents: 150 });
    const heardBefore = d.cityLog.messages.length;
    await branch.plug.plugIn();
    // How soon, `npm run bench -- line` says.
    await until(() => d.cityLog.messages.length > heardBefore, 'starting by itself');
    await until(settled(d), 'settling');
    const { deskId } = d.enrolment.desk;
    expect(await branch.countIn('dossiers', 'desk_id', deskId)).toBe(50);
    expect(await branch.countComplete(deskId)).toBe(50);
    const rows = await branch.city.query<{ code: string }>('SELECT code FROM dossiers WHERE desk_id = $1', [
      deskId,
    ]);
    expect(rows.map((row) => row.code).sort()).toEqual(codes.sort());
    expect(await branch.countIn('desk_events', 'desk_id', deskId)).toBe(d.journal.head().seq);
    await branch.expectPagesRight(d);
    expect(d.line().status()).toMatchObject({ unsentBytes: 0, secondsLeft: 0 });
  });

  it('[LC-8] new reference data reaches the desk without being asked for', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(settled(d), 'settling');
    const version = await branch.city.publishReference((body) => {
      body.effectiveFrom = '2026-12-01';
    });
    await until(() => d.line().status().referenceVersion === version, 'new version');
  });

  it('[LC-9] a desk whose clock is two days wrong gets in and sends', async () => {
    let daysWrong = 2;
    const d = await branch.newDesk({ now: () => new Date(Date.now() - daysWrong * 86_400_000) });
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    await d.receive();
    await until(() => d.line().status().unsentDossiers === 0, 'settling');
    await until(() => d.line().status().state === 'clock-differs', 'the clock being told');
    const { since } = d.line().status();
    expect((await d.line().tryNow()).since).toBe(since);
    daysWrong = 0;
    await d.line().tryNow();
    await until(settled(d), 'the clock being right');
  });

  it('[LC-22] sign-off reaches the city; approving one’s own dossier is refused there too', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    const { dossierId, events } = await d.receive();
    const received = events[0]?.fact;
    if (received?.type !== 'dossier-received') throw new Error('nothing received');
    const submitted: Fact = { type: 'dossier-submitted', dossierId };
    const approved: Fact = { type: 'dossier-approved', dossierId, contentHash: 'b'.repeat(64) as Sha256 };
    await d.commit([submitted], 'ha.nt');
    const [own] = await d.commit([approved], 'ha.nt');
    await d.commit([{ type: 'dossier-returned', dossierId, reason: 'Thiếu trang 2' }], 'dung.lq');
    await until(settled(d), 'the returned one');
    const second = d.addPage(randomBytes(3000));
    const [paper] = received.content.papers;
    const [page] = paper?.pages ?? [];
    if (paper === undefined || page === undefined) throw new Error('no paper');
    const pages = [page, { ...page, sha256: second, byteLength: 3000 }];
    const content = { ...received.content, papers: [{ ...paper, pages }] };
    const [corrected] = await d.commit([{ type: 'dossier-corrected', dossierId, content }], 'ha.nt');
    expect(d.line().status().unsentDossiers).toBe(1);
    await d.commit([submitted], 'ha.nt');
    const [last] = await d.commit([approved], 'dung.lq');
    await until(settled(d), 'the approved one');
    const verdict = (seq: number | undefined) =>
      d.cityLog.messages.flatMap(({ statement: { body } }) =>
        'outcome' in body && body.seq === seq ? [body] : [],
      )[0];
    expect(verdict(own?.seq)).toMatchObject({ outcome: 'refused', reasonCode: 'four-eyes' });
    expect(verdict(last?.seq)).toMatchObject({ outcome: 'accepted' });
    const rows = await branch.city.query('SELECT status, complete_seq FROM dossiers WHERE dossier_id = $1', [
      dossierId,
    ]);
    expect(rows).toEqual([{ status: 'approved', complete_seq: corrected?.seq }]);
    expect(await branch.countIn('dossier_pages', 'dossier_id', dossierId)).toBe(2);
    await branch.expectPagesRight(d);
  });

  it('[LC-23] what is due first goes first, and the same page of two dossiers goes once', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    await until(settled(d), 'first settling');
    await branch.plug.unplug();
    await until(() => d.line().status().state === 'city-unreachable', 'seeing that the line is dead');
    const shared = d.addPage(randomBytes(50_000));
    const order: string[] = [];
    const dueAt = ['2026-12-20', null, '2026-12-01', '2026-12-10'];
    for (const due of dueAt) {
      const own = d.addPage(randomBytes(50_000));
      order.push(own);
      await d.receive({ pages: [own, shared], dueAt: due === null ? null : `${due}T03:00:00.000Z` });
    }
    expect(d.line().status().unsentPages).toBe(5);
    const before = branch.plug.sentBytes();
    await branch.plug.plugIn();
    await until(settled(d), 'settling');
    expect(branch.plug.sentBytes() - before).toBeLessThan(5 * 50_000 + 40_000);
    const rows = await branch.city.query<{ sha256: string }>(
      'SELECT sha256 FROM pages WHERE sha256 = ANY($1::text[]) ORDER BY complete_at',
      [order],
    );
    expect(rows.map((row) => order.indexOf(row.sha256))).toEqual([2, 3, 0, 1]);
  });

  it('[LC-24] says how long the rest takes, from what the line was measured to carry', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    await d.receive({ pages: [d.addPage(randomBytes(400_000))] });
    await until(settled(d), 'the first');
    expect(d.line().status().bytesPerSecond).toBeGreaterThan(0);
    const told: (number | null)[] = [];
    d.line().onStatus((status) => {
      if (status.unsentBytes > 0) told.push(status.secondsLeft);
    });
    await d.receive({ pages: [d.addPage(randomBytes(400_000))] });
    await until(settled(d), 'the second');
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((seconds) => seconds !== null && seconds > 0)).toBe(true);
  });
});
