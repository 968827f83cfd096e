import type { LocalDate } from '../../../base/dates.ts';
import { type CardQr, parseCardQr } from '../../applicant/parse-card-qr.ts';
import type { Sex } from '../../applicant/personal-id.ts';
import type { FieldSource, PageBox } from '../../paper/paper.ts';
import type { PaperFieldName } from '../../paper/paper-field-name.ts';
import type { ReadCode } from '../read-code.ts';
import type { MrzCard } from './mrz-card.ts';

/** A value that was decoded, not read: right if the card is. */
export type CodeField = {
  readonly name: PaperFieldName;
  readonly value: string;
  readonly source: FieldSource;
  readonly box: PageBox | null;
};

const DOSSIER_CODE = /^(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,2}-\d{6}-\d{4,9}$/;
const SEX: Readonly<Record<Sex, string>> = { male: 'Nam', female: 'Nữ' };

export function cardIn(codes: readonly ReadCode[]): { readonly card: CardQr; readonly box: PageBox } | null {
  for (const { format, text, box } of codes) {
    const card = format === 'qr' ? parseCardQr(text) : null;
    if (card?.ok) return { card: card.value, box };
  }
  return null;
}

/** What a card's QR (domain.md §4.1) and the bars of a slip (its dossier code) say. */
export function codeFields(codes: readonly ReadCode[]): readonly CodeField[] {
  const found = cardIn(codes);
  const bars = codes
    .filter(({ format, text }) => format === 'barcode' && DOSSIER_CODE.test(text))
    .map(({ text, box }): CodeField => ({ name: 'document-number', value: text, source: 'barcode', box }));
  if (found === null) return bars.slice(0, 1);
  const { card, box } = found;
  const field = (name: PaperFieldName, value: string | null): readonly CodeField[] =>
    value === null || value === '' ? [] : [{ name, value, source: 'qr', box }];
  return [
    ...field('personal-id', card.personalId),
    ...field('old-id', card.oldId),
    ...field('person-name', card.fullName),
    ...field('birth-date', card.birthDate),
    ...field('sex', SEX[card.sex]),
    ...field('residence', card.address),
    ...field('issue-date', card.issuedOn),
  ];
}

/** What a zone for machines says whose check digits fit. */
export function mrzFields(mrz: MrzCard): readonly CodeField[] {
  const field = (name: PaperFieldName, value: string | LocalDate | null): readonly CodeField[] =>
    value === null ? [] : [{ name, value, source: 'mrz', box: null }];
  return [
    ...field('personal-id', mrz.personalId),
    ...field('birth-date', mrz.birthDate),
    ...field('sex', mrz.sex === null ? null : SEX[mrz.sex]),
    ...field('expiry-date', mrz.expiryDate),
  ];
}
