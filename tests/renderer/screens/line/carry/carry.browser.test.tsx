import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail, ok } from '../../../../../src/shared/base/result.ts';
import type { CarryTaken, CarryWritten } from '../../../../../src/shared/contracts/bridge/carry.ts';
import { busyDay } from '../../../harness/busy-day.ts';
import { ha } from '../../../harness/desk-day.ts';
import { NOW, openScreen } from '../../../harness/open-screen.tsx';
import { useFakeSticks } from '../../../harness/sample-carry.ts';
import { lineDown } from '../../../harness/sample-desk.ts';

const kingston = { driveId: '0123456789abcdef', name: 'KINGSTON', freeBytes: 14_900_000_000 };
const other = { driveId: 'fedcba9876543210', name: 'USB CHI NHANH', freeBytes: 900_000_000 };
const written: CarryWritten = {
  outcome: 'written',
  place: 'KINGSTON',
  files: [{ name: 'Ho-so_CN02-Q01_2026-11-20_10h42_14-ho-so.qmc', byteLength: 218_000_000 }],
  dossiers: 14,
  events: 60,
  pages: 180,
  leftOut: { dossiers: 0, pages: 0, bytes: 0 },
  unreadable: 0,
};
const taken: CarryTaken = {
  outcome: 'taken',
  accepted: 12,
  refused: 2,
  complete: 12,
  leases: true,
  reference: false,
  missing: false,
  files: 1,
  faults: [],
};

const open = () => openScreen({ place: { name: 'line' }, state: busyDay(NOW, ha), line: lineDown() });
const button = (name: string) => page.getByRole('button', { name });
const OUT = 'Chép hồ sơ chưa gửi ra USB';
const BACK = 'Nhận trả lời của thành phố từ USB';

beforeEach(() => useFakeSticks.setState(useFakeSticks.getInitialState()));

describe('carrying by hand', () => {
  it('[CA-30] finds the stick when it is plugged in, copies by Enter, and says what to do next', async () => {
    await open();
    await button(OUT).click();
    await expect.element(page.getByText(/^Chưa thấy USB nào/)).toBeVisible();
    await expect.element(page.getByText(/^Sẽ chép 14 hồ sơ/)).toBeVisible();
    await expect.element(button('Chép ra USB này')).toBeDisabled();
    let done: (result: ReturnType<typeof ok<CarryWritten>>) => void = () => undefined;
    useFakeSticks.setState({
      overview: { drives: [kingston], last: null },
      write: () =>
        new Promise((resolve) => {
          done = resolve;
        }),
    });
    await expect.element(button('Chép ra USB này')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    useFakeSticks.setState({ progress: { doneBytes: 43, totalBytes: 100 } });
    await expect.element(page.getByText('Đang chép và đọc lại để kiểm tra: 43%')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Dừng')).toBeVisible();
    done(ok(written));
    await expect.element(page.getByText(/^Đã chép và đọc lại đúng: 14 hồ sơ, 180 trang ảnh/)).toBeVisible();
    await expect.element(page.getByText(/Mang tới Trung tâm/)).toBeVisible();
    expect(useFakeSticks.getState().asked).toEqual([kingston.driveId]);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('[CA-31] of several sticks the officer picks one, or another folder by the system’s dialog', async () => {
    useFakeSticks.setState({
      overview: { drives: [kingston, other], last: null },
      write: async () => ok({ outcome: 'not-chosen' }),
    });
    await open();
    await button(OUT).click();
    await expect.element(button('Chép ra USB này')).toBeDisabled();
    await page.getByRole('radio', { name: /USB CHI NHANH/ }).click();
    await button('Chép ra USB này').click();
    await button('Thư mục khác…').click();
    await expect.poll(() => useFakeSticks.getState().asked).toEqual([other.driveId, null]);
  });

  it('[CA-32] a failure says what to do and the stick can be chosen again; stopping says what is left', async () => {
    useFakeSticks.setState({
      overview: { drives: [kingston], last: null },
      write: async () => fail('carry-stick-too-small', 'officer-decides', { freeMb: 3, neededMb: 12 }),
    });
    await open();
    await button(OUT).click();
    await button('Chép ra USB này').click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/USB còn 3 MB, cần ít nhất 12 MB/);
    useFakeSticks.setState({ write: async () => ok({ outcome: 'cancelled' }) });
    await button('Chép ra USB này').click();
    await expect.element(page.getByText(/^Đã dừng\. Trên USB không còn tệp nào/)).toBeVisible();
  });

  it('[CA-33] tells what a full stick had no room for and what this desk could not read', async () => {
    useFakeSticks.setState({
      overview: { drives: [kingston], last: null },
      write: async () =>
        ok({ ...written, leftOut: { dossiers: 3, pages: 40, bytes: 52_000_000 }, unreadable: 2 }),
    });
    await open();
    await button(OUT).click();
    await button('Chép ra USB này').click();
    await expect
      .element(page.getByText(/ảnh của 3 hồ sơ hẹn trả muộn hơn \(52 MB\) chưa chép/))
      .toBeVisible();
    await expect.element(page.getByText(/^2 trang ảnh ở máy này bị hỏng/)).toBeVisible();
  });

  it('[CA-34] says what the city confirmed and refused, and which files were not for this desk', async () => {
    useFakeSticks.setState({
      overview: { drives: [kingston], last: null },
      take: async () =>
        ok({
          ...taken,
          faults: [{ name: 'Tra-loi_CN02-Q02.qmc', code: 'carry-other-desk', facts: { deskId: 'CN02-Q02' } }],
        }),
    });
    await open();
    await button(BACK).click();
    await button('Nhận từ USB này').click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toMatchTextContent(/Tiếp nhận số liệu\s*12 hồ sơ/);
    await expect.element(dialog).toMatchTextContent(/Từ chối\s*2 hồ sơ/);
    await expect.element(dialog).toMatchTextContent(/Trả lời này của quầy CN02-Q02/);
    await expect.element(dialog).toMatchTextContent(/Đã nhận số cấp sẵn mới/);
  });

  it('[CA-35] the card remembers the last copy and whether the city has answered it', async () => {
    const last = {
      madeAt: '2026-11-20T02:05:00.000Z',
      dossiers: 9,
      files: ['x.qmc'],
      answered: false,
    } as never;
    useFakeSticks.setState({ overview: { drives: [], last } });
    await open();
    await expect
      .element(page.getByText(/^Lần chép gần nhất: .*09:05.*, 9 hồ sơ\. Chưa có trả lời\.$/))
      .toBeVisible();
  });
});
