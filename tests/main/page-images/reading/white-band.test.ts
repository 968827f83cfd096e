import sharp from 'sharp';
import { expect, it } from 'vitest';
import { cleanPrint } from '../../../../src/main/page-images/reading/clean-print.ts';

const PAGE = { width: 1240, height: 1754 };

/** Rows of letters at 150 dpi, one under the other, from `left` to `right`. */
function lines(left: number, right: number, top: number, count: number): string {
  let letters = '';
  for (let line = 0; line < count; line++)
    for (let x = left; x < right; x += 18)
      letters += `<rect x="${x}" y="${top + line * 34}" width="11" height="15"/>`;
  return letters;
}

async function whiteRow(drawn: string): Promise<number | null> {
  const svg = `<svg width="${PAGE.width}" height="${PAGE.height}"><rect width="100%" height="100%" fill="white"/>${drawn}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return cleanPrint({ pixels: new Uint8Array(data), width: info.width, height: info.height }, 150).whiteRow;
}

it('[PGM-14] a page may be cut between two lines near the middle of its print', async () => {
  const row = await whiteRow(lines(140, 1100, 140, 20) + lines(140, 1100, 900, 20));
  expect(row).toBeGreaterThan(140 + 19 * 34 + 15);
  expect(row).toBeLessThan(900);
});

it.each([
  [
    'a frame',
    `${lines(140, 1100, 140, 40)}<rect x="100" y="100" width="1040" height="1500" fill="none" stroke="black" stroke-width="3"/>`,
  ],
  ['two columns', lines(140, 580, 140, 40) + lines(660, 1100, 157, 40)],
  ['two columns whose lines stand side by side', lines(140, 580, 140, 40) + lines(660, 1100, 140, 40)],
  ['too little print', lines(140, 1100, 140, 8)],
])('[PGM-14] %s is not cut', async (_, drawn) => {
  expect(await whiteRow(drawn)).toBeNull();
});
