import { describe, expect, it } from 'vitest';
import { mayBeEnglish } from '../../../../src/renderer/ocr/english/may-be-english.ts';
import type { ReadWord } from '../../../../src/shared/contracts/bridge/reading.ts';

const LETTER = `Dear Sir or Madam, I, the undersigned, certify that my son attended the school from 2019 until 2023.
Please find enclosed the receipt for the payment of 1,250,000 VND.`;

/** Words of lines, all read equally surely unless they end with `?`. */
const words = (text: string): readonly ReadWord[] =>
  text.split('\n').flatMap((line, at) =>
    line.split(' ').map((word, place) => ({
      text: word.replace(/\?$/, ''),
      confidence: word.endsWith('?') ? 0.2 : 0.95,
      box: { x: 0.1 + place * 0.04, y: 0.1 + at * 0.03, width: 0.035, height: 0.02 },
      line: at,
    })),
  );

describe('a page may be in English', () => {
  it('when hardly a letter bears a mark', () => {
    expect(mayBeEnglish(words(LETTER))).toBe(true);
    expect(mayBeEnglish(words(`${LETTER}\nTrần Văn Đức`))).toBe(true);
  });

  it('when the marks that were read are guesses', () => {
    const receipt = 'TOTAL AMOUNT SALES TAX INCLUDED CASH CHANGE THANK YOU PLEASE COME AGAIN';
    const guessed = `${receipt}\nTÔTÀL? ÂMOÚNT? ĐÚE? RỐÙNĐÍNG?`;
    expect(mayBeEnglish(words(guessed))).toBe(true);
    expect(mayBeEnglish(words(guessed.replaceAll('?', '')))).toBe(false);
  });

  it('when it is Vietnamese written without marks, also as an official document', () => {
    expect(mayBeEnglish(words('CONG DIEN\nYEU CAU CAC DON VI BAO CAO KET QUA TRUOC NGAY 30'))).toBe(true);
    const head = `UY BAN NHAN DAN PHUONG AN BINH\nSo: 12/QD-UBND\nCONG HOA XA HOI CHU NGHIA VIET NAM\nQUYET DINH`;
    expect(mayBeEnglish(words(`${head}\nVe viec giao chi tieu ke hoach nam 2026 cho cac don vi`))).toBe(true);
  });

  it('not when it is Vietnamese, alone or beside as much English', () => {
    const vietnamese = `Kính gửi quý cơ quan, tôi đề nghị cấp bản sao trích lục khai sinh cho con tôi.
Xin gửi kèm theo biên lai thu lệ phí.`;
    expect(mayBeEnglish(words(vietnamese))).toBe(false);
    expect(mayBeEnglish(words(`${vietnamese}\n${LETTER}`))).toBe(false);
  });

  it('not when it shows a zone for machines', () => {
    expect(mayBeEnglish(words(`${LETTER}\nIDVNM0950012345<<6`))).toBe(false);
    expect(mayBeEnglish(words(`${LETTER}\nTRAN<VAN DUC`))).toBe(false);
  });

  it('not when it is a card or certificate whose marks were not read', () => {
    const card = `CAN CUOC CONG DAN\nCitizen Identity Card\nSo / No: 001199000011\nHo va ten / Full name: TRAN VAN DUC
Ngay sinh / Date of birth: 01/01/1999\nGioi tinh / Sex: Nam Quoc tich / Nationality: Viet Nam
Que quan / Place of origin: An Binh\nNoi thuong tru / Place of residence: An Binh`;
    expect(mayBeEnglish(words(card))).toBe(false);
  });

  it('not when there is too little to tell', () => {
    expect(mayBeEnglish([])).toBe(false);
    expect(mayBeEnglish(words('Thank you'))).toBe(false);
    expect(mayBeEnglish(words('1234567890 '.repeat(20).trim()))).toBe(false);
  });
});
