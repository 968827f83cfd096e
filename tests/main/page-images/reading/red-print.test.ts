import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeReading } from '../../../../src/main/page-images/make-reading.ts';
import { measurePage } from '../../../../src/main/page-images/measure-page.ts';

const [WIDTH, HEIGHT] = [1654, 2339];
const RED = '#c4232b';
const px = (mm: number): number => (mm / 25.4) * 200;

/** Star, ring and an inscription along it, 36 mm, as TT 21/2021 BCA has it. */
function seal(x: number, y: number): string {
  const radius = px(18);
  const inscription = 'ỦY BAN NHÂN DÂN PHƯỜNG MAI DỊCH ★ QUẬN CẦU GIẤY ★';
  return `<g fill="none" stroke="${RED}" stroke-width="6"><circle cx="${x}" cy="${y}" r="${radius}"/><circle cx="${x}" cy="${y}" r="${radius * 0.62}"/></g>
    <path id="way" fill="none" d="M ${x - radius * 0.72} ${y} a ${radius * 0.72} ${radius * 0.72} 0 1 1 0 1"/>
    <text font-family="Liberation Sans" font-size="27" fill="${RED}" font-weight="bold"><textPath href="#way">${inscription}</textPath></text>
    <text x="${x}" y="${y + 34}" text-anchor="middle" font-family="DejaVu Sans" font-size="100" fill="${RED}">★</text>`;
}

const title = (y: number) =>
  `<text x="827" y="${y}" text-anchor="middle" font-family="Liberation Serif" font-weight="bold" font-size="62" fill="${RED}">GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT</text>`;
const lines = Array.from(
  { length: 20 },
  (_, at) =>
    `<text x="180" y="${700 + at * 60}" font-family="Liberation Serif" font-size="36">Người sử dụng đất được cấp giấy theo quy định của pháp luật về đất đai</text>`,
).join('');

const drawn = (inner: string): Buffer =>
  Buffer.from(`<svg width="${WIDTH}" height="${HEIGHT}">${inner}</svg>`);

/** @param stamped put on top as ink is: what is black stays black */
const page = (inner: string, turn = 0, stamped = ''): Promise<Buffer> =>
  sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#fdfaf5' } })
    .composite([{ input: drawn(inner) }, { input: drawn(stamped), blend: 'multiply' }])
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer()
    .then((flat) => sharp(flat).rotate(turn, { background: '#fdfaf5' }).jpeg().withDensity(200).toBuffer());

/** Share of dark pixels in a band, in fractions of the reading picture. */
async function ink(picture: Buffer, left: number, top: number, right: number, bottom: number) {
  const { data, info } = await sharp(picture).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  let [dark, all] = [0, 0];
  for (let y = Math.round(top * info.height); y < bottom * info.height; y++)
    for (let x = Math.round(left * info.width); x < right * info.width; x++, all++)
      if ((data[y * info.width + x] ?? 255) < 140) dark++;
  return dark / all;
}

describe('red print', () => {
  it.each([0, 2])('[PGM-3] a red title is kept, the seal is not; page tilted by %i°', async (tilt) => {
    const bytes = await page(`${title(400)}${lines}${seal(1200, 2100)}`, tilt);
    const { png } = await makeReading(bytes, { rotation: 0 });
    expect(await ink(png, 0.2, 0.13, 0.8, 0.2)).toBeGreaterThan(0.04);
    expect(await ink(png, 0.55, 0.845, 0.9, 0.97)).toBeLessThan(0.001);
  });

  it('[PGM-3] a seal over black print goes, the print beneath stays', async () => {
    const bytes = await page(`${title(400)}${lines}`, 0, seal(900, 1200));
    const plain = await page(`${title(400)}${lines}`);
    const [stamped, without] = await Promise.all(
      [bytes, plain].map(async (one) => (await makeReading(one, { rotation: 0 })).png),
    );
    const at = [0.43, 0.44, 0.66, 0.59] as const;
    const difference = (await ink(stamped as Buffer, ...at)) / (await ink(without as Buffer, ...at));
    expect(difference).toBeGreaterThan(0.97);
    expect(difference).toBeLessThan(1.05);
  });

  it('[PGM-3] a page that lies on its side shows its title when it is turned', async () => {
    const bytes = await sharp(await page(`${title(400)}${lines}`))
      .rotate(90)
      .jpeg()
      .toBuffer();
    const { png } = await makeReading(bytes, { rotation: 270 });
    expect(await ink(png, 0.2, 0.13, 0.8, 0.2)).toBeGreaterThan(0.04);
  });

  it('[PGM-4] a cover that is printed in red only is not blank', async () => {
    expect((await measurePage(await page(title(1000)))).blank).toBe(false);
    const empty = await page('');
    expect((await measurePage(empty)).blank).toBe(true);
    expect((await measurePage(await sharp(empty).toColourspace('b-w').png().toBuffer())).blank).toBe(true);
  });
});
