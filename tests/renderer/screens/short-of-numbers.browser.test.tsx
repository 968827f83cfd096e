import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import type { DossierCode } from '../../../src/shared/domain/dossier/dossier-received.ts';
import type { DossierState } from '../../../src/shared/domain/dossier/dossier-state.ts';
import type { ProvisionalCode } from '../../../src/shared/domain/dossier/provisional-code.ts';
import type { LeaseState } from '../../../src/shared/domain/number-lease/lease-state.ts';
import { busyDay, openDrafts } from '../harness/busy-day.ts';
import { dossierIdOf, ha } from '../harness/desk-day.ts';
import { NOW, openScreen } from '../harness/open-screen.tsx';

const TAM = 'TAM-CN02-Q03-261120-0001' as ProvisionalCode;
const FINAL = 'H26.40.02-261120-3017' as DossierCode;

/** The busy desk with only so many numbers left in each of its blocks. */
function withNumbersLeft(state: DeskState, left: Record<LeaseState['lease']['kind'], number>): DeskState {
  const leases = [...state.leases].map(([leaseId, each]) => {
    const next = Math.max(each.next, each.lease.to + 1 - left[each.lease.kind]);
    return [leaseId, { ...each, next }] as const;
  });
  return { ...state, leases: new Map(leases) };
}

function withDossier(state: DeskState, n: number, change: Partial<DossierState>): DeskState {
  const dossierId = dossierIdOf(n);
  const dossier = state.dossiers.get(dossierId);
  if (dossier === undefined) throw new Error(`no dossier ${n}`);
  return { ...state, dossiers: new Map(state.dossiers).set(dossierId, { ...dossier, ...change }) };
}

describe('a desk short of numbers', () => {
  it('[DL-12] says at home how many are left, how long they last and what happens then', async () => {
    const state = withNumbersLeft(busyDay(NOW, ha), { 'dossier-code': 3, receipt: 9, 'intake-slip': 90 });
    await openScreen({ place: { name: 'home' }, state });
    await expect.element(page.getByText(/^Chỉ còn 3 mã hồ sơ cho hôm nay/)).toBeVisible();
    await expect.element(page.getByText(/^Chỉ còn 9 số biên lai/)).toBeVisible();
    await expect
      .element(page.getByText(/^Còn 90 số giấy tiếp nhận, chưa đủ một ngày làm việc/))
      .toBeVisible();
  });

  it('[DL-12] [DL-15] says before receiving what the citizen has to be told', async () => {
    const [draft] = openDrafts(NOW);
    const none = { 'dossier-code': 0, receipt: 0, 'intake-slip': 0 };
    await openScreen({
      place: { name: 'intake', draftId: draft?.draftId ?? '' },
      state: withNumbersLeft(busyDay(NOW, ha), none),
      drafts: openDrafts(NOW),
    });
    await expect.element(page.getByText(/^Hết mã hồ sơ: hồ sơ mang mã tạm/)).toBeVisible();
    await expect
      .element(page.getByRole('region', { name: 'Tiếp nhận và in' }))
      .toMatchTextContent(new RegExp(`${TAM} mã tạm`));
  });

  it('says on the line screen what is out, with the days that the rest lasts', async () => {
    const state = withNumbersLeft(busyDay(NOW, ha), { 'dossier-code': 99, receipt: 0, 'intake-slip': 500 });
    await openScreen({ place: { name: 'line' }, state });
    const card = page.getByRole('region', { name: 'Số cấp sẵn cho quầy này' });
    await expect.element(card).toMatchTextContent(/còn 500 · \d+ ngày/);
    await expect.element(card).toMatchTextContent(/Hết số biên lai\. Cứ tiếp nhận nhưng không thu tiền/);
  });

  it('[DL-14] lists who is to be told, finds the dossier by its old code, and is told once', async () => {
    const state = withDossier(busyDay(NOW, ha), 3, { code: FINAL, provisionalCode: TAM });
    await openScreen({ place: { name: 'home' }, state });
    await expect.element(page.getByText('Có mã chính thức: in lại giấy, báo công dân')).toBeVisible();
    await userEvent.keyboard('{F3}');
    await page.getByLabelText('Tìm hồ sơ').fill(TAM);
    await page.getByText(FINAL).click();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(new RegExp(`mã tạm đã cấp: ${TAM}`))).toBeVisible();
    await page.getByRole('button', { name: 'Đã báo công dân' }).click();
    await expect.element(page.getByText(/^Đã có mã chính thức, thay/)).not.toBeInTheDocument();
  });

  it('[DL-15] takes the fee that waited, in one press', async () => {
    const state = withDossier(busyDay(NOW, ha), 3, { receipt: null, feeDeferred: true });
    await openScreen({ place: { name: 'dossier', dossierId: dossierIdOf(3) }, state });
    await page.getByRole('button', { name: 'Thu chuyển khoản' }).click();
    await expect.element(page.getByText(/chuyển khoản/).first()).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Thu chuyển khoản' })).not.toBeInTheDocument();
  });
});
