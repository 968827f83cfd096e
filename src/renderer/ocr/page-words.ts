import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { PageRotation } from '../../shared/domain/page/page.ts';
import type { ReadCode } from '../../shared/domain/reading/read-code.ts';
import type { ReadingFailureCode, ReadingRequest } from '../ports/page-reader.ts';
import type { EnginePicture, Orientation } from './engine.ts';
import type { EnginePool } from './engine-pool.ts';
import type { PageInHand, ReadText } from './engines/text-reading.ts';
import type { RereadEnglish } from './english/reread-english.ts';
import type { GetPagePicture, PagePicture } from './page-picture.ts';
import type { FindTextLayer } from './text-layer-words.ts';
import { mayBeTurned, turnedBy, uprightness } from './upright.ts';
import { type PageWords, type ReadPicture, wordsOfEngine, wordsOfLayer } from './words-of-page.ts';

type Answer<T> = Promise<Result<T, Failure<ReadingFailureCode>>>;
type FindCodes = (picture: PagePicture) => Promise<readonly ReadCode[]>;

export type ReadWords = (request: ReadingRequest, findCodes: FindCodes) => Answer<PageWords>;

/**
 * Text layer, else engine, turned first when main saw that the print stands on its head; a page that reads badly may lie on
 * its side: then the orientation engine says how to turn it, and what reads better counts. What is upright then may be in English. Codes are looked for on the same
 * picture meanwhile.
 */
export function createWordReader(parts: {
  readonly getPicture: GetPagePicture;
  readonly findTextLayer: FindTextLayer;
  readonly readText: ReadText;
  readonly orientation: EnginePool<EnginePicture, Orientation>;
  readonly rereadEnglish: RereadEnglish;
}): ReadWords {
  const { getPicture, findTextLayer, readText, orientation, rereadEnglish } = parts;

  /** The request with `turn` added, and a picture that is made once. */
  const inHand = (request: ReadingRequest, turn: PageRotation) => {
    const { sha256, priority, signal, cut } = request;
    const look = { rotation: turnedBy(request.rotation, turn), cut };
    let picture: ReturnType<GetPagePicture> | null = null;
    let pictureMs = 0;
    const page: PageInHand = {
      sha256,
      look,
      priority,
      signal,
      picture: () => {
        const startedMs = performance.now();
        picture ??= getPicture(sha256, look, signal).finally(() => {
          pictureMs = performance.now() - startedMs;
        });
        return picture;
      },
    };
    return { page, pictureMs: () => pictureMs };
  };

  /** Reads the page as it is in hand; no text when it is blank. */
  const readInHand = async (
    { page, pictureMs }: ReturnType<typeof inHand>,
    findCodes: FindCodes,
  ): Answer<ReadPicture> => {
    const picture = await page.picture();
    if (!picture.ok) return picture;
    // A blank page may still carry the code that separates two papers.
    const codes = findCodes(picture.value);
    if (picture.value.blank) {
      return ok({ picture: picture.value, text: null, codes: await codes, milliseconds: pictureMs() });
    }
    const text = await readText(page);
    if (!text.ok) return text;
    return ok({
      picture: picture.value,
      text: text.value,
      codes: await codes,
      milliseconds: pictureMs() + text.value.milliseconds,
    });
  };

  const findTurn = async (picture: PagePicture, { priority, signal }: ReadingRequest) => {
    const startedMs = performance.now();
    const png = await picture.png();
    const found = png.ok
      ? await orientation.run({ png: png.value, dpi: picture.dpi }, priority, signal)
      : png;
    // Not sure, or failed: the first reading stands.
    const turn = found.ok && found.value !== null ? found.value.turn : 0;
    return { turn, milliseconds: performance.now() - startedMs };
  };

  return async (request, findCodes) => {
    const asItLies = inHand(request, 0);
    // The picture is needed either way: main makes it while it looks for words that the page brought itself.
    const [layer, seen] = await Promise.all([
      findTextLayer(request.sha256, request, request.signal),
      asItLies.page.picture(),
    ]);
    if (layer !== null)
      return seen.ok ? ok(wordsOfLayer(layer, seen.value, await findCodes(seen.value))) : seen;
    const begun = seen.ok && seen.value.upsideDown ? 180 : 0;
    const first = await readInHand(begun === 0 ? asItLies : inHand(request, begun), findCodes);
    if (!first.ok) return first;
    const { picture, text } = first.value;
    let best = { ...first.value, turn: begun as PageRotation };
    let { milliseconds } = first.value;
    if (text !== null && mayBeTurned(text)) {
      const found = await findTurn(picture, request);
      milliseconds += found.milliseconds;
      if (found.turn !== 0) {
        const turn = turnedBy(begun, found.turn);
        const again = await readInHand(inHand(request, turn), findCodes);
        if (!again.ok) return again;
        milliseconds += again.value.milliseconds;
        const betterBy = again.value.text === null ? -1 : uprightness(again.value.text) - uprightness(text);
        if (betterBy > 0) best = { ...again.value, turn };
      }
    }
    if (best.text === null) return ok(wordsOfEngine({ ...best, isEnglish: false, milliseconds }));
    const reread = await rereadEnglish(best.text, best.picture, request);
    return ok(wordsOfEngine({ ...best, ...reread, milliseconds: milliseconds + reread.milliseconds }));
  };
}
