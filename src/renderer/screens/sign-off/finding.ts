import type { Failure } from '../../../shared/base/result.ts';
import type { PaperFieldName } from '../../../shared/domain/paper/paper.ts';

/** Kinds of what is not in order; each has two sentences in the texts, `<kind>` and what stands beneath. */
export type FindingKind =
  | 'owed'
  | 'nameDiffers'
  | 'fieldDiffers'
  | 'fieldTyped'
  | 'lowRead'
  | 'issuedLater'
  | 'contradicts'
  | 'idSex'
  | 'idBirthYear'
  | 'idProvince'
  | 'waitsLong'
  | 'duePast'
  | 'dueSoon'
  | 'feeUnconfirmed'
  | 'feeNotTaken'
  | 'wasReturned'
  | 'refused'
  | 'catalogueGone';

/** Something that the supervisor should look at before signing; nothing here forbids to sign. */
export type Finding = {
  readonly key: string;
  readonly kind: FindingKind;
  readonly facts: NonNullable<Failure['facts']>;
  /** Where on the papers it can be seen. */
  readonly at: { readonly pageId: string; readonly field: PaperFieldName | null } | null;
};
