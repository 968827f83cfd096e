import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findComponents } from '../../../../src/main/page-images/reading/print-components.ts';
import type { GreyPicture } from '../../../../src/main/page-images/text-skew.ts';

type Piece = readonly [left: number, right: number, top: number, bottom: number, area: number];

/** The same by filling one piece after the other from its first pixel. */
function filled({ pixels, width, height }: GreyPicture, threshold: number): readonly Piece[] {
  const left = pixels.map((value) => (value <= threshold ? 1 : 0));
  const pieces: Piece[] = [];
  for (let first = 0; first < left.length; first++) {
    if (left[first] !== 1) continue;
    const piece = { left: width, right: -1, top: height, bottom: -1, area: 0 };
    const open = [first];
    left[first] = 0;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      piece.left = Math.min(piece.left, x);
      piece.right = Math.max(piece.right, x);
      piece.top = Math.min(piece.top, y);
      piece.bottom = Math.max(piece.bottom, y);
      piece.area++;
      for (let nextY = Math.max(0, y - 1); nextY <= Math.min(height - 1, y + 1); nextY++)
        for (let nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX++) {
          const next = nextY * width + nextX;
          if (left[next] !== 1) continue;
          left[next] = 0;
          open.push(next);
        }
    }
    pieces.push([piece.left, piece.right, piece.top, piece.bottom, piece.area]);
  }
  return pieces;
}

function found(picture: GreyPicture, threshold: number): readonly Piece[] {
  const { count, left, right, top, bottom, area } = findComponents(picture, threshold);
  const at = (column: Int32Array, piece: number): number => column[piece] ?? Number.NaN;
  return Array.from(
    { length: count },
    (_, piece): Piece => [
      at(left, piece),
      at(right, piece),
      at(top, piece),
      at(bottom, piece),
      at(area, piece),
    ],
  );
}

const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 24 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((pixels): GreyPicture => ({ pixels, width, height })),
  );

describe('pieces of print', () => {
  it('are those that filling finds, in reading order, one picture after the other', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 0, max: 255 }), (picture, threshold) => {
        expect(found(picture, threshold)).toEqual(filled(picture, threshold));
      }),
      { numRuns: 300 },
    );
  });

  it('are all there on a picture with more runs than there was room for, and on the small one after it', () => {
    const [width, height] = [1400, 1000];
    const dots = new Uint8Array(width * height).fill(255);
    for (let y = 0; y < height; y += 2) for (let x = 0; x < width; x += 2) dots[y * width + x] = 0;
    const { count, area } = findComponents({ pixels: dots, width, height }, 128);
    expect(count).toBe((width / 2) * (height / 2));
    expect(area.every((each) => each === 1)).toBe(true);
    const one = { pixels: new Uint8Array([255, 0, 255, 0]), width: 4, height: 1 };
    expect(found(one, 128)).toEqual([
      [1, 1, 0, 0, 1],
      [3, 3, 0, 0, 1],
    ]);
  });
});
