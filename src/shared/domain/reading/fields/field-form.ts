import type { PaperFieldName } from '../../paper/paper-field-name.ts';
import type { ValueSort } from '../values/parsed-value.ts';

/** One thing that a kind of paper says, and how it is labelled there. */
export type FieldSpec = {
  readonly name: PaperFieldName;
  readonly sort: ValueSort;
  readonly phrases: readonly string[];
  readonly atStart?: boolean;
  /** Only in this part of the paper; absent: in any. */
  readonly section?: string;
  /** The label itself begins a part: `Họ, chữ đệm, tên người mẹ` begins the mother's. */
  readonly opens?: string;
  /** Lines the value may fill; 1 when absent. */
  readonly lines?: number;
};

/** A heading that begins a part, or a label whose value nobody asks for; both end the value before them. */
export type Heading = {
  readonly phrases: readonly string[];
  readonly atStart?: boolean;
  readonly opens?: string;
};

export type FieldForm = {
  readonly fields: readonly FieldSpec[];
  readonly headings: readonly Heading[];
  /** Set in two columns: where this label begins, the second one does, down to the line with `until` or the page's end. */
  readonly columns?: { readonly second: string; readonly until: string | null };
  /** The generic fields that this kind has in the sense that any paper has them. */
  readonly generic: readonly PaperFieldName[];
};
