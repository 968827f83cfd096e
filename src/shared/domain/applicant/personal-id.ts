import type { LocalDate } from '../../base/dates.ts';
import { findBirthProvince, isForeignBirth } from './birth-provinces.ts';

export type Sex = 'male' | 'female';

/** What the twelve digits of a số định danh say; `provinceName` null when abroad or unknown. */
export type PersonalIdParts = {
  readonly provinceCode: string;
  readonly provinceName: string | null;
  readonly bornAbroad: boolean;
  readonly sex: Sex;
  readonly birthYear: number;
};

/** `personal-id-…`: looked up in the texts. A warning, never an error: sex and data may lawfully have been corrected. */
export type PersonalIdWarning = 'personal-id-province' | 'personal-id-sex' | 'personal-id-birth-year';

/** Without the spaces and dots people type, letters in upper case. */
export const normalisePersonalId = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase();

/** Weights 31, 29, … 3 on nine digits; the tenth is 10 − (Σ mod 11), and 10 itself is invalid. */
function isTaxCode(digits: string): boolean {
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return 10 - (sum % 11) === Number(digits[9]);
}

/** 12 digits, 9 digits (old CMND), a tax code of 10, or a passport with at least one letter (domain.md §3.5). */
export function isPersonalId(text: string): boolean {
  if (/^\d{12}$|^\d{9}$/.test(text)) return true;
  if (/^\d{10}$/.test(text)) return isTaxCode(text);
  return /^[A-Z0-9]{6,12}$/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
}

/** Takes the twelve digits apart; undefined for any other kind of number. There is no check digit. */
export function findPersonalIdParts(personalId: string): PersonalIdParts | undefined {
  if (!/^\d{12}$/.test(personalId)) return undefined;
  const provinceCode = personalId.slice(0, 3);
  const centuryAndSex = Number(personalId[3]);
  return {
    provinceCode,
    provinceName: findBirthProvince(provinceCode) ?? null,
    bornAbroad: isForeignBirth(provinceCode),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(personalId.slice(4, 6)),
  };
}

/** Where the number and what is written beside it disagree; empty for numbers that say nothing. */
export function crossCheckPersonalId(
  personalId: string,
  birthDate: LocalDate | null,
  sex: Sex | null,
): readonly PersonalIdWarning[] {
  const parts = findPersonalIdParts(personalId);
  if (parts === undefined) return [];
  const warnings: PersonalIdWarning[] = [];
  if (parts.provinceName === null && !parts.bornAbroad) warnings.push('personal-id-province');
  if (sex !== null && sex !== parts.sex) warnings.push('personal-id-sex');
  if (birthDate !== null && Number(birthDate.slice(0, 4)) !== parts.birthYear) {
    warnings.push('personal-id-birth-year');
  }
  return warnings;
}
