import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useKept } from '../../harness/fake-desk.tsx';
import { openCounter } from '../../harness/open-counter.tsx';
import { useFakeFolder } from '../../harness/sample-hot-folder.ts';

const FOLDER = '/mnt/scan/quay-03';
const lies = (state: 'watched' | 'missing', names: readonly string[]) =>
  useFakeFolder.setState({
    status: {
      folder: FOLDER,
      polling: false,
      state,
      waiting: names.map((name) => ({ name, byteLength: 9 })),
    },
    became: {},
  });
const loosePages = () => [...useKept.getState().drafts.values()][0]?.loosePages ?? [];

describe('[HF-2] the scan folder on the papers card', () => {
  beforeEach(async () => {
    await openCounter();
  });

  it('says what waits; F9 takes it as loose pages, and what is at fault is told and set aside with the sentence', async () => {
    lies('watched', ['scan 1.jpg', 'hỏng.pdf', 'scan 2.jpg']);
    await userEvent.keyboard('{F2}');
    await expect.element(page.getByText(/3 tệp đang chờ/)).toBeVisible();
    await userEvent.keyboard('{F9}');
    await expect.poll(() => Object.keys(useFakeFolder.getState().became)).toHaveLength(3);
    const { became } = useFakeFolder.getState();
    expect(became['scan 1.jpg']).toEqual({ became: 'pages' });
    const sentence = 'Tệp bị hỏng, không mở được. Chép lại từ nguồn hoặc quét giấy.';
    expect(became['hỏng.pdf']).toEqual({ became: 'refused', sentence });
    expect(loosePages().map(({ origin, source }) => [origin, source])).toEqual([
      ['scan 1.jpg', 'hot-folder'],
      ['scan 2.jpg', 'hot-folder'],
    ]);
    await expect.element(page.getByText(/bị hỏng, không mở được/)).toBeVisible();
    await expect.element(page.getByText(/tệp đang chờ/)).not.toBeInTheDocument();
  });

  it('says that the folder is gone', async () => {
    lies('missing', []);
    await userEvent.keyboard('{F2}');
    await expect.element(page.getByText(/Không mở được thư mục quét .*quay-03/)).toBeVisible();
  });

  it('is chosen with the scan settings, typed or by the dialog', async () => {
    await userEvent.keyboard('{F2}');
    await userEvent.keyboard('{Shift>}{F7}{/Shift}');
    await page.getByLabelText('Thư mục quét').fill('/mnt/scan');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => useFakeFolder.getState().status.folder).toBe('/mnt/scan');
    await expect.element(page.getByText('Thư mục mạng: tự dò tệp mới')).toBeVisible();
    await page.getByRole('button', { name: 'Chọn…' }).click();
    await expect.poll(() => useFakeFolder.getState().status.folder).toBe('/home/quay/May quet');
  });
});
