import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { startTexts } from '../../../src/renderer/text/i18n.ts';
import { CutEditor } from '../../../src/renderer/ui/page/CutEditor.tsx';
import type { PageCorners } from '../../../src/shared/domain/page/page.ts';
import { FakeDesk } from '../harness/fake-desk.tsx';
import { shaOf } from '../harness/sample-pages.ts';

const corners: PageCorners = [
  { x: 0.1, y: 0.1 },
  { x: 0.9, y: 0.1 },
  { x: 0.9, y: 0.9 },
  { x: 0.1, y: 0.9 },
];

beforeEach(async () => {
  startTexts('vi');
  await page.viewport(1366, 768);
});

async function openEditor(rotation: 0 | 90) {
  const onDone = vi.fn();
  const onCancel = vi.fn();
  await render(
    <FakeDesk>
      <div style={{ width: 520, height: 560, display: 'flex' }}>
        <CutEditor
          page={{ sha256: shaOf(1), rotation }}
          size={{ width: 1654, height: 2339 }}
          corners={corners}
          label="Cắt viền"
          onDone={onDone}
          onCancel={onCancel}
        />
      </div>
    </FakeDesk>,
  );
  return { onDone, onCancel };
}

it('[PG-1] a corner goes by arrow keys, further with Shift, and Enter keeps it', async () => {
  const { onDone } = await openEditor(0);
  await expect.element(page.getByRole('button', { name: 'Góc 1' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowDown}{Shift>}{ArrowRight}{/Shift}{Enter}');
  const [cut] = onDone.mock.calls[0] as [PageCorners];
  expect(cut[0].x).toBeCloseTo(0.1225, 6);
  expect(cut[0].y).toBeCloseTo(0.1025, 6);
  expect(cut.slice(1)).toEqual(corners.slice(1));
});

it('[PG-1] shown turned by a quarter, right on the screen is up on the stored picture', async () => {
  const { onDone } = await openEditor(90);
  await userEvent.keyboard('{ArrowRight}{Enter}');
  const [cut] = onDone.mock.calls[0] as [PageCorners];
  expect(cut[0].x).toBeCloseTo(0.1, 6);
  expect(cut[0].y).toBeCloseTo(0.0975, 6);
});

it('the whole picture, the edges found by the desk, or nothing at all', async () => {
  const { onDone, onCancel } = await openEditor(0);
  await page.getByRole('button', { name: 'Lấy cả ảnh' }).click();
  await page.getByRole('button', { name: 'Máy tự tìm' }).click();
  expect(onDone.mock.calls).toEqual([['whole'], [null]]);
  await userEvent.keyboard('{Escape}');
  expect(onCancel).toHaveBeenCalledOnce();
});

it('all four corners are in sight, whatever the shape of the picture', async () => {
  await openEditor(90);
  for (const name of ['Góc 1', 'Góc 2', 'Góc 3', 'Góc 4']) {
    const box = page.getByRole('button', { name }).element().getBoundingClientRect();
    expect(box.top).toBeGreaterThan(0);
    expect(box.bottom).toBeLessThan(560);
    expect(box.right).toBeLessThan(540);
  }
});
