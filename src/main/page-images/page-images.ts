import sharp from 'sharp';
import type { PageQuality } from '../../shared/contracts/bridge/page-quality.ts';
import type { PageCut, PageLook } from '../../shared/domain/page/page.ts';
import { lookKey } from '../../shared/domain/page/page-look.ts';
import { makeReading, type ReadingImage } from './make-reading.ts';
import { makeUpright } from './make-upright.ts';
import { makeWholeUpright, type WholeUpright } from './make-whole-upright.ts';
import { measurePage, type PageMeasure } from './measure-page.ts';
import { practise } from './practise.ts';
import { judgePage } from './quality/judge-page.ts';
import { createRecentImages } from './recent-images.ts';
import { createTurns, type Lane } from './turns.ts';

export type PageImages = {
  /** JPEG at most `width` px wide; null when there is no such page, or it cannot be shown. */
  readonly upright: (sha256: string, look: PageLook, width: number) => Promise<Buffer | null>;
  /** Grey PNG for OCR; null as above. Boxes as fractions of it fit the upright image too. */
  readonly reading: (sha256: string, look: PageLook) => Promise<ReadingImage | null>;
  /** Tilt that is taken out of the page, in degrees; null as above. */
  readonly tilt: (sha256: string, look: PageLook) => Promise<number | null>;
  /** What is wrong with the picture, and where; null as above. */
  readonly quality: (sha256: string, look: PageLook) => Promise<PageQuality | null>;
  /** All of the page in its full detail, for the archival PDF; null as above. Never kept: it is 26 MB large. */
  readonly whole: (sha256: string, look: PageLook) => Promise<WholeUpright | null>;
  /** Pages are on their way: the first of them shall not wait for what only the first one needs. */
  readonly makeReady: () => void;
};

/** A hundred pages as wide as the viewer, or thousands of thumbnails; what is gone is made again in a fifth of a second. */
const RECENT_BYTES = 24 * 1024 * 1024;
const MOST_MEASURES = 5000;

/**
 * Upright, thumbnail and reading images of stored pages, made when asked, never stored. Keeps the last 24 MB of upright
 * images; runs at most two jobs at once, the eye before reading; the same wish made twice at a time is one job.
 * @param readPage original bytes of a page, null when the store has none
 */
export function createPageImages(ports: {
  readonly readPage: (sha256: string) => Promise<Buffer | null>;
}): PageImages {
  // one thread a picture: two pictures at once already use what an image pipeline can
  sharp.concurrency(1);
  // decoded files are never asked for twice; the cache would only hold memory
  sharp.cache(false);
  const turns = createTurns();
  const recent = createRecentImages(RECENT_BYTES);
  const measures = new Map<string, Promise<PageMeasure>>();
  const inTheMaking = new Map<string, Promise<unknown>>();
  let practised = false;

  /**
   * Content-addressed: a page's measure never changes for the same cut. Also for those who ask while it is measured: a
   * page that comes in is wanted small, large, for reading and for judging at the same moment.
   */
  async function measureOnce(sha256: string, cut: PageCut | undefined, bytes: Buffer): Promise<PageMeasure> {
    const key = `${sha256}/${lookKey({ rotation: 0, cut })}`;
    const known = measures.get(key);
    if (known !== undefined) return known;
    const measuring = measurePage(bytes, cut);
    if (measures.size >= MOST_MEASURES) measures.clear();
    measures.set(key, measuring);
    // What is no picture is refused each time anew.
    measuring.catch(() => measures.delete(key));
    return measuring;
  }

  async function make<T>(
    key: string,
    lane: Lane,
    sha256: string,
    cut: PageCut | undefined,
    job: (bytes: Buffer, measure: PageMeasure) => Promise<T>,
  ): Promise<T | null> {
    const making = inTheMaking.get(key);
    // the key names the kind of image, hence its type
    if (making !== undefined) return making as Promise<T | null>;
    const made = turns.take(lane, async () => {
      const bytes = await ports.readPage(sha256);
      if (bytes === null) return null;
      try {
        return await job(bytes, await measureOnce(sha256, cut, bytes));
      } catch {
        // sharp refuses bytes that are no picture (any more); the page is shown as missing
        return null;
      }
    });
    inTheMaking.set(key, made);
    try {
      return await made;
    } finally {
      inTheMaking.delete(key);
    }
  }

  return {
    upright: async (sha256, look, width) => {
      const key = `${sha256}/upright/${lookKey(look)}/${width}`;
      const found = recent.find(key);
      if (found !== undefined) return found;
      const image = await make(key, 'eye', sha256, look.cut, (bytes, { skewDegrees, paper }) =>
        makeUpright(bytes, { rotation: look.rotation, skewDegrees, paper, width }),
      );
      if (image !== null) recent.keep(key, image);
      return image;
    },
    reading: (sha256, look) =>
      make(`${sha256}/reading/${lookKey(look)}`, 'reading', sha256, look.cut, (bytes, measure) =>
        makeReading(bytes, { rotation: look.rotation, measure }),
      ),
    tilt: (sha256, look) =>
      make(
        `${sha256}/tilt/${lookKey(look)}`,
        'reading',
        sha256,
        look.cut,
        async (_, measure) => measure.skewDegrees,
      ),
    quality: (sha256, look) =>
      make(`${sha256}/quality/${lookKey(look)}`, 'judging', sha256, look.cut, (bytes, measure) =>
        judgePage(bytes, { rotation: look.rotation, measure }),
      ),
    whole: (sha256, look) =>
      make(`${sha256}/whole/${lookKey(look)}`, 'reading', sha256, look.cut, (bytes, { skewDegrees, paper }) =>
        makeWholeUpright(bytes, { rotation: look.rotation, skewDegrees, paper }),
      ),
    makeReady: () => {
      if (practised) return;
      practised = true;
      void turns.take('reading', practise);
    },
  };
}
