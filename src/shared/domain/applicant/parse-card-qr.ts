import type { LocalDate } from '../../base/dates.ts';
import { foldText } from '../../base/fold-text.ts';
import { parseTypedDate } from '../../base/parse-typed-date.ts';
import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import { crossCheckPersonalId, type PersonalIdWarning, type Sex } from './personal-id.ts';

/** What the QR of an ID card carries. It is not signed: convenience, to be held against the printed card. */
export type CardQr = {
  readonly personalId: string;
  /** The nine-digit number of before, when the card still names it. */
  readonly oldId: string | null;
  readonly fullName: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly address: string;
  readonly issuedOn: LocalDate | null;
  /** `chip-card`: CCCD (2021–6/2024); `identity-card`: căn cước (from 1/7/2024). By the day of issue. */
  readonly generation: 'chip-card' | 'identity-card';
  /** Whatever follows the seven fields that both generations share. */
  readonly extra: readonly string[];
  /** Number against birth date, sex and province: "thẻ giả/đọc sai". */
  readonly warnings: readonly PersonalIdWarning[];
};

export type CardQrFailure = Failure<
  | 'card-qr-empty'
  | 'card-qr-not-a-card'
  | 'card-qr-garbled'
  | 'card-qr-bad-id'
  | 'card-qr-bad-date'
  | 'card-qr-bad-sex'
>;

const FIRST_IDENTITY_CARDS = '2024-07-01';
/** Longest payload seen is far below; more is another code, or a stuck scanner. */
const LONGEST_PAYLOAD = 2000;
const NAME = /^\p{L}[\p{L}\p{M}'’.\- ]+$/u;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

const withoutScannerMarks = (text: string): string =>
  text.normalize('NFC').replace(/[\uFEFF\u200B-\u200D\p{Cc}]/gu, (mark) => (mark === '\t' ? ' ' : ''));

function parseSex(text: string): Sex | null {
  const folded = foldText(text);
  if (folded === 'nam') return 'male';
  return folded === 'nu' ? 'female' : null;
}

/**
 * The text of a card's QR as a camera or a keyboard-type scanner gives it (domain.md §4.1):
 * `id|old id|name|ddMMyyyy|sex|address|ddMMyyyy`, then anything. Failures: `card-qr-empty`, `card-qr-not-a-card` (another
 * code), `card-qr-garbled` (a Vietnamese typing program was on, or the wrong code page), `card-qr-bad-id`,
 * `card-qr-bad-date`, `card-qr-bad-sex`.
 */
export function parseCardQr(value: unknown): Result<CardQr, CardQrFailure> {
  if (typeof value !== 'string') return fail('card-qr-not-a-card', 'officer-decides');
  const text = withoutScannerMarks(value).trim();
  if (text === '') return fail('card-qr-empty', 'officer-decides');
  const fields = text.split('|').map(tidy);
  if (fields.length < 7 || text.length > LONGEST_PAYLOAD)
    return fail('card-qr-not-a-card', 'officer-decides');
  const [personalId = '', oldId = '', fullName = '', born = '', sexText = '', address = '', issued = ''] =
    fields;

  if (!/^\d{12}$/.test(personalId)) return fail('card-qr-bad-id', 'officer-decides');
  if (text.includes('\uFFFD') || !NAME.test(fullName)) return fail('card-qr-garbled', 'officer-decides');
  const birthDate = parseTypedDate(born);
  if (birthDate === null) return fail('card-qr-bad-date', 'officer-decides', { text: born });
  const sex = parseSex(sexText);
  if (sex === null) return fail('card-qr-bad-sex', 'officer-decides', { text: sexText });
  const issuedOn = parseTypedDate(issued);
  return ok({
    personalId,
    oldId: oldId === '' ? null : oldId,
    fullName,
    birthDate,
    sex,
    address,
    issuedOn,
    generation: issuedOn !== null && issuedOn >= FIRST_IDENTITY_CARDS ? 'identity-card' : 'chip-card',
    extra: fields.slice(7),
    warnings: crossCheckPersonalId(personalId, birthDate, sex),
  });
}

/** Cheap enough for every key press: could this be the text of a card (and not of a dossier's slip, say)? */
export const looksLikeCardQr = (text: string): boolean => /^\uFEFF?\d{12}\|/.test(text.trim());
