import { z } from 'zod';
import { PaperFieldName } from '../../paper/paper-field-name.ts';

export const ContradictionCode = z.enum([
  /** `fields[0]` printed in figures and in words does not agree. */
  'date-figures-words',
  'amount-figures-words',
  /** The personal id's digits say another year, sex or an unknown province (domain.md §3.5). */
  'personal-id-birth-year',
  'personal-id-sex',
  'personal-id-province',
  /** Print, QR and MRZ of a card say different things. */
  'sources-differ',
  /** A check digit of the MRZ is wrong: read wrong, or not genuine. */
  'mrz-check-digit',
  'expiry-before-issue',
  'issue-before-birth',
]);
export type ContradictionCode = z.infer<typeof ContradictionCode>;

/**
 * Two things on a paper that cannot both be true. The sentence is looked up by `code` in the texts; `facts` are what it
 * names. The fields concerned are not taken over silently.
 */
export const Contradiction = z.object({
  code: ContradictionCode,
  fields: z.array(PaperFieldName).readonly(),
  facts: z.record(z.string(), z.string()),
});
export type Contradiction = Readonly<z.infer<typeof Contradiction>>;
