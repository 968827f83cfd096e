import type { PaperFieldName } from '../paper/paper-field-name.ts';
import type { PrintedWord } from './printed-word.ts';
import type { ValueSort } from './values/parsed-value.ts';

/** A value found on the page, with the words it stands in and how sure the pattern alone is (0…1). */
export type Candidate = {
  readonly name: PaperFieldName;
  /** Absent for the generic fields, which are known by their name. */
  readonly sort?: ValueSort;
  readonly value: string;
  readonly raw: string;
  readonly words: readonly PrintedWord[];
  readonly sureness: number;
};

/**
 * A field below this is marked for the officer's eye and never taken over silently [RD-9]; nothing is accepted without the
 * officer anyway. Confidence says how often such a value is right: so high, fewer than one sure field in 200 is wrong.
 */
export const LOW_CONFIDENCE = 0.97;

export const isDoubtful = (field: { readonly confidence: number }): boolean =>
  field.confidence < LOW_CONFIDENCE;
