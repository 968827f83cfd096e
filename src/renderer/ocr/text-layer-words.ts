import type { Sha256 } from '../../shared/base/ids.ts';
import { textLayerUrl } from '../../shared/contracts/bridge/page-urls.ts';
import { TextLayer, turnedWords } from '../../shared/contracts/bridge/text-layer.ts';
import type { PageLook } from '../../shared/domain/page/page.ts';
import type { PrintedWord } from '../../shared/domain/reading/printed-word.ts';

export type FindTextLayer = (
  sha256: Sha256,
  look: PageLook,
  signal?: AbortSignal,
) => Promise<readonly PrintedWord[] | null>;

/**
 * The words that a PDF page brought itself, turned with the page; null when it must be read. They are where the picture
 * as stored has them, so a page that the officer cut is read.
 */
export const fetchTextLayer: FindTextLayer = async (sha256, { rotation, cut }, signal) => {
  if (cut !== undefined) return null;
  try {
    const answer = await fetch(textLayerUrl(sha256), {
      cache: 'no-store',
      ...(signal === undefined ? {} : { signal }),
    });
    if (answer.status !== 200) return null;
    return turnedWords(TextLayer.parse(await answer.json()).words, rotation);
  } catch {
    // Given up, or no layer that we understand: the page is read.
    return null;
  }
};
