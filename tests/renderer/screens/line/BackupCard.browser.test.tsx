import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ok } from '../../../../src/shared/base/result.ts';
import { busyDay } from '../../harness/busy-day.ts';
import { dung, ha } from '../../harness/desk-day.ts';
import { NOW, openScreen } from '../../harness/open-screen.tsx';
import { fakeBackup, levelBackup, sampleCode } from '../../harness/sample-backup.ts';

it('[BK-13] the supervisor chooses a folder, is shown the code once, and proves that it is on paper', async () => {
  const kept: string[] = [];
  await openScreen({
    place: { name: 'line' },
    state: busyDay(NOW, dung),
    actions: { backup: { ...fakeBackup, codeKept: async () => ok(kept.push('kept')) } },
  });
  await expect.element(page.getByText('đã chép đủ')).toBeVisible();
  await page.getByRole('button', { name: 'Thiết lập…' }).click();
  await page.getByRole('textbox', { name: 'Thư mục giữ bản lưu' }).fill('/media/luu-tru');
  await userEvent.keyboard('{Enter}');
  for (const group of sampleCode.split(' '))
    await expect.element(page.getByText(group, { exact: true })).toBeVisible();
  const done = page.getByRole('button', { name: 'Đã cất tờ mã' });
  await expect.element(done).toBeDisabled();
  await page.getByRole('textbox', { name: /Gõ lại nhóm thứ 8/ }).fill(sampleCode.slice(-5).toLowerCase());
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(sampleCode.slice(0, 5), { exact: true })).not.toBeInTheDocument();
  expect(kept).toEqual(['kept']);
});

it('[BK-13] a reception officer sees how far the copy is, and what to do, and changes nothing', async () => {
  const away = {
    ...levelBackup,
    state: 'away' as const,
    reason: 'backup-away',
    copiedSeq: 1180,
    pagesLost: 1,
  };
  await openScreen({
    place: { name: 'line' },
    state: busyDay(NOW, ha),
    actions: { backup: { ...fakeBackup, status: async () => ok(away) } },
  });
  await expect.element(page.getByText('không thấy ổ')).toBeVisible();
  await expect.element(page.getByText(/chép đến việc 1180\/1204/)).toBeVisible();
  await expect.element(page.getByText(/Cắm lại ổ hoặc nối lại thư mục chung/)).toBeVisible();
  await expect.element(page.getByText('Lãnh đạo chi nhánh thiết lập')).toBeVisible();
  expect(page.getByRole('button', { name: 'Thiết lập…' }).elements()).toHaveLength(0);
});
