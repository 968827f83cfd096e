import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findPaper } from '../../../src/main/page-images/edges/find-paper.ts';
import { makeReading } from '../../../src/main/page-images/make-reading.ts';
import { makeUpright } from '../../../src/main/page-images/make-upright.ts';
import { measurePage } from '../../../src/main/page-images/measure-page.ts';
import { fixture } from './page-fixtures.ts';
import { pageOnTable } from './page-on-table.ts';

const PAGES = ['vn05_tt66-2023_p03.png', 'vn31_tt150-2020_p06_bang.jpg', 'id3_skew_front.jpg'] as const;

describe('edges of the paper', () => {
  it('[PGM-7] a photographed page is found within 1 % of its side, whatever table it lies on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PAGES.slice(0, 2)),
        fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        async (name, seed) => {
          const { picture, corners } = await pageOnTable(fixture(name), seed);
          const { paper } = await measurePage(picture);
          expect(paper).not.toBeNull();
          for (const [at, corner] of (paper?.corners ?? []).entries()) {
            expect(Math.abs(corner.x - (corners[at]?.x ?? 0))).toBeLessThan(0.01);
            expect(Math.abs(corner.y - (corners[at]?.y ?? 0))).toBeLessThan(0.01);
          }
        },
      ),
      { numRuns: 5, seed: 20261122 },
    );
  });

  it.each(PAGES)('[PGM-7] a page that fills its picture is never cut: %s', async (name) => {
    expect((await measurePage(fixture(name))).paper).toBeNull();
  });

  it('[PGM-7] a printed band is no table, and a second sheet is not cut away', async () => {
    const draw = (inner: string) =>
      sharp(
        Buffer.from(
          `<svg width="620" height="877"><rect width="620" height="877" fill="#222"/>${inner}</svg>`,
        ),
      )
        .extractChannel(0)
        .raw()
        .toBuffer({ resolveWithObject: true });
    const found = async (inner: string) => {
      const { data, info } = await draw(inner);
      return findPaper({ pixels: new Uint8Array(data), width: info.width, height: info.height });
    };
    expect(await found('<rect y="120" width="620" height="757" fill="#eee"/>')).toBeNull();
    const sheet = '<rect x="60" y="60" width="400" height="560" fill="#eee"/>';
    expect(await found(sheet)).not.toBeNull();
    expect(await found(`${sheet}<rect x="480" y="640" width="120" height="200" fill="#eee"/>`)).toBeNull();
    // torn or round: no straight edges
    expect(await found('<circle cx="310" cy="440" r="280" fill="#eee"/>')).toBeNull();
  });

  it('[PGM-1] corners set by hand hold for the eye and for reading; "whole" turns finding off', async () => {
    const { picture, corners } = await pageOnTable(fixture('vn31_tt150-2020_p06_bang.jpg'), 5);
    const flat = await measurePage(picture, corners);
    expect(flat.paper?.corners).toEqual(corners);
    for (const rotation of [0, 90] as const) {
      const upright = await makeUpright(picture, { rotation, ...flat, width: 600 });
      const { png } = await makeReading(picture, { rotation, measure: flat });
      const [shown, read] = [await sharp(upright).metadata(), await sharp(png).metadata()];
      const ratio = rotation === 0 ? 1 / Math.SQRT2 : Math.SQRT2;
      expect(Math.abs(shown.width / shown.height / ratio - 1)).toBeLessThan(0.12);
      expect(Math.abs(shown.width / shown.height - read.width / read.height)).toBeLessThan(0.004);
      expect(read.density).toBeGreaterThan(100);
    }
    const whole = await measurePage(picture, 'whole');
    expect(whole.paper).toBeNull();
  });
});
