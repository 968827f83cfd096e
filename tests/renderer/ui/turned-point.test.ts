import { describe, expect, it } from 'vitest';
import { shownAt, storedAt } from '../../../src/renderer/ui/page/turned-point.ts';

describe('places on a picture that is shown turned', () => {
  it('clockwise by 90: the top left corner comes to the top right', () => {
    expect(shownAt({ x: 0, y: 0 }, 90)).toEqual({ x: 1, y: 0 });
    expect(shownAt({ x: 0, y: 0 }, 180)).toEqual({ x: 1, y: 1 });
    expect(shownAt({ x: 0, y: 0 }, 270)).toEqual({ x: 0, y: 1 });
  });

  it.each([0, 90, 180, 270] as const)('there and back at %d', (rotation) => {
    const back = storedAt(shownAt({ x: 0.25, y: 0.125 }, rotation), rotation);
    expect(back).toEqual({ x: 0.25, y: 0.125 });
  });
});
