import type { PaperKind } from '../../paper/paper-kind.ts';

/** By what print a kind is known (domain.md §11.3), bare letters. */
export type KindMarks = {
  readonly kind: PaperKind;
  /** A line in capitals that begins so. */
  readonly titles: readonly string[];
  /** Labels and sentences that stand on it. */
  readonly marks: readonly string[];
  /** Marks that are enough beside the title. */
  readonly besideTitle: number;
  /** Marks that are enough where no title was read, or the side has none; null: never without a title. */
  readonly alone: number | null;
  /** One of these must be among the marks where there is no title. */
  readonly needed?: readonly string[];
  /** A number in the shape of this kind's serials alone on its line is worth two marks. */
  readonly serial?: RegExp;
  /** Never on this kind. */
  readonly never?: readonly string[];
};
