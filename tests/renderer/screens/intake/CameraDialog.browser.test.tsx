import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { CameraDialog } from '../../../../src/renderer/screens/intake/papers/camera/CameraDialog.tsx';
import { startTexts } from '../../../../src/renderer/text/i18n.ts';
import { FakeDesk } from '../../harness/fake-desk.tsx';
import { storedPage } from '../../harness/sample-pages.ts';

beforeEach(async () => {
  startTexts('vi');
  await page.viewport(1366, 768);
});
afterEach(() => localStorage.removeItem('desk.camera'));

const inDossier = (n: number) => ({
  ...storedPage(n),
  pageId: `p${n}`,
  rotation: 0 as const,
  source: 'camera' as const,
  origin: 'Chụp',
});

it('takes page after page from a document camera by Space, each at full size, and says when it is done', async () => {
  const frames: File[] = [];
  const onClose = vi.fn();
  const onFrame = async (frame: File) => {
    frames.push(frame);
    return [inDossier(frames.length)];
  };
  await render(
    <FakeDesk>
      <CameraDialog into="Giấy chứng sinh" onFrame={onFrame} onClose={onClose} />
    </FakeDesk>,
  );
  await expect.element(page.getByText('Chụp giấy tờ vào Giấy chứng sinh')).toBeVisible();
  const video = () => document.querySelector('video');
  await expect.poll(() => video()?.readyState, { timeout: 15_000 }).toBeGreaterThanOrEqual(2);
  await expect.element(page.getByText('Đang mở máy chụp…')).not.toBeInTheDocument();

  await userEvent.keyboard(' ');
  await expect.element(page.getByText('Đã chụp 1 trang')).toBeVisible();
  await userEvent.keyboard(' ');
  await expect.element(page.getByText('Đã chụp 2 trang')).toBeVisible();

  const [first] = frames;
  if (first === undefined) throw new Error('no frame');
  const picture = await createImageBitmap(first);
  expect([picture.width, picture.height]).toEqual([1600, 1200]);
  expect(first.type).toBe('image/jpeg');
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalled();
});

it.each([
  ['NotAllowedError', /Gọi hỗ trợ kỹ thuật/],
  ['NotFoundError', /Cắm máy chụp/],
  ['NotReadableError', /phần mềm khác/],
])('%s: says what to do, and opens again when asked', async (name, words) => {
  const open = vi
    .spyOn(navigator.mediaDevices, 'getUserMedia')
    .mockRejectedValueOnce(new DOMException('', name));
  await render(
    <FakeDesk>
      <CameraDialog into="Tờ khai" onFrame={async () => []} onClose={() => undefined} />
    </FakeDesk>,
  );
  await expect.element(page.getByText(words)).toBeVisible();
  await page.getByRole('button', { name: 'Mở lại máy chụp' }).click();
  await expect
    .poll(() => document.querySelector('video')?.readyState, { timeout: 15_000 })
    .toBeGreaterThanOrEqual(2);
  expect(open).toHaveBeenCalledTimes(2);
  open.mockRestore();
});
