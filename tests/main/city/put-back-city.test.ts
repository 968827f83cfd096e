import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { type CityOnAPlug, openCityOnAPlug, settled } from './city-on-a-plug.ts';
import { until } from './practice-desk.ts';

let branch: CityOnAPlug;
beforeAll(async () => {
  branch = await openCityOnAPlug({ desks: 10 });
});
afterEach(() => branch.endDesk());
afterAll(() => branch.close());

/** A desk of whose dossiers the city has everything. */
async function deskThatSent(dossiers: number) {
  const d = await branch.newDesk();
  d.line().start();
  await until(() => d.leases().size > 0, 'leases');
  for (let n = 0; n < dossiers; n += 1) await d.receive();
  await until(settled(d), 'settling');
  return { d, deskId: d.enrolment.desk.deskId };
}

/** The city as a backup from just after the enrolment would have it; its pages stay. */
async function putBack(deskId: string): Promise<void> {
  const ofDesk = '(SELECT dossier_id FROM dossiers WHERE desk_id = $1)';
  for (const table of ['dossier_pages', 'receipts', 'intake_slips'])
    await branch.city.query(`DELETE FROM ${table} WHERE dossier_id IN ${ofDesk}`, [deskId]);
  await branch.city.query(
    'DELETE FROM used_numbers WHERE lease_id IN (SELECT lease_id FROM leases WHERE desk_id = $1)',
    [deskId],
  );
  await branch.city.query('DELETE FROM dossiers WHERE desk_id = $1', [deskId]);
  for (const table of ['feed', 'feed_heads'])
    await branch.city.query(`DELETE FROM ${table} WHERE desk_id = $1`, [deskId]);
  await branch.city.query('DELETE FROM desk_events WHERE desk_id = $1 AND seq > 1', [deskId]);
}

/** The city as it was before the last page came: the facts are there, its last word was another. */
async function putBackToBeforeThePage(deskId: string): Promise<void> {
  const ofDesk = '(SELECT dossier_id FROM dossiers WHERE desk_id = $1)';
  await branch.city.query(
    `DELETE FROM pages WHERE sha256 IN (SELECT sha256 FROM dossier_pages WHERE dossier_id IN ${ofDesk})`,
    [deskId],
  );
  await branch.city.query('UPDATE dossiers SET complete_seq = NULL WHERE desk_id = $1', [deskId]);
  await branch.city.query(
    'DELETE FROM feed WHERE desk_id = $1 AND cursor_number = (SELECT last_cursor FROM feed_heads WHERE desk_id = $1)',
    [deskId],
  );
  await branch.city.query('UPDATE feed_heads SET last_cursor = last_cursor - 1 WHERE desk_id = $1', [deskId]);
  await branch.city.publishReference(() => undefined);
}

describe('a city that was put back to an older state', () => {
  it('[LC-10] gets everything again', async () => {
    const { d, deskId } = await deskThatSent(1);
    await putBack(deskId);
    await d.receive();
    await until(
      async () => (await branch.countIn('desk_events', 'desk_id', deskId)) === d.journal.head().seq,
      'all again',
    );
    await until(async () => (await branch.countComplete(deskId)) === 2, 'both complete');
  });

  it('[LC-10] also when nothing new happens at the desk', async () => {
    const { d, deskId } = await deskThatSent(3);
    await putBack(deskId);
    await d.restartLine();
    await until(async () => (await branch.countComplete(deskId)) === 3, 'all again');
    await until(settled(d), 'settling again');
    await d.restartLine();
    await until(settled(d), 'settling after one more restart');
    expect(d.line().status().unsentEvents).toBe(0);
  });

  it('[LC-10] its new words are kept although their cursors were heard before, also when they have overtaken the desk', async () => {
    const { d, deskId } = await deskThatSent(3);
    await d.line().stop();
    const heardUpTo = d.cityLog.messages.filter(({ kind }) => kind === 'city-event').length;
    await putBack(deskId);
    for (let i = 0; i <= heardUpTo; i += 1)
      await branch.city.publishReference((body) => {
        body.effectiveFrom = '2026-12-02';
      });
    await d.receive();
    await d.restartLine();
    const said = async () => {
      const rows = await branch.city.query<{ statement: string }>(
        'SELECT statement FROM feed WHERE desk_id = $1 ORDER BY cursor_number',
        [deskId],
      );
      return rows.map(({ statement }) => JSON.parse(statement).signature as string);
    };
    const kept = async () => {
      const page = await d.cityLog.read({ after: 0, limit: 10_000 });
      if (!page.ok) throw new Error(page.failure.code);
      return page.value.messages.map(({ message }) => message.statement.signature);
    };
    await until(settled(d), 'settling again');
    await until(async () => {
      const signatures = await kept();
      return (await said()).every((signature) => signatures.includes(signature));
    }, 'every word of the city kept');
    const signatures = await kept();
    expect(new Set(signatures).size).toBe(signatures.length);
  });

  it('[LC-10] one that kept the facts, lost a page and has said as many other words since is found out', async () => {
    const { d, deskId } = await deskThatSent(1);
    await branch.plug.unplug();
    await until(() => d.line().status().state !== 'up', 'the break');
    await putBackToBeforeThePage(deskId);
    await branch.plug.plugIn();
    await until(async () => (await branch.countComplete(deskId)) === 1, 'the page once more');
    await until(settled(d), 'settling again');
    await branch.expectPagesRight(d);
  });

  it('[LC-10] also where the line never broke: with each poll of the feed desk and city compare their last word', async () => {
    const { d, deskId } = await deskThatSent(1);
    await putBackToBeforeThePage(deskId);
    await until(async () => (await branch.countComplete(deskId)) === 1, 'the page once more');
    await until(settled(d), 'settling again');
    await branch.expectPagesRight(d);
  });

  it('[LC-10] also where it lost only facts that make no word, and the desk is idle', async () => {
    const { d, deskId } = await deskThatSent(1);
    const officer = {
      officerId: 'ha.nt',
      fullName: 'Nguyễn Thu Hà',
      title: 'chị',
      role: 'reception-officer',
    };
    await d.commit([{ type: 'officer-signed-in', officer } as Fact]); // brand only
    await until(settled(d), 'settling the sign-in');
    const { seq } = d.journal.head();
    await branch.city.query('DELETE FROM desk_events WHERE desk_id = $1 AND seq = $2', [deskId, seq]);
    const itsEvents = () => branch.countIn('desk_events', 'desk_id', deskId);
    expect(await itsEvents()).toBe(seq - 1);
    // Any answer of the feed says how far the city is; without a word it comes within half a minute.
    await branch.city.publishReference(() => undefined);
    await until(async () => (await itsEvents()) === seq, 'the fact once more');
    await until(settled(d), 'settling again');
  });
});
