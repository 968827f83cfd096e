import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildIfStale } from '../../build/app/build-if-stale.ts';
import { codesOnLineScreen, findBrokenLinks, readLine } from '../chaos/desk-truth.ts';
import { layOldCity } from '../chaos/upgrade/city-rows.ts';
import { unpackProfile } from '../chaos/upgrade/packed-profile.ts';
import { waitUntil } from '../chaos/whole-desk/wait-until.ts';
import { type City, startCity } from '../city/start-city.ts';
import { readJournal } from '../demo/count-truth.ts';
import { signIn } from '../support/counter.ts';
import { type LinePlug, startLinePlug } from '../support/line-plug.ts';
import { openDesk } from '../support/open-desk.ts';
import { cutPower } from '../support/process-tree.ts';
import { officer } from './practice-branch.ts';

const PACKED = resolve(import.meta.dirname, '../fixtures/previous-profile/profile.br');
const PATIENCE_MS = 240_000;
const BUILD_MS = 600_000;

let root: string;
let city: City;
let plug: LinePlug;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'journey-upgrade-'));
  buildIfStale();
}, BUILD_MS);
afterAll(async () => {
  await cutPower(root);
  await plug?.close();
  await city?.stop();
  await rm(root, { recursive: true, force: true });
});

/** What lies in the window's own copy, asked past the program. */
const countRows = (page: Page, tables: readonly string[]): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(async (wanted) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((settle, refuse) => {
        request.onsuccess = () => settle(request.result);
        request.onerror = () => refuse(request.error);
      });
    const database = await settled(indexedDB.open('desk'));
    const counts: Record<string, number> = { version: database.version };
    for (const table of wanted)
      counts[table] = await settled(database.transaction(table).objectStore(table).count());
    database.close();
    return counts;
  }, tables);

it('a desk that the previous version left with 500 unsent dossiers opens whole, and the city gets each once', {
  timeout: 900_000,
}, async () => {
  const profile = join(root, 'desk');
  const { made, city: rows } = unpackProfile(PACKED, profile, 'yes');
  await layOldCity(join(root, 'city'), rows);
  city = await startCity({ dataDir: join(root, 'city'), desks: 1 });
  // Officers' credentials end after a month: the city has newer ones to give.
  await city.publishReference(() => undefined);
  plug = await startLinePlug(city.url);
  await plug.unplug();

  const { page, close } = await openDesk({
    profile,
    cityUrl: plug.url,
    env: { STANDIN_NO_KEYRING: '1' },
  });
  await page.getByLabel('Cụm mật khẩu', { exact: true }).fill(made.passphrase);
  await page.getByRole('button', { name: 'Mở khóa quầy' }).click();
  await page.getByText('Ai đang ngồi ở quầy?').waitFor({ timeout: PATIENCE_MS });

  const opened = await readJournal(page);
  expect(opened.slice(0, made.hashes.length).map(({ hash }) => hash)).toEqual(made.hashes);
  expect(findBrokenLinks(opened)).toEqual([]);
  const counts = await countRows(page, ['dossiers', 'drafts', 'events']);
  expect(counts).toMatchObject({
    dossiers: made.given.length,
    drafts: made.drafts.length,
    events: opened.length,
  });
  // Migrated or rebuilt, but never in need of being put right.
  expect(await page.getByText(/Dừng nhận hồ sơ|Chỉ xem, không nhận/).count()).toBe(0);
  const unsent = made.given.length - made.sent.length;
  expect((await readLine(page))?.unsentDossiers).toBe(unsent);

  await plug.plugIn();
  const isSent = async (): Promise<boolean> => {
    const line = await readLine(page);
    return line !== null && line.unsentEvents + line.unsentPages + line.unsentDossiers === 0;
  };
  expect(await waitUntil('nothing unsent', isSent, PATIENCE_MS)).toBe(true);
  await signIn(page, ...officer);
  const codes = made.given.map(({ printed }) => printed.code).sort();
  expect([...(await codesOnLineScreen(page))].sort()).toEqual(codes);
  await close();

  const held = await city.query<{ code: string; whole: boolean }>(
    'SELECT code, complete_seq IS NOT DISTINCT FROM content_seq AS whole FROM dossiers ORDER BY code',
  );
  expect(held.map(({ code }) => code)).toEqual(codes);
  expect(held.filter(({ whole }) => !whole)).toEqual([]);
});
