import { Sha256 } from '../../shared/base/ids.ts';
import { createPageImages, type PageImages } from '../page-images/page-images.ts';
import type { PageStore } from '../page-store/page-store.ts';
import { createDrawnPages, type DrawnPages } from './drawn-pages.ts';
import type { PageSources } from './page-routes.ts';
import { createSharedPictures } from './shared-pictures.ts';

/** Pages in all their detail, for the archival PDF; null when there is no such page, or it is no picture any more. */
export type WholePages = PageImages['whole'];

/** Pages of a store as they are shown and read, drawn ones uncut: for the desk and for `npm run read` alike. */
export type ShownPages = Pick<PageSources, 'upright' | 'reading' | 'quality' | 'textLayer'> & {
  readonly whole: WholePages;
  readonly putPage: DrawnPages['putPage'];
  readonly makeReady: PageImages['makeReady'];
};

/** Nobody has asked for a picture to read for so long: the page that comes in now is the first of its stack. */
const FIRST_AFTER_MS = 5000;

/**
 * The picture for reading of the first page of a stack is begun as soon as the page is kept, before the window asks for
 * it: an officer waits for its text. Those after it have their turn while others are read.
 * @param pages null before the desk is open: there are no pages then
 */
export function createShownPages(pages: () => PageStore | null): ShownPages {
  const images = createPageImages({
    readPage: async (sha256) => {
      const page = await pages()?.readAll(Sha256.parse(sha256));
      return page?.ok === true ? page.value.bytes : null;
    },
  });
  const drawn = createDrawnPages(pages, images.tilt);
  const makePicture = createSharedPictures(async (sha256, look) =>
    images.reading(sha256, await drawn.lookAt(sha256, look)),
  );
  let askedMs = Number.NEGATIVE_INFINITY;
  const reading: ShownPages['reading'] = (sha256, look) => {
    askedMs = performance.now();
    return makePicture(sha256, look);
  };
  const putPage: ShownPages['putPage'] = async (...page) => {
    const stored = await drawn.putPage(...page);
    if (stored.ok && performance.now() - askedMs > FIRST_AFTER_MS) {
      // What goes wrong is told to whoever asks for the picture.
      reading(stored.value.sha256, { rotation: 0 }).catch(() => undefined);
    }
    return stored;
  };
  return {
    upright: async (sha256, look, width) => images.upright(sha256, await drawn.lookAt(sha256, look), width),
    reading,
    whole: async (sha256, look) => images.whole(sha256, await drawn.lookAt(sha256, look)),
    quality: async (sha256, look) => images.quality(sha256, await drawn.lookAt(sha256, look)),
    textLayer: drawn.textLayer,
    putPage,
    makeReady: images.makeReady,
  };
}
