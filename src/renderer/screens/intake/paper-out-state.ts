import type { Failure } from '../../../shared/base/result.ts';
import type { MadeDocument } from '../../actions/desk-actions.ts';

/** How far one paper of the dialog is; `word` tells what was last done with it. */
export type OutState =
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly made: MadeDocument; readonly word: string | null }
  | { readonly kind: 'failed'; readonly failure: Failure };
