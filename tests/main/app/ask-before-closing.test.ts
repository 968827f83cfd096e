import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askBeforeClosing } from '../../../src/main/app/ask-before-closing.ts';

const LIMIT_MS = 5000;

function aWindow() {
  const done: string[] = [];
  const event = { preventDefault: () => void done.push('held') };
  const closing = askBeforeClosing({
    ask: () => void done.push('asked'),
    close: () => {
      done.push('closes');
      closing.onClose(event);
    },
    limitMs: LIMIT_MS,
  });
  return { done, closing, press: () => closing.onClose(event) };
}

describe('a window that is closed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is asked, and goes when it has kept everything; pressing again changes nothing', async () => {
    const { done, closing, press } = aWindow();
    press();
    press();
    expect(done).toEqual(['held', 'asked', 'held']);
    closing.mayClose();
    closing.mayClose();
    await vi.advanceTimersByTimeAsync(2 * LIMIT_MS);
    expect(done).toEqual(['held', 'asked', 'held', 'closes']);
  });

  it('goes after a moment when it does not answer', async () => {
    const { done, press } = aWindow();
    press();
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(done).toEqual(['held', 'asked', 'closes']);
  });

  it('keeps at once when Windows is about to end, and holds nothing; a log-off that is called off leaves it as it was', async () => {
    const { done, closing, press } = aWindow();
    closing.onSessionEnding();
    expect(done).toEqual(['asked']);
    closing.mayClose();
    await vi.advanceTimersByTimeAsync(2 * LIMIT_MS);
    expect(done).toEqual(['asked']);
    press();
    closing.mayClose();
    expect(done).toEqual(['asked', 'held', 'asked', 'closes']);
  });

  it('does not close by a word that nobody asked for', () => {
    const { done, closing } = aWindow();
    closing.mayClose();
    expect(done).toEqual([]);
  });
});
