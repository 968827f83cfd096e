import { type Failure, fail } from '../../shared/base/result.ts';

/** Everything that importing a file may refuse. Only the file is at fault: what lies in the page store stays. */
export type ImportFailureCode =
  | 'file-empty'
  | 'file-too-large'
  | 'file-not-a-picture'
  | 'picture-kind-unsupported'
  | 'file-cut-off'
  | 'file-damaged'
  | 'page-too-many-pixels'
  | 'page-too-small'
  | 'file-too-many-pages'
  | 'pdf-encrypted'
  | 'pdf-damaged'
  | 'pdf-page-hung'
  | 'pdf-too-heavy';

export type ImportFailure = Failure<ImportFailureCode>;

/** A refusal that the officer can act on: another file, another scan. */
export const refuse = (code: ImportFailureCode, facts: Readonly<Record<string, string | number>>) =>
  fail(code, 'officer-decides', facts);
