import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../../../src/shared/base/dates.ts';
import { readMrz } from '../../../../../src/shared/domain/reading/codes/mrz-card.ts';

const today = '2026-11-21' as LocalDate;
const LINES = [
  'IDVNM1900000174001190000017<<5',
  '9001158F3001156VNM<<<<<<<<<<<8',
  'NGUYEN<<THI<AN<<<<<<<<<<<<<<<<',
];
const withLine = (at: number, line: string) => LINES.map((each, n) => (n === at ? line : each));

describe('zone for machines (domain.md §4.2)', () => {
  it('[RD-13] all of a card whose check digits fit', () => {
    expect(readMrz(LINES, today)).toEqual({
      personalId: '001190000017',
      birthDate: '1990-01-15',
      sex: 'female',
      expiryDate: '2030-01-15',
      bareName: 'NGUYEN THI AN',
      valid: true,
    });
  });

  it('letters taken for digits and miscounted fillers are put right', () => {
    expect(readMrz(withLine(1, '9OO1158F3001156VNM<<<<<<<<<8'), today)?.birthDate).toBe('1990-01-15');
    expect(readMrz(withLine(0, 'IDVNM1900000174OO1190000017<<5'), today)?.personalId).toBe('001190000017');
  });

  it('[RD-14] a wrong digit makes its field nothing and the zone invalid', () => {
    const wrong = readMrz(withLine(0, 'IDVNM1900000174001190000018<<5'), today);
    expect(wrong).toMatchObject({ personalId: null, valid: false, birthDate: '1990-01-15' });
    expect(readMrz(withLine(1, '9002158F3001156VNM<<<<<<<<<<<8'), today)?.birthDate).toBeNull();
  });

  it('no three lines, no zone', () => {
    expect(readMrz(['IDVNM'], today)).toBeNull();
    expect(readMrz(withLine(1, '9001'), today)).toBeNull();
  });
});
