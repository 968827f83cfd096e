import type { Failure, Result } from '../../shared/base/result.ts';
import type { TextLayer } from '../../shared/contracts/bridge/text-layer.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';

/** What is known of a page image. `width`/`height` in pixels after the EXIF turn; `dpi` null when the file does not say. */
export type PageFacts = Pick<StoredPage, 'mediaType' | 'width' | 'height' | 'dpi'>;

/**
 * Writes one page image into the page store, and beside it the words that the page itself carried, where it did (a
 * born-digital PDF). A failure (a full disk) ends the import and is handed on.
 */
export type PutPage = (
  bytes: Buffer,
  facts: PageFacts,
  textLayer?: TextLayer | null,
) => Promise<Result<StoredPage, Failure>>;
