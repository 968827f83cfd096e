import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { useDeskView } from '../../../../src/renderer/state/desk-view.ts';
import { ok } from '../../../../src/shared/base/result.ts';
import type { LineLimits } from '../../../../src/shared/contracts/bridge/line-limits.ts';
import type { OutboxRow } from '../../../../src/shared/contracts/bridge/line-outbox.ts';
import { busyDay } from '../../harness/busy-day.ts';
import { dung, ha } from '../../harness/desk-day.ts';
import { NOW, openScreen } from '../../harness/open-screen.tsx';
import { lineDown } from '../../harness/sample-desk.ts';

const open = (officer = ha, actions = {}) =>
  openScreen({ place: { name: 'line' }, state: busyDay(NOW, officer), line: lineDown(), actions });

const limitsOf = (limits: LineLimits, changed: LineLimits[] = []) => ({
  lineLimits: {
    find: async () => ok(limits),
    change: async (wanted: LineLimits) => {
      changed.push(wanted);
      return ok(wanted);
    },
  },
});

function showOutbox(change: Partial<OutboxRow>): void {
  const dossiers = [...(useDeskView.getState().desk?.dossiers.values() ?? [])];
  const waiting = dossiers.filter(({ city }) => city.kind === 'waiting' || city.kind === 'facts-accepted');
  const rows = waiting.map(
    ({ dossierId }): OutboxRow => ({
      dossierId,
      waitsFor: 'pages',
      pagesLeft: 3,
      bytesLeft: 640_000,
      doneAt: null,
      because: null,
      ...change,
    }),
  );
  useDeskView.setState({ outbox: { rows: new Map(rows.map((row) => [row.dossierId, row])), more: 0 } });
}

describe('what waits, by dossier', () => {
  it('[LC-63] says when the city will have it, and how much is left', async () => {
    await open();
    showOutbox({ doneAt: new Date(NOW.getTime() + 20 * 60_000).toISOString() });
    await expect.element(page.getByText(/dự kiến xong .* · còn 3 trang \(640 kB\)/).first()).toBeVisible();
  });

  it('[LC-63] or why that cannot be said', async () => {
    await open();
    showOutbox({ because: 'line-down' });
    await expect.element(page.getByText(/^chờ đường truyền/).first()).toBeVisible();
    showOutbox({ because: 'city-silent', pagesLeft: 0, bytesLeft: 0, waitsFor: 'word' });
    await expect.element(page.getByText(/thành phố có đủ nhưng chưa xác nhận/).first()).toBeVisible();
  });
});

describe('limits of the line', () => {
  it('[LC-61] shows an officer what is set, and says who can change it', async () => {
    await open(ha, limitsOf({ bytesAnHour: 50_000_000, pagesBetween: { from: '18:00', until: '06:00' } }));
    const card = page.getByRole('region', { name: 'Giới hạn đường truyền' });
    await expect.element(card.getByText(/từ 18:00 đến 06:00/)).toBeVisible();
    await expect.element(card.getByText(/50 MB mỗi giờ/)).toBeVisible();
    expect(card.getByRole('button').elements()).toHaveLength(0);
  });

  it('[LC-61] a supervisor sets a night window and an hourly limit by keyboard', async () => {
    const changed: LineLimits[] = [];
    await open(dung, limitsOf({ bytesAnHour: null, pagesBetween: null }, changed));
    const card = page.getByRole('region', { name: 'Giới hạn đường truyền' });
    await card.getByRole('button', { name: 'Sửa' }).click();
    await card.getByLabelText('Chỉ gửi ảnh trong khung giờ').click();
    await card.getByLabelText('Từ', { exact: true }).fill('19:30');
    await card.getByLabelText('Đường truyền tính tiền theo dung lượng').click();
    await card.getByLabelText('MB mỗi giờ').fill('20');
    await card.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(card.getByText(/từ 19:30 đến 06:00/)).toBeVisible();
    expect(changed).toEqual([{ bytesAnHour: 20_000_000, pagesBetween: { from: '19:30', until: '06:00' } }]);
  });
});
