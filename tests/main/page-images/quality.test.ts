import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { measurePage } from '../../../src/main/page-images/measure-page.ts';
import { judgePage } from '../../../src/main/page-images/quality/judge-page.ts';
import { PageQuality } from '../../../src/shared/contracts/bridge/page-quality.ts';
import { fixture } from './page-fixtures.ts';
import { pageOnTable } from './page-on-table.ts';
import { SPOILS, spoil } from './spoilt-pages.ts';

const judge = async (bytes: Buffer, rotation: 0 | 90 | 180 | 270 = 0) =>
  PageQuality.parse(await judgePage(bytes, { rotation, measure: await measurePage(bytes) }));

const GOOD = [
  'vn05_tt66-2023_p03.png',
  'vn09_tt53-2025_p06_chuky.png',
  'vn31_tt150-2020_p06_bang.jpg',
  'rd22_quyetdinh_nghieng3_200.jpg',
  'id3_skew_front.jpg',
] as const;

describe('quality of a picture', () => {
  it.each(GOOD)('[PGM-9] nothing is said of a good page: %s', async (name) => {
    expect((await judge(fixture(name))).flaws).toEqual([]);
  });

  it.each(SPOILS)('[PGM-9] a spoilt page is told: %s', async (how) => {
    const { picture, flaw } = await spoil(fixture('vn31_tt150-2020_p06_bang.jpg'), how, 7);
    expect((await judge(picture)).flaws.map(({ code }) => code)).toContain(flaw);
  });

  it('[PGM-9] the place turns with the page', async () => {
    const { picture } = await spoil(fixture('vn31_tt150-2020_p06_bang.jpg'), 'crop', 7);
    const places = async (rotation: 0 | 90 | 180 | 270) =>
      (await judge(picture, rotation)).flaws.find(({ code }) => code === 'page-cut-off')?.box;
    expect((await places(0))?.x).toBeCloseTo(0, 1);
    expect((await places(90))?.y).toBeCloseTo(0, 1);
    expect((await places(180))?.x).toBeGreaterThan(0.9);
    expect((await places(270))?.y).toBeGreaterThan(0.9);
  });

  it('[PGM-9] a sheet with a page number only is almost blank, one with punched holes is blank', async () => {
    const sheet = (inner: string) =>
      sharp(
        Buffer.from(
          `<svg width="1654" height="2339"><rect width="1654" height="2339" fill="#f4efe6"/>${inner}</svg>`,
        ),
      )
        .withDensity(200)
        .jpeg()
        .toBuffer();
    const number = await judge(
      await sheet('<text x="820" y="2150" font-size="36" font-family="serif">7</text>'),
    );
    expect(number).toMatchObject({ blank: false, flaws: [{ code: 'page-almost-blank' }] });
    const holes = await sheet('<circle cx="100" cy="900" r="24"/><circle cx="100" cy="1400" r="24"/>');
    expect(await judge(holes)).toMatchObject({ blank: true, flaws: [{ code: 'page-blank' }] });
    const through = await sheet(
      '<g fill="#e2dccf" font-size="60"><text x="200" y="400">Bleeding through</text></g>',
    );
    expect(await judge(through)).toMatchObject({ blank: true });
  });

  it('[PGM-9] cards on an A4 sheet are found; a page of text has none', async () => {
    const card = await sharp(fixture('id3_skew_front.jpg')).rotate(2.5, { background: '#fdfbf7' }).toBuffer();
    const { width, height } = await sharp(card).metadata();
    const one = await sharp(card)
      .extract({
        left: Math.round(width * 0.1),
        top: Math.round(height * 0.12),
        width: Math.round(width * 0.8),
        height: Math.round(height * 0.76),
      })
      .resize(1011, 638, { fit: 'fill' })
      .toBuffer();
    const sheet = await sharp({ create: { width: 2480, height: 3508, channels: 3, background: '#fdfbf7' } })
      .composite([
        { input: one, left: 700, top: 500 },
        { input: one, left: 700, top: 1500 },
      ])
      .withDensity(300)
      .jpeg()
      .toBuffer();
    const { cards } = await judge(sheet);
    expect(cards).toHaveLength(2);
    const [first] = cards;
    if (first === undefined || first === 'whole') throw new Error('a card has corners');
    expect(Math.abs(first[0].x - 700 / 2480)).toBeLessThan(0.01);
    expect(Math.abs(first[2].y - 1138 / 3508)).toBeLessThan(0.01);
    expect((await judge(fixture('vn31_tt150-2020_p06_bang.jpg'))).cards).toEqual([]);
  });

  it('[PGM-9] the edges that were found are told', async () => {
    const { picture } = await pageOnTable(fixture('vn31_tt150-2020_p06_bang.jpg'), 2);
    expect((await judge(picture)).foundCut).not.toBeNull();
  });
});
