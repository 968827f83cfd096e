import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandId, DossierId } from '../../src/shared/base/ids.ts';
import type { Fact } from '../../src/shared/domain/desk-log/fact.ts';
import { readJournal } from '../demo/count-truth.ts';
import { compose, receive, signIn, signOut } from '../support/counter.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { approve, giveBack, openDossier } from '../support/sign-off-inbox.ts';
import {
  askDesk,
  nextDossier,
  officer,
  openPracticeBranch,
  type PracticeBranch,
  residenceIntake,
  supervisor,
} from './practice-branch.ts';

let branch: PracticeBranch;
let desk: OpenDesk;
let code: string;
beforeAll(async () => {
  branch = await openPracticeBranch();
  desk = await branch.open();
  await signIn(desk.page, ...officer);
  await compose(desk.page, residenceIntake);
  code = await receive(desk.page);
  await nextDossier(desk.page);
});
afterAll(() => branch?.close());

const REASON = 'Ảnh giấy tờ mờ, đề nghị quét lại.';

const journal = (page: Page) => readJournal(page);

/** Appends on the newest head, past every screen. */
async function append(page: Page, fact: Fact) {
  const last = (await journal(page)).at(-1);
  if (last === undefined) throw new Error('an empty journal');
  return askDesk(page, 'journal:append', {
    expectedHead: { seq: last.seq, hash: last.hash },
    command: CommandId.parse(crypto.randomUUID()),
    facts: [fact],
  });
}

async function approvalOfFirst(page: Page): Promise<Fact> {
  const events = await journal(page);
  const received = events.find(({ fact }) => fact.type === 'dossier-received')?.fact;
  if (received?.type !== 'dossier-received') throw new Error('nothing was received');
  return { type: 'dossier-approved', dossierId: received.dossierId, contentHash: 'a'.repeat(64) } as Fact;
}

it('an officer cannot approve: the screen has no such place, and main refuses a window that asks', async () => {
  const { page } = desk;
  await page.keyboard.press('F4');
  // The places of the rail are those that one may work at.
  await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
  expect(await page.getByRole('button', { name: /Ký duyệt/ }).count()).toBe(0);
  expect(await page.locator('.sign-off').count()).toBe(0);
  const before = (await journal(page)).length;
  expect(await append(page, await approvalOfFirst(page))).toMatchObject({
    ok: false,
    failure: { code: 'role-may-not' },
  });
  expect(await journal(page)).toHaveLength(before);
});

it('a window cannot say who signed in', async () => {
  const fact: Fact = {
    type: 'officer-signed-in',
    officer: { officerId: 'dung.lq', fullName: 'Lê Quang Dũng', role: 'branch-supervisor', title: 'anh' },
  } as Fact;
  expect(await append(desk.page, fact)).toMatchObject({
    ok: false,
    failure: { code: 'fact-not-for-window' },
  });
});

it('a returned dossier is corrected under the same code and then approved', async () => {
  const { page } = desk;
  await signOut(page);
  await signIn(page, ...supervisor);
  await giveBack(page, 'Trần Văn Bình', REASON);
  await signOut(page);

  await signIn(page, ...officer);
  await openDossier(page, code);
  await page.getByText(REASON).first().waitFor();
  await page.getByRole('button', { name: /^Sửa/ }).click();
  await page.getByLabel('Điện thoại').fill('0911222333');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: /^Đã nộp lại/ });
  await dialog.waitFor();
  expect(await dialog.locator('.received-code').textContent()).toBe(code);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await signOut(page);
  await signIn(page, ...supervisor);
  await approve(page, 'Trần Văn Bình');
  const facts = (await journal(page)).map(({ fact }) => fact);
  expect(facts.filter(({ type }) => type === 'dossier-received')).toHaveLength(1);
  expect(facts.filter(({ type }) => type === 'receipt-issued')).toHaveLength(1);
  expect(facts.filter(({ type }) => type === 'dossier-corrected')).toHaveLength(1);
  expect(facts.at(-1)?.type).toBe('dossier-approved');
});

it('a supervisor cannot receive, so never approves an intake of their own; a second approval is refused', async () => {
  const { page } = desk;
  const received = (await journal(page)).find(({ fact }) => fact.type === 'dossier-received')?.fact;
  const again = { ...received, dossierId: DossierId.parse(crypto.randomUUID()) } as Fact;
  expect(await append(page, again)).toMatchObject({ ok: false, failure: { code: 'role-may-not' } });
  expect(await append(page, await approvalOfFirst(page))).toMatchObject({
    ok: false,
    failure: { code: 'status-forbids' },
  });
});

it('the city hears the whole course and refuses none of it', async () => {
  const { page } = desk;
  await page.keyboard.press('F8');
  await page.getByText('Không còn gì chờ gửi.').waitFor({ timeout: 60_000 });
  const [dossier] = await branch.city.query<{ code: string; status: string }>(
    'SELECT code, status FROM dossiers',
  );
  expect(dossier).toMatchObject({ code, status: 'approved' });
  expect(await branch.city.query("SELECT 1 FROM desk_events WHERE outcome = 'refused'")).toHaveLength(0);
});
