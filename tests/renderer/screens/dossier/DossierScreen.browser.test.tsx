import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DeskActions } from '../../../../src/renderer/actions/desk-actions.ts';
import { useScreenState } from '../../../../src/renderer/state/screen-state.ts';
import { fail } from '../../../../src/shared/base/result.ts';
import { busyDay } from '../../harness/busy-day.ts';
import { conflictDay, ofDay } from '../../harness/conflict-day.ts';
import { dossierIdOf, dung, ha } from '../../harness/desk-day.ts';
import { useKept } from '../../harness/fake-desk.tsx';
import { NOW, openScreen } from '../../harness/open-screen.tsx';

const open = (n: number, who = ha, actions: Partial<DeskActions> = {}) =>
  openScreen({
    place: { name: 'dossier', dossierId: dossierIdOf(n) },
    state: busyDay(NOW, who),
    actions,
  });

describe('one dossier', () => {
  it('says "đã nhận đủ, có chữ ký" only when the city has it all', async () => {
    await open(1);
    await expect
      .element(page.getByText('Thành phố đã nhận đủ lúc 08:52 20/11/2026, có chữ ký.'))
      .toBeVisible();
  });
  it('says that the facts are there while pages are on their way', async () => {
    await open(4);
    await expect.element(page.getByText(/^Thành phố đã có số liệu lúc 08:57/)).toBeVisible();
    expect(page.getByText(/đã nhận đủ/).elements()).toHaveLength(0);
  });
  it('says nothing of the city while it has said nothing', async () => {
    await open(3);
    await expect.element(page.getByText(/^Chưa gửi được tới thành phố/)).toBeVisible();
    expect(page.getByText(/đã nhận (?:đủ|lúc)/).elements()).toHaveLength(0);
  });
  it('gives the reason of a refusal', async () => {
    await open(6);
    await expect.element(page.getByText(/^Thành phố từ chối lúc .*Số định danh không có/)).toBeVisible();
  });

  it('[RS-3] leads from a refusal to the correction that is sent again', async () => {
    await openScreen({
      place: { name: 'dossier', dossierId: ofDay.refused },
      state: conflictDay(NOW, ha),
    });
    await expect.element(page.getByText(/Thành phố chưa có tên cán bộ này/).first()).toBeVisible();
    await expect.element(page.getByText(/Gọi hỗ trợ trước/)).toBeVisible();
    await page.getByRole('button', { name: /^Sửa và gửi lại/ }).click();
    await expect.poll(() => useScreenState.getState().place.name).toBe('intake');
    await expect.element(page.getByRole('button', { name: /^Gửi lại/ })).toBeVisible();
  });
  it('[CF-1] says that a decision is waited for, and leads there', async () => {
    await openScreen({
      place: { name: 'dossier', dossierId: ofDay.elsewhere },
      state: conflictDay(NOW, ha),
    });
    await page.getByRole('button', { name: /^Xem và quyết định/ }).click();
    await expect
      .poll(() => useScreenState.getState().place)
      .toEqual({ name: 'conflicts', dossierId: ofDay.elsewhere });
  });

  it('opens a returned dossier to be put right', async () => {
    await open(5);
    await expect.element(page.getByText(/Lê Quang Dũng trả lại lúc .*: Số thửa/)).toBeVisible();
    await page.getByRole('button', { name: /^Sửa và nộp lại/ }).click();
    await expect.poll(() => useScreenState.getState().place.name).toBe('intake');
    expect([...useKept.getState().drafts.values()][0]?.correctionOf).toBe(dossierIdOf(5));
  });
  it('offers no correction of what is not returned, nor to a supervisor', async () => {
    await open(3);
    await expect.element(page.getByRole('heading', { name: 'Vũ Quốc Huy' })).toBeVisible();
    expect(page.getByRole('button', { name: /^Sửa và nộp lại/ }).elements()).toHaveLength(0);
  });
  it('leads a supervisor to the signature', async () => {
    await open(7, dung);
    await page.getByRole('button', { name: /^Xem để ký/ }).click();
    await expect.element(page.getByRole('option', { selected: true })).toMatchTextContent('Đỗ Thị Mai');
  });

  it('shows what was read beside what was confirmed, and where', async () => {
    await open(7);
    await expect.element(page.getByText('máy đọc: 000.26.07.H26-251121-0119 (97 %)')).toBeVisible();
    await page.getByRole('button', { name: /^Số, ký hiệu/ }).click();
    await expect.poll(() => document.querySelector('.viewer-box[data-here]')).not.toBeNull();
  });

  it('prints the slip again, and says why it could not', async () => {
    await open(3);
    await page.getByRole('button', { name: 'In Giấy tiếp nhận' }).click();
    await expect.element(page.getByText('Đã gửi ra máy in')).toBeVisible();
    await page.getByRole('button', { name: 'Lưu Biên lai' }).click();
    await expect.element(page.getByText(/^Đã lưu: /)).toBeVisible();
  });
  it('shows a failure of the printer', async () => {
    await open(3, ha, { printDocument: async () => fail('no-printer', 'officer-decides') });
    await page.getByRole('button', { name: 'In Giấy tiếp nhận' }).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
  });

  it('gives the paper on screen as an archival PDF, and says so while its pages are still read', async () => {
    await open(7);
    await page.getByRole('button', { name: 'Lưu Bản số hóa' }).click();
    await expect.element(page.getByText(/^Đã lưu: /)).toBeVisible();
  });
  it('tells how many pages of a paper are still to be read', async () => {
    const makeDigitisedPaper = async () => fail('paper-still-reading', 'retry-later', { pages: 2 });
    await open(7, ha, { makeDigitisedPaper });
    await page.getByRole('button', { name: 'Mở Bản số hóa' }).click();
    await expect.element(page.getByText(/Còn 2 trang của giấy này đang đọc chữ/)).toBeVisible();
  });

  it('tells who did what, and when', async () => {
    await open(5);
    await expect.element(page.getByText('08:42 · Lê Quang Dũng')).toBeVisible();
    await expect
      .element(page.getByText('Tiếp nhận, lập biên lai, lập giấy tiếp nhận, nộp để ký'))
      .toBeVisible();
  });

  it('says so when the dossier is not on this machine', async () => {
    await open(999);
    await expect.element(page.getByText('Không tìm thấy hồ sơ này trên máy')).toBeVisible();
    await userEvent.keyboard('{F3}');
    expect(useScreenState.getState().place.name).toBe('dossiers');
  });
});
