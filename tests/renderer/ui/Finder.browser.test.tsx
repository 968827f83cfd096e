import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { conflictDay } from '../harness/conflict-day.ts';
import { ha } from '../harness/desk-day.ts';
import { NOW, openScreen } from '../harness/open-screen.tsx';

const dialog = () => page.getByRole('dialog');

describe('the finder', () => {
  it('shows the first of each kind before anything is typed, and only what fits afterwards', async () => {
    await openScreen({ place: { name: 'line' }, state: conflictDay(NOW, ha) });
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(dialog().getByText(/^Lê Thị Hoa · /)).toBeVisible();
    await expect.element(dialog().getByText(/^Hoàng Gia Bảo · /)).toBeVisible();
    const before = dialog().getByRole('button').elements().length;
    expect(before).toBeLessThanOrEqual(3 * 6);

    await userEvent.keyboard('hoang bao');
    await expect
      .poll(() =>
        dialog()
          .getByText(/^Lê Thị Hoa · /)
          .elements(),
      )
      .toHaveLength(0);
    await expect.element(dialog().getByText(/^Hoàng Gia Bảo · /)).toBeVisible();
  });
});
