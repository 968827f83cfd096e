import { Sha256 } from '../../shared/base/ids.ts';
import type { Failure, Result } from '../../shared/base/result.ts';
import type { TextLayer } from '../../shared/contracts/bridge/text-layer.ts';
import type { PageLook, StoredPage } from '../../shared/domain/page/page.ts';
import type { PageImages } from '../page-images/page-images.ts';
import type { PageStore } from '../page-store/page-store.ts';
import type { PutPage } from '../pages-in/put-page.ts';

/** Pages that were rendered from a PDF which said itself what it prints. */
export type DrawnPages = {
  /** Into the store with the page's own words, when it brought some. */
  readonly putPage: PutPage;
  /** Words whose boxes fit the page as it is shown; null: read it. */
  readonly textLayer: (sha256: string) => Promise<TextLayer | null>;
  /** A drawn page has neither bed nor table around it: nothing is cut off unless the officer says so. */
  readonly lookAt: (sha256: string, look: PageLook) => Promise<PageLook>;
};

/**
 * @param pages the store of the open desk; null before it is open
 * @param tilt as the page images take it out, measured once for them and for this
 */
export function createDrawnPages(pages: () => PageStore | null, tilt: PageImages['tilt']): DrawnPages {
  return {
    putPage: async (bytes, facts, textLayer): Promise<Result<StoredPage, Failure>> => {
      const store = pages();
      if (store === null) throw new Error('a page came in before the store was open');
      const stored = await store.put(bytes, facts);
      if (!stored.ok || textLayer === undefined || textLayer === null) return stored;
      const kept = await store.keepTextLayer(stored.value.sha256, textLayer);
      return kept.ok ? stored : kept;
    },
    textLayer: async (sha256) => {
      const name = Sha256.parse(sha256);
      const layer = (await pages()?.findTextLayer(name)) ?? null;
      if (layer === null) return null;
      // boxes are those of the picture as stored: where the desk turns it to straighten lines, they no longer fit
      return (await tilt(sha256, { rotation: 0, cut: 'whole' })) === 0 ? layer : null;
    },
    lookAt: async (sha256, look) =>
      look.cut === undefined && (await pages()?.hasTextLayer(Sha256.parse(sha256))) === true
        ? { ...look, cut: 'whole' }
        : look,
  };
}
