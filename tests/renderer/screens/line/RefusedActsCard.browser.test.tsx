import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LineStatus } from '../../../../src/shared/contracts/bridge/line-status.ts';
import { createDeskDay, ha } from '../../harness/desk-day.ts';
import { NOW, openScreen } from '../../harness/open-screen.tsx';
import { lineDown, sampleRefusedActs } from '../../harness/sample-desk.ts';

async function open(acts: number, place: 'line' | 'home' = 'line'): Promise<void> {
  const day = createDeskDay(NOW);
  day.open();
  day.signIn(ha);
  const line: LineStatus = {
    ...lineDown(),
    ...{ state: 'up', unsentEvents: 0, unsentDossiers: 0, unsentPages: 0, unsentBytes: 0 },
    refusedActs: sampleRefusedActs(NOW, acts),
  };
  await openScreen({ place: { name: place }, state: day.state(), line });
}
const card = (n: number) => page.getByRole('region', { name: `Thành phố không ghi nhận ${n} việc của quầy` });
const pill = () => page.getByRole('button', { name: /^Đường truyền:/ });

describe('what the city refused and belongs to no dossier', () => {
  it('[LC-65] is not there where nothing was refused', async () => {
    await open(0);
    await expect.element(pill()).toMatchTextContent('Thành phố đã nhận đủ');
    expect(page.getByText(/không ghi nhận/).elements()).toHaveLength(0);
  });

  it('[LC-65] is told on the line screen: what, which number, when, why, and whom to call', async () => {
    await open(8);
    await expect.element(pill()).toMatchTextContent('Có đường truyền · 8 việc không được ghi nhận');
    const shown = card(8);
    await expect.element(shown.getByText(/Gọi hỗ trợ và đọc số việc/)).toBeVisible();
    const rows = shown.getByRole('listitem');
    expect(rows.elements()).toHaveLength(8);
    await expect
      .element(rows.nth(0))
      .toMatchTextContent(
        /Chốt ngày 19\/11\/2026.*Việc số 1204 · làm lúc 10:30 · thành phố trả lời lúc 10:32.*không lưu được/,
      );
    await expect.element(rows.nth(1)).toMatchTextContent(/Phạm Văn Minh đăng nhập.*chưa có tên cán bộ này/);
    await expect.element(rows.nth(2)).toMatchTextContent(/Hủy biên lai số 00001187.*số này đã được dùng/);
    await expect.element(rows.nth(7)).toMatchTextContent(/giấy tiếp nhận 501–900.*mã of-next-year/);
    expect(shown.element().textContent).not.toMatch(/lineScreen|\{\{|undefined/);
  });

  it('[LC-65] says how many older ones there are, and is walked through by keyboard', async () => {
    await open(25);
    const list = card(25).getByRole('list').element() as HTMLElement;
    list.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(() => list.scrollTop).toBeGreaterThan(0);
    await expect.element(card(25).getByText('và 5 việc cũ hơn')).toBeInViewport();
  });

  it('[LC-65] is said at home with the same words, and the pill leads there', async () => {
    await open(2, 'home');
    const words = page.getByText('Có đường truyền · 2 việc không được ghi nhận');
    await expect.element(words.nth(1)).toBeVisible();
    await pill().click();
    await expect.element(card(2)).toBeVisible();
  });
});
