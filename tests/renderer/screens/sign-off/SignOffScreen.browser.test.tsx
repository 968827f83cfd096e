import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useDeskView } from '../../../../src/renderer/state/desk-view.ts';
import { fail } from '../../../../src/shared/base/result.ts';
import { busyDay } from '../../harness/busy-day.ts';
import { createDeskDay, dossierIdOf, dung, ha } from '../../harness/desk-day.ts';
import { NOW, openScreen } from '../../harness/open-screen.tsx';

const statusOf = (n: number) => useDeskView.getState().desk?.dossiers.get(dossierIdOf(n))?.status;
/** Longer than a second press of an impatient hand. */
const look = () => new Promise((done) => setTimeout(done, 700));
const chosen = () => page.getByRole('option', { selected: true });
const approve = () => page.getByRole('button', { name: 'Ký duyệt', exact: false }).last();
const giveBack = () => page.getByRole('button', { name: /^Trả lại/ });
const open = (who = dung) => openScreen({ place: { name: 'sign-off' }, state: busyDay(NOW, who) });

describe('sign-off', () => {
  it('signs what is on the desk by Ctrl Enter and puts the next one there', async () => {
    await open();
    await expect.element(chosen()).toMatchTextContent('Vũ Quốc Huy');
    await look();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText(/Đã ký: Vũ Quốc Huy/)).toBeVisible();
    expect(statusOf(3)).toBe('approved');
    await expect.element(chosen()).toMatchTextContent('Đỗ Thị Mai');
    await expect.element(page.getByRole('listbox', { name: 'Hồ sơ chờ ký' })).toHaveFocus();
  });

  it('does not sign the next one by a second press of the same hand', async () => {
    await open();
    await look();
    await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}');
    await expect.element(page.getByText(/Đã ký: Vũ Quốc Huy/)).toBeVisible();
    expect(statusOf(7)).toBe('submitted');
  });

  it('walks the list with arrows and turns pages sideways', async () => {
    await open();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(chosen()).toMatchTextContent('Đỗ Thị Mai');
    await expect.element(page.getByText('Trang 1 / 2')).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByText('Trang 2 / 2')).toBeVisible();
  });

  it('returns nothing without a reason, and with one gives it to the officer', async () => {
    await open();
    await look();
    await userEvent.keyboard('{Alt>}r{/Alt}');
    const reason = page.getByLabelText('Lý do trả lại');
    await expect.element(reason).toHaveFocus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('Ghi lý do, ít nhất 3 ký tự.')).toBeVisible();
    expect(statusOf(3)).toBe('submitted');
    await page.getByRole('button', { name: /^Ảnh giấy tờ mờ/ }).click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText(/Đã trả lại: Vũ Quốc Huy/)).toBeVisible();
    expect(statusOf(3)).toBe('returned');
    expect(useDeskView.getState().desk?.dossiers.get(dossierIdOf(3))?.returnReason).toMatch(
      /^Ảnh giấy tờ mờ/,
    );
  });

  it('leaves the form by Esc and nothing has happened', async () => {
    await open();
    await userEvent.keyboard('{Alt>}r{/Alt}');
    await expect.element(page.getByLabelText('Lý do trả lại')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(approve()).toBeVisible();
    expect(statusOf(3)).toBe('submitted');
  });

  it("never signs one's own dossier, by button or key, and says why", async () => {
    const promoted = { ...ha, role: 'branch-supervisor' as const };
    const state = busyDay(NOW, dung);
    await openScreen({ place: { name: 'sign-off' }, state: { ...state, signedIn: promoted } });
    await expect.element(approve()).toBeDisabled();
    await expect.element(page.getByText(/nên người khác phải ký/)).toBeVisible();
    await look();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await look();
    expect(statusOf(3)).toBe('submitted');
    await expect.element(giveBack()).toBeEnabled();
  });

  it('shows what failed and keeps the dossier on the desk', async () => {
    await openScreen({
      place: { name: 'sign-off' },
      state: busyDay(NOW, dung),
      actions: { approveDossier: async () => fail('content-changed', 'officer-decides', { code: 'x' }) },
    });
    await look();
    await approve().click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(chosen()).toMatchTextContent('Vũ Quốc Huy');
  });

  it('puts first what is not in order and shows it on the page', async () => {
    await open();
    const first = page.getByRole('button', { name: 'Xem trên giấy' }).first();
    await first.click();
    await expect.poll(() => document.querySelector('.viewer-box[data-here]')).not.toBeNull();
  });

  it('tells an officer calmly who signs here, without buttons', async () => {
    await open(ha);
    await expect.element(page.getByText('Lãnh đạo chi nhánh ký duyệt ở màn hình này.')).toBeVisible();
    expect(giveBack().elements()).toHaveLength(0);
  });

  it('says that all is signed when nothing waits', async () => {
    const day = createDeskDay(NOW);
    day.open();
    day.signIn(dung);
    await openScreen({ place: { name: 'sign-off' }, state: day.state() });
    await expect.element(page.getByText('Không còn hồ sơ nào chờ ký')).toBeVisible();
  });
});
