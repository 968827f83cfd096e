import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyApplicant } from '../../../../src/shared/domain/applicant/draft-applicant.ts';
import { fillFromCard } from '../../../../src/shared/domain/applicant/fill-from-card.ts';
import { looksLikeCardQr, parseCardQr } from '../../../../src/shared/domain/applicant/parse-card-qr.ts';

const CHIP = '001190000017|012345678|Nguyễn Thị Ánh|15011990|Nữ|Số 5, Ngõ 12, Cầu Giấy, Hà Nội|20052021';
const NEW =
  '001205012345||LÊ VĂN ĐỨC|03/02/2005|Nam|Thôn Đoài, Đông Anh, Hà Nội|15/07/2024|Lê Văn A|Trần Thị B||';

const parsed = (text: unknown) => {
  const result = parseCardQr(text);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};
const code = (text: unknown) => {
  const result = parseCardQr(text);
  return result.ok ? 'ok' : result.failure.code;
};

describe("the text of a card's QR", () => {
  it('[AP-4] of a chip card', () => {
    expect(parsed(CHIP)).toEqual({
      personalId: '001190000017',
      oldId: '012345678',
      fullName: 'Nguyễn Thị Ánh',
      birthDate: '1990-01-15',
      sex: 'female',
      address: 'Số 5, Ngõ 12, Cầu Giấy, Hà Nội',
      issuedOn: '2021-05-20',
      generation: 'chip-card',
      extra: [],
      warnings: [],
    });
  });

  it('[AP-4] of an identity card, with what follows kept', () => {
    expect(parsed(NEW)).toMatchObject({
      oldId: null,
      fullName: 'LÊ VĂN ĐỨC',
      birthDate: '2005-02-03',
      sex: 'male',
      generation: 'identity-card',
      extra: ['Lê Văn A', 'Trần Thị B', '', ''],
    });
  });

  it('[AP-4] with the marks that scanners add, decomposed letters, odd spaces', () => {
    const odd = `\uFEFF${CHIP.normalize('NFD').replace('Thị ', 'Thị\u00A0 ')}\r\n`;
    expect(parsed(odd)).toEqual(parsed(CHIP));
  });

  it.each([
    ['', 'card-qr-empty'],
    ['\uFEFF\r\n', 'card-qr-empty'],
    ['https://example.vn/abc', 'card-qr-not-a-card'],
    ['H26.40.02-261120-3001', 'card-qr-not-a-card'],
    [42, 'card-qr-not-a-card'],
    [null, 'card-qr-not-a-card'],
    [CHIP.split('|').slice(0, 6).join('|'), 'card-qr-not-a-card'],
    [`${CHIP}|${'x'.repeat(3000)}`, 'card-qr-not-a-card'],
    [CHIP.replace('001190000017', '00119000001'), 'card-qr-bad-id'],
    [CHIP.replace('001190000017', 'O01190000017'), 'card-qr-bad-id'],
    [CHIP.replace('ễ', '\uFFFD'), 'card-qr-garbled'],
    [CHIP.replace('Nguyễn Thị Ánh', 'Nguy?n Th? Ánh'), 'card-qr-garbled'],
    [CHIP.replace('Nguyễn Thị Ánh', 'Nguyá»…n Thá»‹ Ãnh'), 'card-qr-garbled'],
    [CHIP.replace('Nguyễn Thị Ánh', ''), 'card-qr-garbled'],
    [CHIP.replace('15011990', '31021990'), 'card-qr-bad-date'],
    [CHIP.replace('|Nữ|', '|Khác|'), 'card-qr-bad-sex'],
  ])('[AP-5] %j is refused: %s', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it('[AP-3] number against sex, year and province is a warning', () => {
    expect(parsed(CHIP.replace('|Nữ|', '|Nam|')).warnings).toEqual(['personal-id-sex']);
    expect(parsed(CHIP.replace('15011990', '15011991')).warnings).toEqual(['personal-id-birth-year']);
    expect(parsed(CHIP.replace('001190', '003190')).warnings).toEqual(['personal-id-province']);
    expect(parsed(CHIP.replace('001190', '180190')).warnings).toEqual([]);
  });

  it('[AP-5] never throws, whatever is scanned', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()), (text) => code(text) !== 'ok'),
    );
    const field = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...CHIP.split('|')));
    fc.assert(
      fc.property(fc.array(field, { maxLength: 10 }), (fields) => typeof code(fields.join('|')) === 'string'),
    );
  });

  it('[AP-6] fills what the card carries and leaves phone and email', () => {
    const before = { ...emptyApplicant, fullName: 'gõ dở', phone: '0912345678', email: 'a@b.vn' };
    expect(fillFromCard(before, parsed(CHIP))).toEqual({
      fullName: 'Nguyễn Thị Ánh',
      personalId: '001190000017',
      birthDate: '15/01/1990',
      sex: 'female',
      address: 'Số 5, Ngõ 12, Cầu Giấy, Hà Nội',
      phone: '0912345678',
      email: 'a@b.vn',
      source: 'card-qr',
    });
  });

  it('is told from other scans by its beginning', () => {
    expect(looksLikeCardQr(CHIP)).toBe(true);
    expect(looksLikeCardQr('H26.40.02-261120-3001')).toBe(false);
  });
});
