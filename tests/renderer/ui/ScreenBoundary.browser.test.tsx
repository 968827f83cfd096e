import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { startTexts } from '../../../src/renderer/text/i18n.ts';
import { ScreenBoundary } from '../../../src/renderer/ui/ScreenBoundary.tsx';
import { DeskTheme } from '../../../src/renderer/ui/theme/DeskTheme.tsx';

describe('a screen that breaks', () => {
  it('says that facts are safe, hands the defect on, and works again after a reload of the screen', async () => {
    startTexts('vi');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const told: unknown[] = [];
    let broken = true;
    const Fragile = () => {
      if (broken) throw new Error('a defect');
      return <p>Màn hình đây</p>;
    };
    await render(
      <DeskTheme>
        <ScreenBoundary onBroken={(error) => told.push(error)}>
          <Fragile />
        </ScreenBoundary>
      </DeskTheme>,
    );
    await expect.element(page.getByRole('alert')).toMatchTextContent('không mất gì');
    expect(told).toHaveLength(1);
    broken = false;
    await page.getByRole('button', { name: 'Tải lại màn hình' }).click();
    await expect.element(page.getByText('Màn hình đây')).toBeVisible();
  });
});
