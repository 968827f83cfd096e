import type { readingContradictions as vi } from '../vi/reading-contradictions.ts';

export const readingContradictions: typeof vi = {
  'date-figures-words':
    'The date in figures ({{figuresDate}}) differs from the date in words ({{wordsDate}}). Look at the paper.',
  'amount-figures-words':
    'The amount in figures ({{figuresVnd}}) differs from the amount in words ({{wordsVnd}}). Look at the paper.',
  'personal-id-birth-year':
    'Id number {{id}} does not fit the year of birth ({{bornDate}}). Compare number and date.',
  'personal-id-sex': 'Id number {{id}} does not fit the sex ({{sex}}). Compare with the paper.',
  'personal-id-province':
    'The first three digits of id number {{id}} are no province. Read the number again.',
  'sources-differ': 'Print, QR or MRZ say different things: “{{first}}” and “{{second}}”. Look at the paper.',
  'mrz-check-digit':
    'A check digit of the MRZ on the back is wrong: read wrongly, or the card is not in order. Scan the back again.',
  'expiry-before-issue': 'Valid until {{expiresDate}}, but issued on {{issuedDate}}. Look at both dates.',
  'issue-before-birth': 'Issued on {{issuedDate}}, before the birth on {{bornDate}}. Look at both dates.',
};
