import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashPage } from '../city/pages/page-store.ts';
import { compose, receive, signIn } from '../support/counter.ts';
import { officer, openPracticeBranch, type PracticeBranch, residenceIntake } from './practice-branch.ts';

let branch: PracticeBranch;
beforeAll(async () => {
  branch = await openPracticeBranch();
});
afterAll(() => branch?.close());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

it('a dossier received without a line survives a restart and reaches the city exactly once', async () => {
  const { city, plug } = branch;
  const first = await branch.open();
  await signIn(first.page, ...officer);
  await first.page.getByText('Thành phố đã nhận đủ').first().waitFor();
  await plug.unplug();
  await compose(first.page, residenceIntake);
  const code = await receive(first.page);
  await first.close();

  const desk = await branch.open();
  const { page } = desk;
  await signIn(page, ...officer);
  await page.keyboard.press('F8');
  const row = page.locator('tr.list-row').filter({ hasText: code });
  await row.filter({ hasText: 'Chờ đến lượt' }).waitFor();
  await page
    .getByText(/^Mất đường truyền từ/)
    .first()
    .waitFor();
  expect(await row.textContent()).not.toContain('Thành phố đã nhận lúc');
  expect(await city.query('SELECT 1 FROM dossiers')).toHaveLength(0);

  await plug.plugIn();
  await page.getByRole('button', { name: 'Thử ngay' }).click();
  await row.filter({ hasText: /Thành phố đã nhận lúc/ }).waitFor({ timeout: 60_000 });
  await page.getByText('Không còn gì chờ gửi.').waitFor();

  const dossiers = await city.query<{ code: string; complete_seq: number; content_seq: number }>(
    'SELECT code, complete_seq, content_seq FROM dossiers',
  );
  expect(dossiers).toHaveLength(1);
  expect(dossiers[0]?.code).toBe(code);
  // The word on the screen came after the city had said "complete" for this very content.
  expect(dossiers[0]?.complete_seq).toBe(dossiers[0]?.content_seq);
  const words = await city.query<{ statement: string }>('SELECT statement FROM feed');
  expect(words.filter(({ statement }) => statement.includes('dossier-complete'))).toHaveLength(1);

  const handedIn = Object.values(residenceIntake.files).flat();
  const expected = (await Promise.all(handedIn.map((path) => readFile(path)))).map(sha256).sort();
  const pages = await city.query<{ sha256: string }>(
    'SELECT sha256 FROM pages JOIN dossier_pages USING (sha256) WHERE complete_at IS NOT NULL ORDER BY sha256',
  );
  expect(pages.map((each) => each.sha256)).toEqual(expected);
  for (const each of pages) expect(await hashPage(city, each.sha256)).toBe(each.sha256);
  await desk.close();
});
