import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DeskActions } from '../../../../src/renderer/actions/desk-actions.ts';
import { useDeskView } from '../../../../src/renderer/state/desk-view.ts';
import { useScreenState } from '../../../../src/renderer/state/screen-state.ts';
import type { DossierId } from '../../../../src/shared/base/ids.ts';
import { fail } from '../../../../src/shared/base/result.ts';
import { conflictDay, ofDay } from '../../harness/conflict-day.ts';
import { dung, ha, minh } from '../../harness/desk-day.ts';
import { NOW, openScreen } from '../../harness/open-screen.tsx';

const open = (who = ha, dossierId: DossierId | null = null, actions: Partial<DeskActions> = {}) =>
  openScreen({ place: { name: 'conflicts', dossierId }, state: conflictDay(NOW, who), actions });
const dossierNow = (id: DossierId) => useDeskView.getState().desk?.dossiers.get(id);

describe('what needs a decision', () => {
  it('shows both sides next to each other, and marks what differs', async () => {
    await open(dung, ofDay.changed);
    const table = page.getByRole('table', { name: 'Hai bên đặt cạnh nhau' });
    await expect.element(table.getByText('0912345678')).toBeVisible();
    await expect.element(table.getByText('0987654321')).toBeVisible();
    await expect.element(table.getByRole('row', { name: /Điện thoại.*khác/ })).toBeVisible();
    // The name is the same on both sides.
    expect(table.getByRole('row', { name: /Họ và tên.*khác/ }).elements()).toHaveLength(0);
  });

  it('is decided by keyboard alone, with a note, and the next one is there', async () => {
    await open();
    await expect.element(page.getByRole('grid', { name: 'Tin chờ quyết định' })).toHaveFocus();
    await userEvent.keyboard('{Alt>}2{/Alt}');
    await expect.element(page.getByRole('textbox', { name: /Vì sao chọn/ })).toHaveFocus();
    await userEvent.keyboard('Đã gọi, công dân xác nhận rút{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('Đã theo thành phố: Hoàng Gia Bảo')).toBeVisible();
    expect(dossierNow(ofDay.withdrawn)?.status).toBe('withdrawn');
    await expect.element(page.getByRole('heading', { name: 'Lê Thị Hoa' })).toBeVisible();
  });

  it('takes nothing without a choice and a note', async () => {
    await open();
    await page.getByRole('button', { name: /^Ghi quyết định/ }).click();
    await expect.element(page.getByText('Chọn một trong hai.')).toBeVisible();
    await page.getByRole('radio', { name: /Vẫn làm tiếp/ }).click();
    await page.getByRole('button', { name: /^Ghi quyết định/ }).click();
    await expect.element(page.getByText('Cần ít nhất 3 chữ cái.')).toBeVisible();
    expect(dossierNow(ofDay.withdrawn)?.resolved).toBeUndefined();
  });

  it('says what a choice does, and that a signed dossier is signed again', async () => {
    await open(dung, ofDay.changed);
    await expect.element(page.getByText(/Đã ký rồi nên lãnh đạo phải ký lại/)).toBeVisible();
    await userEvent.keyboard('{Alt>}2{/Alt}');
    await userEvent.keyboard('Thành phố có giấy mới{Control>}{Enter}{/Control}');
    await expect.poll(() => dossierNow(ofDay.changed)?.status).toBe('submitted');
    expect(dossierNow(ofDay.changed)?.content.applicant.phone).toBe('0987654321');
  });

  it('[CF-2] leaves what is signed to a supervisor', async () => {
    await open(ha, ofDay.changed);
    await expect.element(page.getByText('Hồ sơ đã ký duyệt: lãnh đạo chi nhánh quyết định.')).toBeVisible();
  });
  it('[CF-2] lets only those decide who may, and says who', async () => {
    await open(minh, ofDay.withdrawn);
    await expect.element(page.getByText(/^Người nhận hồ sơ \(Nguyễn Thu Hà\)/)).toBeVisible();
    expect(page.getByRole('radio').elements()).toHaveLength(0);
  });

  it('shows a failure and stays', async () => {
    await open(ha, null, { resolveConflict: async () => fail('no-conflict', 'officer-decides') });
    await page.getByRole('radio', { name: /Ghi nhận đã rút/ }).click();
    await page.getByRole('textbox', { name: /Vì sao chọn/ }).fill('Đã hỏi');
    await page.getByRole('button', { name: /^Ghi quyết định/ }).click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/đã được giải quyết/);
  });

  it('is found from the rail, and from my work', async () => {
    await openScreen({ place: { name: 'home' }, state: conflictDay(NOW, ha) });
    await expect
      .element(page.getByRole('button', { name: 'Cần quyết định, 3 tin chờ quyết định' }))
      .toBeVisible();
    await page.getByRole('row', { name: /Hoàng Gia Bảo/ }).click();
    await expect
      .poll(() => useScreenState.getState().place)
      .toEqual({ name: 'conflicts', dossierId: ofDay.withdrawn });
    await userEvent.keyboard('{Alt>}h{/Alt}');
    await userEvent.keyboard('{Alt>}g{/Alt}');
    expect(useScreenState.getState().place.name).toBe('conflicts');
  });
});
