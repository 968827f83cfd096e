import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type City, startCity } from '../../city/start-city.ts';
import { type LinePlug, startLinePlug } from '../../support/line-plug.ts';
import { type PracticeDeskAtWork, startPracticeDesk, until } from './practice-desk.ts';

let city: City;
let plug: LinePlug;
let desk: PracticeDeskAtWork | null = null;
let nextDesk = 1;

beforeAll(async () => {
  city = await startCity({ desks: 30 });
  plug = await startLinePlug(city.url);
});
afterEach(async () => {
  await desk?.stop();
  desk = null;
  await plug.plugIn();
});
afterAll(async () => {
  await plug.close();
  await city.stop();
});

async function newDesk(
  ...rest: Parameters<typeof startPracticeDesk> extends [string, string, ...infer R] ? R : never
) {
  const deskId = `CN02-Q${String(nextDesk).padStart(2, '0')}`;
  nextDesk += 1;
  desk = await startPracticeDesk(plug.url, String(city.codes[deskId]), ...rest);
  return desk;
}

const settled = (d: PracticeDeskAtWork) => () => {
  const status = d.line().status();
  return status.state === 'up' && status.unsentEvents === 0 && status.unsentDossiers === 0;
};

async function countIn(table: string, where: string, value: string): Promise<number> {
  const [row] = await city.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE ${where} = $1`,
    [value],
  );
  return row?.n ?? -1;
}

/** Every page of the desk's dossiers is in the city, complete, and its file hashes to its name. */
async function expectPagesRight(d: PracticeDeskAtWork): Promise<void> {
  const rows = await city.query<{ sha256: string; complete: boolean }>(
    `SELECT DISTINCT sha256, complete_at IS NOT NULL AS complete FROM dossier_pages
       JOIN dossiers USING (dossier_id) LEFT JOIN pages USING (sha256) WHERE desk_id = $1`,
    [d.enrolment.desk.deskId],
  );
  for (const { sha256, complete } of rows) {
    expect(complete).toBe(true);
    const bytes = readFileSync(join(city.pagesDirectory, sha256));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
}

describe('line to the city', () => {
  it('[LC-1] fetches reference data and numbers, sends facts and then pages, hears that a dossier is complete', async () => {
    const d = await newDesk();
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
    expect(await countIn('dossiers', 'dossier_id', dossierId)).toBe(1);
    expect(await countIn('receipts', 'dossier_id', dossierId)).toBe(1);
    await expectPagesRight(d);
    expect(d.line().status().referenceVersion).toBe(1);
  });
});
