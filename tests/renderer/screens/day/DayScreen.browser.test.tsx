import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DeskActions } from '../../../../src/renderer/actions/desk-actions.ts';
import { useDeskView } from '../../../../src/renderer/state/desk-view.ts';
import { useScreenState } from '../../../../src/renderer/state/screen-state.ts';
import type { LocalDate } from '../../../../src/shared/base/dates.ts';
import { fail } from '../../../../src/shared/base/result.ts';
import { busyDay } from '../../harness/busy-day.ts';
import { ha } from '../../harness/desk-day.ts';
import { NOW, openScreen } from '../../harness/open-screen.tsx';

const TODAY = '2026-11-20' as LocalDate;
const open = (actions: Partial<DeskActions> = {}) =>
  openScreen({ place: { name: 'day' }, state: busyDay(NOW, ha), actions });
const closing = () => useDeskView.getState().desk?.closedDays.get(TODAY);
const close = '{Control>}{Enter}{/Control}';

describe('[DAY-2] closing the day', () => {
  it('is a count and one key where paper and desk agree', async () => {
    await open();
    await expect.element(page.getByRole('textbox', { name: 'Hồ sơ giấy đếm được' })).toHaveFocus();
    await userEvent.keyboard(`10${close}`);
    await expect.element(page.getByText(/^Đã chốt lúc .*: giấy 10, quầy 10, thành phố 2\./)).toBeVisible();
    expect(closing()).toMatchObject({ paperCount: 10, deskCount: 10, note: '' });
  });

  it('asks why where they differ, and takes nothing without an answer', async () => {
    await open();
    await userEvent.keyboard(`9${close}`);
    await expect.element(page.getByText(/^Giấy 9, quầy 10: tìm hồ sơ lệch/)).toBeVisible();
    expect(closing()).toBeUndefined();
    await page.getByRole('textbox', { name: 'Vì sao lệch' }).fill('Một hồ sơ đã chuyển quầy 02');
    await userEvent.keyboard(close);
    await expect.poll(closing).toMatchObject({ paperCount: 9, note: 'Một hồ sơ đã chuyển quầy 02' });
  });

  it('names each dossier that is not whole; Enter opens it', async () => {
    await open();
    const list = page.getByRole('grid', { name: 'Còn phải làm, theo từng hồ sơ' });
    await expect.element(list.getByText('Thành phố từ chối')).toBeVisible();
    await list.getByText('Bùi Thu Trang').click();
    expect(useScreenState.getState().place.name).toBe('dossier');
  });

  it('a refusal is said in words and the count stays', async () => {
    await open({ closeDay: async () => fail('day-counts-differ', 'retry-later', { desk: 11 }) });
    await userEvent.keyboard(`10${close}`);
    await expect.element(page.getByText(/^Vừa có hồ sơ mới nên con số đã đổi/)).toBeVisible();
  });
});
