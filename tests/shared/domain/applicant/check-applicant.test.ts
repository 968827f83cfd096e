import { describe, expect, it } from 'vitest';
import { Applicant } from '../../../../src/shared/domain/applicant/applicant.ts';
import { checkApplicant } from '../../../../src/shared/domain/applicant/check-applicant.ts';
import {
  type DraftApplicant,
  emptyApplicant,
} from '../../../../src/shared/domain/applicant/draft-applicant.ts';
import {
  crossCheckPersonalId,
  findPersonalIdParts,
  isPersonalId,
} from '../../../../src/shared/domain/applicant/personal-id.ts';
import { TODAY } from '../../support/a-desk.ts';

const typed: DraftApplicant = {
  fullName: ' Nguyễn  Thu Hà ',
  personalId: '001 190.000-017',
  birthDate: '15/01/1990',
  sex: 'female',
  address: ' 12 Xuân Thủy ',
  phone: '0912.345.678',
  email: ' ha@example.vn ',
  source: 'typed',
};
const problems = (change: Partial<DraftApplicant>) => {
  const result = checkApplicant({ ...typed, ...change }, TODAY);
  return result.ok ? [] : result.failure.problems.map((problem) => problem.code);
};

describe('the applicant as typed', () => {
  it('[AP-1] becomes an applicant, tidied', () => {
    const result = checkApplicant(typed, TODAY);
    expect(result).toEqual({
      ok: true,
      value: {
        fullName: 'Nguyễn Thu Hà',
        personalId: '001190000017',
        birthDate: '1990-01-15',
        sex: 'female',
        address: '12 Xuân Thủy',
        phone: '0912345678',
        email: 'ha@example.vn',
        source: 'typed',
      },
    });
    if (result.ok) expect(Applicant.safeParse(result.value).success).toBe(true);
  });

  it('[AP-1] lacks name, number and address when nothing is typed', () => {
    expect(problems(emptyApplicant)).toEqual([
      'applicant-name-missing',
      'applicant-id-missing',
      'applicant-address-missing',
    ]);
  });

  it.each<[Partial<DraftApplicant>, string | undefined]>([
    [{ fullName: 'H' }, 'applicant-name-bad'],
    [{ fullName: '12345' }, 'applicant-name-bad'],
    [{ fullName: 'Công ty TNHH Ánh Dương (Hà Nội)' }, undefined],
    [{ birthDate: '' }, undefined],
    [{ birthDate: '31/02/1990' }, 'applicant-birth-date-bad'],
    [{ birthDate: '01/01/1700' }, 'applicant-birth-date-bad'],
    [{ birthDate: '21/11/2026' }, 'applicant-birth-date-future'],
    [{ birthDate: '20/11/2026' }, undefined],
    [{ phone: '' }, undefined],
    [{ phone: '+84 912 345 678' }, undefined],
    [{ phone: '12345' }, 'applicant-phone-bad'],
    [{ email: 'ha@' }, 'applicant-email-bad'],
    [{ address: '  ' }, 'applicant-address-missing'],
  ])('[AP-1] %j: %s', (change, code) => {
    expect(problems(change)).toEqual(code === undefined ? [] : [code]);
  });
});

describe('the personal number', () => {
  it.each([
    ['001190000017', true],
    ['012345678', true],
    ['C1234567', true],
    ['0101248141', true],
    ['0300588569', true],
    ['0101248142', false],
    ['00119000001', false],
    ['0011900000177', false],
    ['ABCDEFGH', false],
    ['12345678', false],
  ])('[AP-2] %s: %s', (text, good) => {
    expect(isPersonalId(text)).toBe(good);
  });

  it('[AP-3] says province, sex and year', () => {
    expect(findPersonalIdParts('079305012345')).toEqual({
      provinceCode: '079',
      provinceName: 'Thành phố Hồ Chí Minh',
      bornAbroad: false,
      sex: 'female',
      birthYear: 2005,
    });
    expect(findPersonalIdParts('180040012345')).toMatchObject({
      provinceName: null,
      bornAbroad: true,
      birthYear: 1940,
    });
    expect(findPersonalIdParts('012345678')).toBeUndefined();
  });

  it('[AP-3] warns only of what it can compare', () => {
    expect(crossCheckPersonalId('001190000017', null, null)).toEqual([]);
    expect(crossCheckPersonalId('C1234567', '1990-01-01' as never, 'male')).toEqual([]);
    expect(crossCheckPersonalId('003190000017', '1991-01-01' as never, 'male')).toEqual([
      'personal-id-province',
      'personal-id-sex',
      'personal-id-birth-year',
    ]);
  });
});
