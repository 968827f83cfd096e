import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DeskActions } from '../../../../src/renderer/actions/desk-actions.ts';
import { ok } from '../../../../src/shared/base/result.ts';
import type { ScanRequest } from '../../../../src/shared/contracts/bridge/scanning.ts';
import { called, useKept } from '../../harness/fake-desk.tsx';
import { openCounter } from '../../harness/open-counter.tsx';
import { storedPage } from '../../harness/sample-pages.ts';

const asked: ScanRequest[] = [];
/** A feeder that jams after three sides of the first part. */
const scan: DeskActions['scan'] = async (request, onPage) => {
  asked.push(request);
  const first = request.resume === null;
  const pages = [1, 2, 3].map((n) => storedPage(first ? n : n + 3));
  for (const [at, each] of pages.entries()) onPage(each, at + 1);
  const place = { sheetsKept: 1, frontOfNextKept: true };
  return ok({
    pages,
    fault: first ? { code: 'scanner-jammed', facts: {} } : null,
    resume: first ? place : null,
  });
};

describe('scanning at the counter', () => {
  beforeEach(async () => {
    asked.length = 0;
    await openCounter({ scan });
    await userEvent.keyboard('{F2}');
    await page.getByLabelText('Tìm thủ tục').fill('khai sinh');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Mặt kính · A4 · 200 dpi · Màu', { exact: false })).toBeVisible();
  });

  it('offers only what the scanner can; what is chosen is remembered', async () => {
    await userEvent.keyboard('{Shift>}{F7}{/Shift}');
    await expect.element(page.getByText('Mặt kính', { exact: true })).toBeVisible();
    await page.getByRole('combobox', { name: 'Máy quét', exact: true }).click();
    await page.getByRole('option', { name: 'Canon DR-C230' }).click();
    await expect.element(page.getByText('Mặt kính', { exact: true })).not.toBeInTheDocument();
    await expect.element(page.getByText('Khay, 1 mặt · A4 · 200 dpi · Màu · Canon DR-C230')).toBeVisible();
    await page.getByRole('button', { name: 'Hồ sơ A4 hai mặt' }).click();
    await userEvent.keyboard('{Escape}{F7}');
    await expect
      .poll(() => asked.at(-1))
      .toMatchObject({ source: 'feeder-duplex', dpi: 200, size: 'a4', resume: null });
    expect(localStorage.getItem('desk.scan-settings')).toContain('feeder-duplex');
  });

  it('own ways of scanning are kept under a name and dropped', async () => {
    await userEvent.keyboard('{Shift>}{F7}{/Shift}');
    await page.getByText('300 dpi', { exact: true }).click();
    await page.getByRole('button', { name: 'Lưu cách quét này' }).click();
    await userEvent.keyboard('Sổ đỏ{Enter}');
    await expect.element(page.getByRole('button', { name: 'Sổ đỏ', exact: true })).toBeVisible();
    await page.getByText('200 dpi', { exact: true }).click();
    await page.getByRole('button', { name: 'Sổ đỏ', exact: true }).click();
    await expect.element(page.getByText('Mặt kính · A4 · 300 dpi · Màu', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Bỏ cách quét Sổ đỏ' }).click();
    await expect.element(page.getByRole('button', { name: 'Sổ đỏ', exact: true })).not.toBeInTheDocument();
    expect(localStorage.getItem('desk.scan-profiles')).toBe('[]');
  });

  it('[SEP-2] separator sheets are printed from the scan settings, without a dossier', async () => {
    await userEvent.keyboard('{Shift>}{F7}{/Shift}');
    await expect.element(page.getByRole('button', { name: 'Mở Tờ phân cách' })).toBeVisible();
    await page.getByRole('button', { name: 'In Tờ phân cách' }).click();
    await expect.element(page.getByText('Đã gửi ra máy in')).toBeVisible();
    // The draft is kept whenever its time has come: only what was printed counts here.
    const printed = called.filter(({ verb }) => verb === 'printDocument');
    expect(printed).toEqual([{ verb: 'printDocument', with: ['c'.repeat(64), 1] }]);
    // the focus has stayed with the button, so the next key is heard
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: 'In Tờ phân cách' })).not.toBeInTheDocument();
  });

  it('[SCN-11] a stack that stopped: F7 goes on with it, into the paper where it began', async () => {
    await userEvent.keyboard('{F7}');
    await expect.element(page.getByText('Đã giữ 1 tờ và mặt trước tờ 2.', { exact: false })).toBeVisible();
    await expect.element(page.getByText('Máy quét kẹt giấy.', { exact: false })).toBeVisible();
    // the officer has looked at another paper meanwhile
    await page.getByRole('button', { name: 'Giấy chứng sinh', exact: true }).click();
    await userEvent.keyboard('{F7}');
    await expect.poll(() => asked.at(-1)?.resume).toEqual({ sheetsKept: 1, frontOfNextKept: true });
    await expect.element(page.getByText('Đã giữ 1 tờ', { exact: false })).not.toBeInTheDocument();
    const draft = [...useKept.getState().drafts.values()][0];
    await expect
      .poll(() =>
        [...useKept.getState().drafts.values()][0]?.papers.map(({ pages }) => pages.length).filter(Boolean),
      )
      .toEqual([6]);
    expect(draft).toBeDefined();
  });

  it('[SCN-11] or it is left at that', async () => {
    await userEvent.keyboard('{F7}');
    await page.getByRole('button', { name: 'Không quét tiếp' }).click();
    await userEvent.keyboard('{F7}');
    await expect.poll(() => asked.length).toBe(2);
    expect(asked.at(-1)?.resume).toBe(null);
  });
});
