import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useScreenState } from '../../../../src/renderer/state/screen-state.ts';
import { busyDay, manyDossiers } from '../../harness/busy-day.ts';
import { createDeskDay, dossierIdOf, ha } from '../../harness/desk-day.ts';
import { NOW, openScreen } from '../../harness/open-screen.tsx';

const search = () => page.getByLabelText('Tìm hồ sơ');
const grid = () => page.getByRole('grid', { name: 'Danh sách hồ sơ' });
const open = () => openScreen({ place: { name: 'dossiers' }, state: busyDay(NOW, ha) });

describe('list of dossiers', () => {
  it('finds without accents and opens by Enter', async () => {
    await open();
    await expect.element(search()).toHaveFocus();
    await userEvent.keyboard('do thi mai');
    await expect.element(page.getByText('1 / 10 hồ sơ')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(useScreenState.getState().place).toEqual({ name: 'dossier', dossierId: dossierIdOf(7) });
  });

  it('walks from the box into the list with arrows', async () => {
    await open();
    await expect.element(search()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(grid()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(useScreenState.getState().place).toEqual({ name: 'dossier', dossierId: dossierIdOf(9) });
  });

  it('comes back to the same filter and the same words', async () => {
    await open();
    await page.getByRole('button', { name: /^Bị trả/ }).click();
    await page.getByText('Phạm Văn Bình').click();
    await page.getByRole('button', { name: /^Về danh sách/ }).click();
    await expect
      .element(page.getByRole('button', { name: /^Bị trả/ }))
      .toHaveAttribute('aria-pressed', 'true');
  });

  it('says that the city has it only where the city said so', async () => {
    await open();
    expect(page.getByText(/^Thành phố đã nhận lúc/).elements()).toHaveLength(2);
    await expect.element(page.getByText(/^Thành phố có số liệu, ảnh đang gửi/)).toBeVisible();
  });

  it('tells nothing found from nothing there', async () => {
    await open();
    await search().fill('khong co ai');
    await expect.element(page.getByText('Không có hồ sơ nào khớp')).toBeVisible();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await expect.element(page.getByText('10 / 10 hồ sơ')).toBeVisible();
  });

  it('says what to do when there is no dossier yet', async () => {
    const day = createDeskDay(NOW);
    day.open();
    day.signIn(ha);
    await openScreen({ place: { name: 'dossiers' }, state: day.state() });
    await expect.element(page.getByText('Chưa có hồ sơ nào')).toBeVisible();
  });

  it('draws only the rows in sight of many, each as high as it is counted', async () => {
    await openScreen({ place: { name: 'dossiers' }, state: manyDossiers(NOW, 400) });
    await expect.element(page.getByText('400 / 400 hồ sơ')).toBeVisible();
    expect(document.querySelectorAll('.list-row').length).toBeLessThan(40);
    expect(document.querySelector<HTMLElement>('.list-row')?.offsetHeight).toBe(50);
    await userEvent.keyboard('{ArrowDown}{End}');
    await expect.element(page.getByText(/3001$/)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(useScreenState.getState().place).toEqual({ name: 'dossier', dossierId: dossierIdOf(1) });
  });
});
