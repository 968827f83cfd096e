import type { LocalDate } from '../../shared/base/dates.ts';
import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { PageReading } from '../../shared/contracts/bridge/reading.ts';
import type { PageRotation } from '../../shared/domain/page/page.ts';
import { proposeFields } from '../../shared/domain/reading/propose-fields.ts';
import type {
  PageReader,
  ReadingFailureCode,
  ReadingPriority,
  ReadingRequest,
} from '../ports/page-reader.ts';
import { startOrientationEngine, startTextEngine } from './engine.ts';
import { createEnginePool } from './engine-pool.ts';
import type { OcrAssets } from './ocr-assets.ts';
import { fetchPagePicture, type GetPagePicture, type PagePicture } from './page-picture.ts';
import { createTurns } from './turns.ts';
import { type EngineReading, standsOnEnd, wordsInFractions } from './words.ts';

/** Below this mean confidence a page may lie sideways or upside-down (upright print reads at 0.85 and above). */
const MAYBE_TURNED_BELOW = 0.6;
const ONE_TRY_MS = 60_000;

export type PageReaderSettings = {
  readonly assets: OcrAssets;
  /** Processor cores of this PC, `navigator.hardwareConcurrency`. */
  readonly cores: number;
  /** Day in Hà Nội. */
  readonly today: () => LocalDate;
  readonly getPicture?: GetPagePicture;
  readonly runTimeoutMs?: number;
};

/** Two engines are as quick as three (measured); a PC with one core gets one. */
export const enginesFor = (cores: number): number => Math.max(1, Math.min(2, cores));

/** The reader of the window and of `npm run read`; engines start with the first page. */
export function createPageReader(settings: PageReaderSettings): PageReader {
  const { assets, today, getPicture = fetchPagePicture, runTimeoutMs = ONE_TRY_MS } = settings;
  const size = enginesFor(settings.cores);
  const pool = { runTimeoutMs, startTimeoutMs: 30_000, idleMs: 120_000 };
  const text = createEnginePool(() => startTextEngine(assets), { ...pool, size });
  const orientation = createEnginePool(() => startOrientationEngine(assets), {
    ...pool,
    size: 1,
    idleMs: 20_000,
  });
  // One page more than there are engines, so that main prepares the next picture while these read.
  const underWay = createTurns(size + 1);

  const readPicture = async (picture: PagePicture, request: ReadingRequest): Promise<Reading> => {
    if (picture.blank) return ok({ text: '', words: [], meanConfidence: 0 });
    return text.run({ png: picture.png, dpi: picture.dpi }, request.priority, request.signal);
  };

  /** The turn that OSD asks for, 0 when it is not sure or fails: the first reading then stands. */
  const findTurn = async (
    picture: PagePicture,
    priority: ReadingPriority,
    signal: AbortSignal | undefined,
  ): Promise<PageRotation> => {
    const found = await orientation.run({ png: picture.png, dpi: picture.dpi }, priority, signal);
    return found.ok && found.value !== null ? found.value.turn : 0;
  };

  const read = async (request: ReadingRequest): Promise<Result<PageReading, Failure<ReadingFailureCode>>> => {
    const startedMs = performance.now();
    const answer = (picture: PagePicture, reading: EngineReading, turn: PageRotation): PageReading => {
      const words = wordsInFractions(reading.words, picture.width, picture.height);
      return {
        sha256: request.sha256,
        rotation: turn,
        engine: picture.blank ? 'none' : 'tesseract-js',
        codes: [],
        mrz: null,
        kind: null,
        contradictions: [],
        text: reading.text,
        words,
        fields: proposeFields({ words, sha256: request.sha256, today: today() }),
        meanConfidence: reading.meanConfidence,
        skewDegrees: picture.skewDegrees,
        blank: picture.blank,
        seconds: Math.round(performance.now() - startedMs) / 1000,
      };
    };

    const picture = await getPicture(request.sha256, request, request.signal);
    if (!picture.ok) return picture;
    const asFound = await readPicture(picture.value, request);
    if (!asFound.ok) return asFound;
    if (picture.value.blank || uprightness(asFound.value) >= MAYBE_TURNED_BELOW) {
      return ok(answer(picture.value, asFound.value, 0));
    }

    const turn = await findTurn(picture.value, request.priority, request.signal);
    if (turn === 0) return ok(answer(picture.value, asFound.value, 0));
    const turnedPicture = await getPicture(
      request.sha256,
      { ...request, rotation: turned(request.rotation, turn) },
      request.signal,
    );
    if (!turnedPicture.ok) return turnedPicture;
    const asTurned = await readPicture(turnedPicture.value, request);
    if (!asTurned.ok) return asTurned;
    return uprightness(asTurned.value) > uprightness(asFound.value)
      ? ok(answer(turnedPicture.value, asTurned.value, turn))
      : ok(answer(picture.value, asFound.value, 0));
  };

  return {
    concurrency: size + 1,
    read: async (request) => {
      const giveBack = await underWay.take(request.priority, request.signal);
      if (giveBack === null) {
        return { ok: false, failure: { code: 'reading-cancelled', remedy: 'officer-decides' } };
      }
      try {
        return await read(request);
      } finally {
        giveBack();
      }
    },
    close: () => {
      text.close();
      orientation.close();
    },
  };
}

type Reading = Result<EngineReading, Failure<ReadingFailureCode>>;

/**
 * How much a reading speaks for the page being upright, 0…1. The engine reads lines that run down the page as well,
 * quite surely; then the words are taller than wide.
 */
const uprightness = (reading: EngineReading): number =>
  standsOnEnd(reading.words) ? reading.meanConfidence / 2 : reading.meanConfidence;

const TURNS = [0, 90, 180, 270] as const;

/** `rotation` and then `turn` more, clockwise. */
function turned(rotation: PageRotation, turn: PageRotation): PageRotation {
  return TURNS[((rotation + turn) / 90) % 4] ?? 0;
}
