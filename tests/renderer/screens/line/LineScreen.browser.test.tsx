import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { fail } from '../../../../src/shared/base/result.ts';
import { LineStatus } from '../../../../src/shared/contracts/bridge/line-status.ts';
import { busyDay } from '../../harness/busy-day.ts';
import { createDeskDay, ha } from '../../harness/desk-day.ts';
import { NOW, openScreen } from '../../harness/open-screen.tsx';
import { lineDown } from '../../harness/sample-desk.ts';

const open = (line: LineStatus | null, actions = {}) =>
  openScreen({ place: { name: 'line' }, state: busyDay(NOW, ha), line, actions });

describe('line and outbox', () => {
  it.each(LineStatus.shape.state.options)('says what to do when the line is %s', async (state) => {
    await open({ ...lineDown(), state });
    const card = page.getByRole('region', { name: 'Đường truyền', exact: true });
    await expect.element(card.getByRole('button', { name: 'Thử ngay' })).toBeVisible();
    expect(card.element().querySelector('p')?.textContent?.length).toBeGreaterThan(20);
    expect(card.element().textContent).not.toContain('lineScreen.');
  });

  it('counts as received by the city only what the city has signed for', async () => {
    await open(lineDown());
    const card = page.getByRole('region', { name: 'Thành phố đã nhận hôm nay' });
    await expect.element(card).toMatchTextContent(/2\s*\/ 10 hồ sơ/);
    expect(page.getByText(/^Thành phố đã nhận lúc/).elements()).toHaveLength(2);
  });

  it('puts what was refused on top', async () => {
    await open(lineDown());
    await expect.element(page.getByRole('row').nth(1)).toMatchTextContent(/Bùi Thu Trang.*Thành phố từ chối/);
  });

  it('says rate and end only when they are measured', async () => {
    await open({ ...lineDown(), state: 'sending', bytesPerSecond: 12_000, secondsLeft: 360 });
    await expect.element(page.getByText('Tốc độ đo được: 12 kB mỗi giây')).toBeVisible();
    await expect.element(page.getByText('Xong vào khoảng 10:48')).toBeVisible();
  });
  it('says neither when nothing is known', async () => {
    await open(lineDown());
    await expect.element(page.getByText(/^Chờ gửi 14 hồ sơ/)).toBeVisible();
    expect(page.getByText(/^Tốc độ đo được/).elements()).toHaveLength(0);
    expect(page.getByText(/^Xong vào khoảng/).elements()).toHaveLength(0);
  });

  it('shows why a try failed', async () => {
    await open(lineDown(), { tryLineNow: async () => fail('city-unreachable', 'retry-later') });
    await page.getByRole('button', { name: 'Thử ngay' }).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
  });

  it('waits quietly for the first word about the line, and has an empty outbox', async () => {
    const day = createDeskDay(NOW);
    day.open();
    day.signIn(ha);
    await openScreen({ place: { name: 'line' }, state: day.state(), line: null });
    await expect.element(page.getByText('Đang tải…')).toBeVisible();
    await expect.element(page.getByText('Chưa có hồ sơ nào')).toBeVisible();
  });
});
