import type { Failure, Result } from '../../../shared/base/result.ts';
import type { TextLayer } from '../../../shared/contracts/bridge/text-layer.ts';
import type { StoredPage } from '../../../shared/domain/page/page.ts';
import type { PageFacts } from '../put-page.ts';

/** What main and the process that opens strangers' files say to each other: one file at a time, page by page. */
export type ToImport =
  | { readonly type: 'import'; readonly name: string; readonly bytes: Uint8Array }
  /** The page that came last is in the store, or why it is not. */
  | { readonly type: 'stored'; readonly result: Result<StoredPage, Failure> };

export type FromImport =
  | {
      readonly type: 'page';
      readonly bytes: Uint8Array;
      readonly facts: PageFacts;
      readonly textLayer: TextLayer | null;
    }
  | { readonly type: 'imported'; readonly pages: readonly StoredPage[] }
  | { readonly type: 'refused'; readonly failure: Failure };
