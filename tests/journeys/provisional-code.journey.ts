import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommandId } from '../../src/shared/base/ids.ts';
import type { Fact } from '../../src/shared/domain/desk-log/fact.ts';
import type { NumberLease } from '../../src/shared/domain/number-lease/number-lease.ts';
import { compose, receive, signIn } from '../support/counter.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { cutPower } from '../support/process-tree.ts';
import {
  askDesk,
  nextDossier,
  officer,
  openPracticeBranch,
  type PracticeBranch,
  residenceIntake,
} from './practice-branch.ts';

/** Nothing to be read: what is waited for here is numbers. */
const intake = { ...residenceIntake, files: {} };

let branch: PracticeBranch;
beforeAll(async () => {
  branch = await openPracticeBranch();
});
afterAll(() => branch?.close());

/** Burns the codes of today and the receipts that the desk was lent, as an officer may, so that none is left. */
async function burnNumbers({ page }: OpenDesk): Promise<void> {
  const read = await askDesk(page, 'journal:read', { afterSeq: 0, limit: 2000 });
  if (!read.ok) throw new Error(read.failure.code);
  const leases = read.value.events.flatMap(({ fact }): NumberLease[] =>
    fact.type === 'number-lease-received' ? [fact.lease] : [],
  );
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const facts: Fact[] = leases
    .filter((lease) => (lease.kind === 'dossier-code' ? lease.date === today : lease.kind === 'receipt'))
    .flatMap(({ kind, leaseId, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, n) => ({
        type: 'number-voided' as const,
        kind,
        leaseId,
        number: from + n,
        reason: 'Thử hết số',
      })),
    );
  let { head } = read.value;
  for (let at = 0; at < facts.length; at += 20) {
    const some = facts.slice(at, at + 20);
    const command = v7() as CommandId;
    const done = await askDesk(page, 'journal:append', { expectedHead: head, command, facts: some });
    if (!done.ok) throw new Error(done.failure.code);
    head = done.value.head;
  }
}

it('without numbers and line a dossier is received provisionally; the line brings its code, once, after a power cut too', async () => {
  const { city, plug } = branch;
  const first = await branch.open();
  await signIn(first.page, ...officer);
  await first.page.getByText('Thành phố đã nhận đủ').first().waitFor();
  await plug.unplug();
  await burnNumbers(first);
  await first.page.getByText(/^Hết mã hồ sơ hôm nay/).waitFor();

  await compose(first.page, intake);
  await first.page.getByText(/Hết số biên lai: không thu tiền bây giờ/).waitFor();
  const provisional = await receive(first.page);
  expect(provisional).toMatch(/^TAM-CN02-Q\d{2}-\d{6}-0001$/);
  const dialog = first.page.getByRole('dialog');
  await dialog.getByText(/^Hết mã cấp sẵn nên hồ sơ mang mã tạm/).waitFor();
  await dialog.getByText(/^Chưa thu/).waitFor();
  await nextDossier(first.page);
  await compose(first.page, intake);
  const second = await receive(first.page);
  expect(second).toBe(provisional.replace(/1$/, '2'));
  await cutPower(branch.root);

  const desk = await branch.open();
  const { page } = desk;
  await signIn(page, ...officer);
  await plug.plugIn();
  const work = page.getByRole('grid', { name: 'Việc của tôi' });
  await work.getByText('Có mã chính thức: in lại giấy, báo công dân').nth(1).waitFor({ timeout: 60_000 });

  // The paper in the citizen's hand still finds the dossier.
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Tìm' }).fill(provisional);
  await page
    .getByText(new RegExp(`${provisional}$`))
    .first()
    .click();
  await page.getByText(/^Đã có mã chính thức, thay mã tạm/).waitFor();
  await page.getByRole('button', { name: 'Đã báo công dân' }).click();
  await page.getByRole('button', { name: 'Đã báo công dân' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Thu tiền mặt' }).click();
  await page.getByRole('button', { name: 'Thu tiền mặt' }).waitFor({ state: 'detached' });

  await expect
    .poll(
      () =>
        city.query(
          `SELECT a.provisional_code, d.code = a.code AS same, r.number > 0 AS paid FROM dossier_aliases a
             JOIN dossiers d USING (dossier_id) LEFT JOIN receipts r USING (dossier_id) ORDER BY 1`,
        ),
      { timeout: 60_000 },
    )
    .toEqual([
      { provisional_code: provisional, same: true, paid: true },
      { provisional_code: second, same: true, paid: null },
    ]);
  const given = await city.query<{ raw: string }>(
    "SELECT raw FROM desk_events WHERE type = 'dossier-code-assigned' AND outcome = 'accepted'",
  );
  expect(given).toHaveLength(2);
  await desk.close();
});
