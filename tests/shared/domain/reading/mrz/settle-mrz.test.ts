import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../../../src/shared/domain/reading/mrz/check-digit.ts';
import { mrzHolds, settleMrz } from '../../../../../src/shared/domain/reading/mrz/settle-mrz.ts';

/** The synthetic card of domain.md §4.2. */
const CARD = [
  'IDVNM1900000174001190000017<<5',
  '9001158F3001156VNM<<<<<<<<<<<8',
  'NGUYEN<<THI<AN<<<<<<<<<<<<<<<<',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** A zone with its check digits for any id and days. */
function zoneOf(id: string, birth: string, expiry: string, sex: string): readonly [string, string, string] {
  const number = id.slice(3);
  const first = `IDVNM${number}${checkDigit(number)}${id}<<${checkDigit(id)}`;
  const body = `${birth}${checkDigit(birth)}${sex}${expiry}${checkDigit(expiry)}VNM<<<<<<<<<<<`;
  const composite = first.slice(5) + body.slice(0, 7) + body.slice(8, 15) + body.slice(18, 29);
  return [first, body + checkDigit(composite), 'TRAN<<VAN<MAU<<<<<<<<<<<<<<<<<'];
}

const zones = fc
  .record({
    id: fc.stringMatching(/^0\d{11}$/),
    birth: fc.record({
      y: fc.integer({ min: 0, max: 99 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 28 }),
    }),
    expiry: fc.record({
      y: fc.integer({ min: 0, max: 99 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 28 }),
    }),
    sex: fc.constantFrom('M', 'F'),
  })
  .map(({ id, birth, expiry, sex }) => {
    const day = ({ y, m, d }: { y: number; m: number; d: number }) => two(y) + two(m) + two(d);
    return zoneOf(id, day(birth), day(expiry), sex);
  });

describe('machine-readable zone', () => {
  it('[MZ-1] what was read right stays', () => {
    expect(settleMrz(['Ngón trỏ phải', ...CARD])).toEqual(CARD);
    expect(mrzHolds(CARD)).toBe(true);
  });

  it.each([
    {
      it: '3 read as 5, I as 1',
      rows: [
        '1DVNM1760000004056176000000<<9',
        '7611504F3611506VNM<<<<<<<<<<<0',
        'PHUNG<<KHANH<VY<<<<<<<<<<<<<<<',
      ],
      lines: [
        'IDVNM1760000004036176000000<<9',
        '7611304F3611306VNM<<<<<<<<<<<0',
        'PHUNG<<KHANH<VY<<<<<<<<<<<<<<<',
      ],
    },
    {
      it: 'glare over the second half of the first line',
      rows: ['1DVNM505000000407950 000<<', '0507055F2807052VNM<<<<<<<<<<<', 'LUON6<<ANH<TUYET<NHU<<<<<<<<€S'],
      lines: [
        'IDVNM3030000004079303000000<<4',
        '0307053F2807052VNM<<<<<<<<<<<0',
        'LUONG<<ANH<TUYET<NHU<<<<<<<<<<',
      ],
    },
    {
      it: 'marks of Vietnamese letters, filler read as letters',
      rows: ['T1DVNM1900000004001190000000<<5', '900814óF5008144VNM<<<<<<<<<<<8', 'VUONG<<THI<MAU<<KLKLKLL'],
      lines: [
        'IDVNM1900000004001190000000<<5',
        '9008146F3008144VNM<<<<<<<<<<<8',
        'VUONG<<THI<MAU<<<<<<<<<<<<<<<<',
      ],
    },
  ])('[MZ-2] [MZ-4] $it', ({ rows, lines }) => {
    const settled = settleMrz(rows.map((row) => row.replace('ó', '6')));
    expect(settled).toEqual(lines);
  });

  it('[MZ-2] a stroke that was not read, and one that was read as two, are made good', () => {
    const lines = [
      'IDVNM1760000004036176000000<<9',
      '7611304F3611306VNM<<<<<<<<<<<0',
      'PHUNG<<KHANH<VY<<<<<<<<<<<<<<<',
    ];
    const asRead = [
      'IDVNM1760000004056176ó000000<<9',
      '#611504F5ó11506VNM<<<<<<<<<<<0',
      'PHUNG<<KHANH<VY<<<<<<<',
    ];
    expect(settleMrz(asRead)).toEqual(lines);
    const doubled = [
      'T1DVNM5050000004079505000000<<4¿',
      '04507055F2807052VNM<<<<<<<<<<<0',
      'LUONG<<ANH<TUYET<NHU<<<',
    ];
    expect(settleMrz(doubled)?.slice(0, 2)).toEqual([
      'IDVNM3030000004079303000000<<4',
      '0307053F2807052VNM<<<<<<<<<<<0',
    ]);
  });

  it('[MZ-2] two readings of one zone help each other', () => {
    const [first, second, third] = CARD;
    const spoiltDates = [first, '9001158F3', third];
    expect(settleMrz([first, second.replace('9001158', '900?158'), third], spoiltDates)).toEqual(CARD);
  });

  it('[MZ-3] a digit that no check digit can settle stays wrong, and is seen to be', () => {
    const [first, second, third] = CARD;
    const settled = settleMrz([first.replace('1900000174', '4900000174'), second, third]);
    expect(settled?.[0]).toContain('IDVNM4900000174');
    expect(settled === null || mrzHolds(settled)).toBe(false);
  });

  it('[MZ-1] text without a zone has none', () => {
    expect(settleMrz([])).toBeNull();
    expect(settleMrz(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 123/QĐ-UBND', 'a < b << c'])).toBeNull();
  });

  it('[MZ-2] [MZ-5] with every 3 read as 5 most zones are settled, and hardly one wrongly', () => {
    const outcomes = fc.sample(zones, { seed: 2026, numRuns: 500 }).map((lines) => {
      const settled = settleMrz(lines.map((line) => line.replace(/3/g, '5')));
      expect(settled?.map((line) => line.length)).toEqual([30, 30, 30]);
      if (settled === null || !mrzHolds(settled)) return 'open';
      return settled.join() === lines.join() ? 'right' : 'wrong';
    });
    const share = (outcome: string) => outcomes.filter((each) => each === outcome).length / outcomes.length;
    expect(share('right')).toBeGreaterThan(0.75);
    // What the digits cannot tell apart, the card's QR and print do (contradictions).
    expect(share('wrong')).toBeLessThan(0.03);
  });

  it('[MZ-2] [MZ-5] zones that were read right stay as they are', () => {
    fc.assert(
      fc.property(zones, (lines) => {
        const settled = settleMrz(lines);
        expect(settled).toEqual(lines);
      }),
      { seed: 2026, numRuns: 300 },
    );
  });
});
