import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { type CityOnAPlug, openCityOnAPlug, settled } from './city-on-a-plug.ts';
import { startPracticeDesk, until } from './practice-desk.ts';

let branch: CityOnAPlug;
beforeAll(async () => {
  branch = await openCityOnAPlug({ desks: 30 });
});
afterEach(() => branch.endDesk());
afterAll(() => branch.close());

describe('what breaks at the line', () => {
  it('[LC-3] a reply lost after the city stored the events is asked for again and changes nothing', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    await until(settled(d), 'first settling');
    for (let i = 0; i < 6; i += 1) {
      branch.plug.loseReplies(2, 'POST /v1/desks');
      await d.receive();
      await until(settled(d), `settling ${i}`);
    }
    const { deskId } = d.enrolment.desk;
    expect(await branch.countIn('dossiers', 'desk_id', deskId)).toBe(6);
    expect(await branch.countIn('desk_events', 'desk_id', deskId)).toBe(d.journal.head().seq);
    expect(await branch.countIn('seq_conflicts', 'desk_id', deskId)).toBe(0);
    expect(d.logged.filter((l) => l.startsWith('line-failed')).length).toBeGreaterThanOrEqual(6);
    const seqs = d.cityLog.messages.flatMap(({ statement: { body } }) =>
      'outcome' in body ? [body.seq] : [],
    );
    expect(seqs).toEqual(Array.from({ length: d.journal.head().seq }, (_, i) => i + 1));
  });

  it('[LC-4] a lease whose reply is lost is lent once; blocks of two desks never overlap', async () => {
    const d = await branch.newDesk();
    let lost = 0;
    const other = await startPracticeDesk(branch.plug.url, String(branch.city.codes['CN02-Q30']), {
      log: (what) => {
        if (what === 'line-failed') lost += 1;
      },
    });
    try {
      branch.plug.loseReplies(3, 'POST /v1/leases');
      d.line().start();
      other.line().start();
      await until(() => d.leases().size > 0 && other.leases().size > 0, 'leases');
      expect(lost + d.logged.filter((l) => l.startsWith('line-failed')).length).toBeGreaterThan(0);
      const requests = await branch.city.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM lease_requests WHERE desk_id IN ($1, $2)',
        [d.enrolment.desk.deskId, other.enrolment.desk.deskId],
      );
      expect(requests[0]?.n).toBe(2);
      const overlaps = await branch.city.query(
        `SELECT 1 FROM leases a JOIN leases b ON a.scope = b.scope AND a.lease_id < b.lease_id
          AND a.from_number <= b.to_number AND b.from_number <= a.to_number`,
      );
      expect(overlaps).toHaveLength(0);
      const lent = await branch.city.query<{ lease_id: string }>(
        'SELECT lease_id FROM leases WHERE desk_id = $1',
        [d.enrolment.desk.deskId],
      );
      expect([...d.leases().keys()].sort()).toEqual(lent.map((row) => row.lease_id).sort());
    } finally {
      await other.stop();
    }
  });

  it('[LC-5] a cut in the middle of a page sends no more than one chunk again', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    await until(settled(d), 'first settling');
    const bytes = randomBytes(1_500_000);
    const sha256 = d.addPage(bytes);
    const before = branch.plug.sentBytes();
    branch.plug.cutAfterSending(bytes.length / 2);
    await d.receive({ pages: [sha256] });
    await until(settled(d), 'settling');
    const sent = branch.plug.sentBytes() - before;
    expect(sent).toBeGreaterThan(bytes.length);
    // What was under way when the line was cut had mostly arrived; a chunk is at most the whole page here.
    expect(sent).toBeLessThan(bytes.length + 64 * 1024 + 40_000);
    await branch.expectPagesRight(d);
  });

  it('[LC-6] one refused dossier and one page that is nowhere hold up no other', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    await until(settled(d), 'first settling');
    const stranger = await d.receive({ procedureCode: '9.999999' });
    const lost = await d.receive({ pages: ['a'.repeat(64) as Sha256] });
    const good = await d.receive();
    await until(
      async () =>
        (await branch.countIn('dossiers', 'complete_seq = content_seq AND dossier_id', good.dossierId)) === 1,
      'the good one',
    );
    const verdicts = d.cityLog.messages.flatMap(({ statement: { body } }) =>
      'outcome' in body ? [body] : [],
    );
    expect(verdicts.find((v) => v.seq === stranger.events[0]?.seq)?.reasonCode).toBe('procedure-unknown');
    expect(await branch.countIn('dossiers', 'dossier_id', stranger.dossierId)).toBe(0);
    expect(await branch.countIn('dossiers', 'dossier_id', lost.dossierId)).toBe(1);
    await until(() => d.line().status().unsentDossiers === 1, 'only the lost page is left');
    expect(d.logged.some((line) => line.includes('page-not-in-store'))).toBe(true);
    // A refused number is never lent or used again, so what comes after it is still right.
    expect(d.line().status()).toMatchObject({ unsentEvents: 0, unsentPages: 1 });
  });

  it('[LC-7] after a restart of the desk nothing is sent twice: the place is read from the city log', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    await d.receive();
    await until(settled(d), 'settling');
    const heard = d.cityLog.messages.length;
    await d.restartLine();
    await until(settled(d), 'settling again');
    expect(d.cityLog.messages.length).toBe(heard);
    await d.receive();
    await until(settled(d), 'settling the second');
    expect(await branch.countIn('dossiers', 'desk_id', d.enrolment.desk.deskId)).toBe(2);
  });

  it('[LC-7] a dossier received while the line still reads its logs is sent with its pages', async () => {
    const d = await branch.newDesk();
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    await until(settled(d), 'settling');
    const log: { read: typeof d.cityLog.read } = d.cityLog;
    const { read } = log;
    const received: string[] = [];
    log.read = async (range) => {
      if (received.length === 0) received.push((await d.receive()).dossierId);
      return read(range);
    };
    await d.restartLine();
    await until(() => received.length > 0, 'receiving');
    await until(settled(d), 'settling with the dossier');
    expect(await branch.countIn('dossiers', 'dossier_id', received[0] ?? '')).toBe(1);
    await until(() => d.line().status().unsentPages === 0 && d.line().status().unsentDossiers === 0, 'page');
    await branch.expectPagesRight(d);
    const rows = await branch.city.query(
      'SELECT 1 FROM pages WHERE complete_at IS NOT NULL AND sha256 IN (SELECT sha256 FROM dossier_pages WHERE dossier_id = $1)',
      [received[0]],
    );
    expect(rows).toHaveLength(1);
  });

  it('[LC-25] a full disk at the desk moves no place, ends nothing and is not blamed on the city', async () => {
    let full = false;
    const throwing = <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
      ((...args: A) => (full ? Promise.reject(new Error('ENOSPC')) : work(...args))) as typeof work;
    const kept = new Map<string, unknown>();
    const d = await branch.newDesk({
      store: {
        load: async (name) => kept.get(name) ?? null,
        save: throwing(async (name: string, value: unknown) => {
          kept.set(name, structuredClone(value));
        }),
      },
    });
    full = true;
    d.line().start();
    await until(() => d.logged.some((line) => line.includes('ENOSPC')), 'not being able to save');
    await until(() => d.line().status().state === 'desk-cannot-keep', 'the desk being told of');
    expect(d.line().status()).toMatchObject({ referenceVersion: 0 });
    full = false;
    await d.line().tryNow();
    await until(() => d.leases().size > 0, 'leases');
    await until(settled(d), 'settling');

    d.failCityLog(true);
    const heard = d.cityLog.messages.length;
    await d.receive();
    await until(() => d.logged.some((line) => line.includes('disk-full')), 'a full disk');
    expect(d.cityLog.messages).toHaveLength(heard);
    await until(() => d.line().status().state === 'desk-cannot-keep', 'the desk being told of again');
    expect(d.line().status()).toMatchObject({ unsentEvents: 3, unsentDossiers: 1 });
    d.failCityLog(false);
    await d.line().tryNow();
    await until(settled(d), 'settling when there is room again');
    expect(await branch.countIn('dossiers', 'desk_id', d.enrolment.desk.deskId)).toBe(1);

    d.failCityLog(true);
    await branch.city.publishReference(() => undefined);
    await until(() => d.line().status().state === 'desk-cannot-keep', 'a word of the feed that is not kept');
    d.failCityLog(false);
    await until(settled(d), 'settling after the feed could be kept');
  });
});
