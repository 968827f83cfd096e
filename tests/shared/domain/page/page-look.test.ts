import { describe, expect, it } from 'vitest';
import type { PageCorners } from '../../../../src/shared/domain/page/page.ts';
import { cutText, lookKey, parseCut, sameLook } from '../../../../src/shared/domain/page/page-look.ts';

const corners: PageCorners = [
  { x: 0.1, y: 0.2 },
  { x: 0.9, y: 0.21 },
  { x: 0.88, y: 0.95 },
  { x: 0.12, y: 0.94 },
];

describe('how a page is shown', () => {
  it('[PG-1] a cut goes through an address and comes back', () => {
    expect(parseCut(cutText(corners))).toEqual(corners);
    expect(parseCut('whole')).toBe('whole');
    expect(parseCut(null)).toBeUndefined();
  });

  it.each(['', 'half', '0,0,1,0,1,1', '0,0,1,0,1,1,0,2', '0,0,1,0,1,1,0,1,0', 'a,0,1,0,1,1,0,1'])(
    'refuses the cut "%s"',
    (text) => {
      expect(parseCut(text)).toBeNull();
    },
  );

  it('looks are the same when turn and cut are', () => {
    expect(sameLook({ rotation: 90 }, { rotation: 90, cut: undefined })).toBe(true);
    expect(sameLook({ rotation: 90 }, { rotation: 90, cut: 'whole' })).toBe(false);
    expect(lookKey({ rotation: 0 })).not.toBe(lookKey({ rotation: 0, cut: corners }));
  });
});
