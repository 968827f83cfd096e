import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { cleanPrint } from '../../../../src/main/page-images/reading/clean-print.ts';

const fixture = join(import.meta.dirname, '../../../fixtures/pages/vn31_tt150-2020_p06_bang.jpg');

/** A page with a ruled table, at 200 dpi, with this drawn over it. */
async function darkGround(svg: string): Promise<boolean> {
  const { data, info } = await sharp(fixture)
    .composite([{ input: Buffer.from(svg), left: 200, top: 100 }])
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return cleanPrint({ pixels: new Uint8Array(data), width: info.width, height: info.height }, 200).darkGround;
}

it('[PGM-13] a filled bar with bright print is dark ground, a frame and a table are none', async () => {
  const bar = (style: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="60"><rect x="2" y="2" width="596" height="50" ${style}/>
     <text x="20" y="38" font-size="30" font-family="Arimo, sans-serif" fill="white">PHẦN DÀNH CHO CƠ QUAN</text></svg>`;
  expect(await darkGround(bar('fill="#222"'))).toBe(true);
  expect(await darkGround(bar('fill="white" stroke="#222" stroke-width="3"'))).toBe(false);
});
