import { describe, expect, test } from 'vitest';
import { splitLayers } from '../../../../src/main/documents/archival-pdf/picture/split-layers.ts';
import { BLACK, BLUE, PAPER, RED, sheet, strokes } from './sample-page.ts';

const DPI = 300;
const at = (xMm: number, yMm: number, width: number): number =>
  Math.round((yMm / 25.4) * DPI) * width + Math.round((xMm / 25.4) * DPI);

describe('print and picture', () => {
  test('[ARC-4] black strokes go into the print, and the picture has paper there', () => {
    const picture = sheet(100, 60, [{ x: 40, y: 30, width: 0.5, height: 3, colour: BLACK }, ...strokes(30)]);
    const layers = splitLayers(picture);
    const place = at(40.2, 31, picture.width);
    expect(layers.print?.[place]).toBe(0);
    expect(Math.abs((picture.pixels[place * 3] ?? 0) - PAPER[0])).toBeLessThanOrEqual(3);
    expect(layers.printColour.map(Math.round)).toEqual([...BLACK]);
    expect(layers.coloured).toBe(true);
  });

  test.each([
    ['a seal', RED],
    ['a pen', BLUE],
    ['a dark blue pen', [25, 30, 90]],
    ['a pale stamp', [250, 205, 205]],
    ['a pencil', [190, 188, 182]],
  ] as const)('[ARC-4] %s stays in the picture, colour and all', (_, colour) => {
    const picture = sheet(100, 60, [{ x: 40, y: 40, width: 12, height: 0.8, colour }, ...strokes(30)]);
    const layers = splitLayers(picture);
    const place = at(46, 40.4, picture.width);
    expect(layers.print?.[place]).toBe(255);
    expect([...picture.pixels.subarray(place * 3, place * 3 + 3)]).toEqual([...colour]);
  });

  test('[ARC-4] print that crosses a seal is whole: in the print or in the picture, never in neither', () => {
    const letter = { x: 30, y: 40, width: 30, height: 0.6, colour: BLACK };
    const picture = sheet(100, 60, [
      { x: 42, y: 34, width: 1, height: 12, colour: RED },
      letter,
      ...strokes(30),
    ]);
    const { print } = splitLayers(picture);
    for (let x = 30.2; x < 59.8; x += 0.1) {
      const place = at(x, 40.3, picture.width);
      const isDark = (picture.pixels[place * 3] ?? 255) < 90;
      expect(print?.[place] === 0 || isDark).toBe(true);
    }
  });

  test('[ARC-4] a photograph is not made black and white', () => {
    const tones = Array.from({ length: 60 }, (_, row) =>
      Array.from({ length: 40 }, (_, column) => ({
        x: 30 + column * 0.5,
        y: 20 + row * 0.5,
        width: 0.5,
        height: 0.5,
        colour: [60, 60, 60].map((base) => base + ((row * 7 + column * 13) % 110)) as unknown as readonly [
          number,
          number,
          number,
        ],
      })),
    ).flat();
    const picture = sheet(100, 60, [...tones, ...strokes(30)]);
    const before = picture.pixels.slice();
    const { print } = splitLayers(picture);
    for (let y = 23; y < 47; y += 1)
      for (let x = 33; x < 47; x += 1) {
        const place = at(x, y, picture.width);
        expect(print?.[place] ?? 255).toBe(255);
        expect(picture.pixels[place * 3]).toBe(before[place * 3]);
      }
  });

  test('[ARC-5] grain is laid even, a mark of one pixel is not', () => {
    const picture = sheet(100, 60, strokes(30), { grain: 4 });
    const dot = at(70, 50, picture.width);
    picture.pixels.set([150, 150, 150], dot * 3);
    splitLayers(picture);
    expect(picture.pixels[dot * 3]).toBe(150);
    const row = Array.from(
      { length: 200 },
      (_, x) => picture.pixels[(at(60, 55, picture.width) + x) * 3] ?? 0,
    );
    expect(Math.max(...row) - Math.min(...row)).toBeLessThanOrEqual(1);
  });

  test('[ARC-1] a page without any colour is known as such, one with a pale stamp is not', () => {
    const grey = sheet(100, 60, strokes(30, [30, 30, 30]), { paper: [240, 240, 240] });
    expect(splitLayers(grey).coloured).toBe(false);
    const stamp = { x: 40, y: 40, width: 1, height: 1, colour: [250, 225, 225] as const };
    expect(splitLayers(sheet(100, 60, [stamp], { paper: [240, 240, 240] })).coloured).toBe(true);
  });

  test('[ARC-4] specks on an empty page stay in its picture', () => {
    const picture = sheet(210, 297, []);
    const dot = at(70, 50, picture.width);
    picture.pixels.set([0, 0, 0], dot * 3);
    expect(splitLayers(picture).print).toBeNull();
    expect(picture.pixels[dot * 3]).toBe(0);
  });
});
