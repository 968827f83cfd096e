import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { straightened } from '../../../../src/main/page-images/page-geometry.ts';
import { straighten } from '../../../../src/main/page-images/reading/straighten.ts';

const [WIDTH, HEIGHT] = [900, 1200];

/** Bars of ink on white: every pixel that is moved by one shows. */
function barred() {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (let y = 100; y < HEIGHT - 100; y++)
    for (let x = 100; x < WIDTH - 100; x++)
      if (Math.floor(y / 20) % 2 === 0 && Math.floor(x / 45) % 3 > 0) pixels[y * WIDTH + x] = 20;
  return { pixels, width: WIDTH, height: HEIGHT };
}

const meanOf = (pixels: Uint8Array): number => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;

describe('straighten', () => {
  it.each([0.22, -0.8, 3, -9.5])('[PGM-1] turns as the eye’s picture is turned: %f°', async (tilt) => {
    const picture = barred();
    const straight = straighten(picture, tilt, 1);
    const { data, info } = await sharp(picture.pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
      .rotate(-tilt, { background: 'white' })
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(Math.abs(straight.width - info.width)).toBeLessThanOrEqual(1);
    expect(Math.abs(straight.height - info.height)).toBeLessThanOrEqual(1);
    // compared at a third of the size: there half a pixel does not show, but a wrong turn does
    const small = async (pixels: Uint8Array, width: number, height: number): Promise<Buffer> =>
      sharp(pixels, { raw: { width, height, channels: 1 } })
        .resize({ width: 300, height: 400, fit: 'fill' })
        .extractChannel(0)
        .raw()
        .toBuffer();
    const [ours, theirs] = [
      await small(straight.pixels, straight.width, straight.height),
      await small(data, info.width, info.height),
    ];
    expect(meanOf(ours.map((value, at) => Math.abs(value - (theirs[at] ?? 0))))).toBeLessThan(6);
  });

  it('[PGM-1] what it turned one way it turns back: nothing is lost, and the rest is white', () => {
    const picture = barred();
    const there = straighten(picture, 4, 1);
    const back = straighten(there, -4, 1);
    const [offX, offY] = [(back.width - WIDTH) >> 1, (back.height - HEIGHT) >> 1];
    let [different, seen] = [0, 0];
    // the middle of each bar, where softened edges do not reach
    for (let y = 110; y < HEIGHT - 110; y += 20)
      for (let x = 112; x < WIDTH - 110; x += 45, seen++) {
        const was = picture.pixels[y * WIDTH + x] ?? 0;
        const is = back.pixels[(y + offY) * back.width + x + offX] ?? 0;
        if (Math.abs(was - is) > 40) different++;
      }
    expect(different / seen).toBeLessThan(0.02);
    expect(there.pixels[0]).toBe(255);
    expect(there.pixels.at(-1)).toBe(255);
  });

  it('[PGM-1] turned and brought down in one go, it has the canvas of the scaled page', () => {
    const straight = straighten(barred(), 2, 0.75);
    const canvas = straightened({ width: WIDTH * 0.75, height: HEIGHT * 0.75 }, 2);
    expect([straight.width, straight.height]).toEqual([Math.round(canvas.width), Math.round(canvas.height)]);
    // as much ink as before, in its place
    const inkOf = (pixels: Uint8Array): number => pixels.filter((value) => value < 138).length;
    const share = inkOf(straight.pixels) / (inkOf(barred().pixels) * 0.75 * 0.75);
    expect(share).toBeGreaterThan(0.97);
    expect(share).toBeLessThan(1.03);
  });

  it.each([0, 90])('a picture that need not be turned stays what it is: %i°', (tilt) => {
    const picture = barred();
    if (tilt === 0) expect(straighten(picture, 0, 1)).toEqual(picture);
    else expect(straighten(picture, 90, 1)).toMatchObject({ width: HEIGHT, height: WIDTH });
  });
});
