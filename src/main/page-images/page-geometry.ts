import type { PageRotation } from '../../shared/domain/page/page.ts';

export type Size = { readonly width: number; readonly height: number };

/** Size after a turn in right angles. */
export const turned = ({ width, height }: Size, rotation: PageRotation): Size =>
  rotation === 90 || rotation === 270 ? { width: height, height: width } : { width, height };

/** Size of the upright canvas that holds the whole page after a turn by a small angle: nothing is cut off. */
export function straightened({ width, height }: Size, degrees: number): Size {
  const sine = Math.abs(Math.sin((degrees * Math.PI) / 180));
  const cosine = Math.cos((degrees * Math.PI) / 180);
  return { width: width * cosine + height * sine, height: width * sine + height * cosine };
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where a box on the flat page lies on the upright one, which is larger where it was straightened; both in fractions. */
export function boxUpright(box: Box, flat: Size, rotation: PageRotation, skewDegrees: number): Box {
  const canvas = straightened(turned(flat, rotation), skewDegrees);
  const angle = ((rotation - skewDegrees) * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const corners = [box.x, box.x + box.width].flatMap((x) =>
    [box.y, box.y + box.height].map((y) => {
      const [fromX, fromY] = [(x - 0.5) * flat.width, (y - 0.5) * flat.height];
      return {
        x: clamp((fromX * cosine - fromY * sine) / canvas.width + 0.5),
        y: clamp((fromX * sine + fromY * cosine) / canvas.height + 0.5),
      };
    }),
  );
  const [left, top] = [Math.min(...corners.map(({ x }) => x)), Math.min(...corners.map(({ y }) => y))];
  const width = Math.max(...corners.map(({ x }) => x)) - left;
  return { x: left, y: top, width, height: Math.max(...corners.map(({ y }) => y)) - top };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Below this tilt turning costs sharpness and gives nothing: OCR reads 0.2° without loss. */
const NOT_WORTH_TURNING_DEGREES = 0.2;

/** The tilt that is taken out, the same for the eye and for reading, so that boxes fit both. */
export const tiltToTakeOut = (skewDegrees: number): number =>
  Math.abs(skewDegrees) < NOT_WORTH_TURNING_DEGREES ? 0 : skewDegrees;
