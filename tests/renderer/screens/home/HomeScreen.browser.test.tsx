import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useScreenState } from '../../../../src/renderer/state/screen-state.ts';
import { useWhereIWas } from '../../../../src/renderer/state/where-i-was.ts';
import { busyDay, openDrafts } from '../../harness/busy-day.ts';
import { createDeskDay, dossierIdOf, dung, ha } from '../../harness/desk-day.ts';
import { NOW, openScreen } from '../../harness/open-screen.tsx';

const open = (who = ha) =>
  openScreen({ place: { name: 'home' }, state: busyDay(NOW, who), drafts: openDrafts(NOW) });
const place = () => useScreenState.getState().place;

describe('home', () => {
  it('greets, and stands on the most urgent work, which Enter opens', async () => {
    await open();
    await expect.element(page.getByRole('heading', { name: 'Chào chị Hà.' })).toBeVisible();
    await expect.element(page.getByRole('grid', { name: 'Việc của tôi' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(place()).toEqual({ name: 'dossier', dossierId: dossierIdOf(5) });
  });

  it('goes on with a draft where it was left', async () => {
    await open();
    await page.getByText('Cao Thị Thu Hà').click();
    expect(place()).toEqual({ name: 'intake', draftId: openDrafts(NOW)[0]?.draftId });
  });

  it('counts what the log says, and opens what it counts', async () => {
    await open();
    await expect
      .element(page.getByRole('button', { name: 'Đã nhận hôm nay: 10, 8 do bạn nhận' }))
      .toBeVisible();
    await page.getByRole('button', { name: /^Trả lại cho tôi: 1/ }).click();
    expect(place()).toEqual({ name: 'dossiers' });
    expect(useWhereIWas.getState().list.filter).toBe('returned');
  });

  it('puts the sign-off queue before a supervisor', async () => {
    await open(dung);
    await expect
      .element(page.getByRole('button', { name: /^Chờ bạn ký: 5, lâu nhất 3 giờ 10 phút/ }))
      .toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(place()).toEqual({ name: 'sign-off' });
    await expect.element(page.getByRole('option', { selected: true })).toMatchTextContent('Đỗ Thị Mai');
  });

  it('says that the catalogue is a sample and how long the numbers last', async () => {
    await open();
    await expect.element(page.getByText('Danh mục mẫu để tập, không dùng làm căn cứ')).toBeVisible();
    await expect.element(page.getByText('Mất mạng vẫn đủ mã cho 5 ngày làm việc')).toBeVisible();
  });

  it('says what to do when nothing is left', async () => {
    const day = createDeskDay(NOW);
    day.open();
    day.signIn(ha);
    await openScreen({ place: { name: 'home' }, state: day.state() });
    await expect.element(page.getByText('Không còn việc nào dở')).toBeVisible();
  });
});
