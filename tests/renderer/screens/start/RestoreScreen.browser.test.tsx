import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { StartScreen } from '../../../../src/renderer/screens/start/StartScreen.tsx';
import { useDeskView } from '../../../../src/renderer/state/desk-view.ts';
import { startTexts } from '../../../../src/renderer/text/i18n.ts';
import { fail } from '../../../../src/shared/base/result.ts';
import { FakeDesk } from '../../harness/fake-desk.tsx';
import { fakeBackup, foundBackup, sampleCode } from '../../harness/sample-backup.ts';
import { startReport } from '../../harness/sample-desk.ts';

it('[BK-9] a desk comes back by keyboard alone: folder, what it holds, the code with its mistyped group named', async () => {
  startTexts('vi');
  useDeskView.setState({ start: startReport(null, 'not-enrolled'), notices: [] });
  const restore = vi.fn(fakeBackup.restore);
  const wrong = fail('recovery-code-wrong', 'officer-decides');
  restore.mockResolvedValue(wrong);
  await render(
    <FakeDesk actions={{ backup: { ...fakeBackup, restore } }}>
      <StartScreen />
    </FakeDesk>,
  );
  await page.getByRole('button', { name: 'Máy cũ hỏng? Dựng lại quầy từ bản lưu' }).click();
  await userEvent.keyboard('/media/trong{Enter}');
  await expect.element(page.getByText(/không có bản lưu/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Thư mục giữ bản lưu' }).fill('/media/luu-tru');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/Hồ sơ cuối: H26.40.02-261121-0318/)).toBeVisible();
  await expect.element(page.getByText(/318 hồ sơ, 4 hồ sơ lúc ấy chưa gửi xong/)).toBeVisible();

  const code = page.getByRole('textbox', { name: 'Mã khôi phục' });
  const go = page.getByRole('button', { name: 'Dựng lại quầy', exact: true });
  const groups = sampleCode.split(' ');
  await code.fill(`${groups[0]} ${groups[2]} `);
  await expect.element(page.getByText(/Nhóm thứ 2 gõ chưa đúng/)).toBeVisible();
  await expect.element(go).toBeDisabled();
  await code.fill(sampleCode.toLowerCase());
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/Mã này không mở được bản lưu/)).toBeVisible();
  expect(restore).toHaveBeenCalledWith({ folder: foundBackup.folder, recoveryCode: sampleCode });
});
