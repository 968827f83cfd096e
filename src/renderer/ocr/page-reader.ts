import type { LocalDate } from '../../shared/base/dates.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { createTurns, urgencyNow } from '../../shared/base/turns.ts';
import type { PageReading } from '../../shared/contracts/bridge/reading.ts';
import type { PageReader, ReadingFailureCode, ReadingRequest } from '../ports/page-reader.ts';
import { type CodeReader, createCodeReader } from './codes/read-codes.ts';
import { createMrzReader, type MrzReader } from './codes/read-mrz.ts';
import { startOrientationEngine, startTextEngine } from './engine.ts';
import { createEnginePool } from './engine-pool.ts';
import { createChosenEngine } from './engines/chosen-engine.ts';
import { type EngineDoor, engineDoor } from './engines/engine-door.ts';
import { readNatively } from './engines/native-text-engine.ts';
import { createWindowText } from './engines/window-text-engine.ts';
import { createEnglishReader } from './english/reread-english.ts';
import type { OcrAssets } from './ocr-assets.ts';
import { fetchPagePicture, type GetPagePicture, type PagePicture } from './page-picture.ts';
import { createWordReader } from './page-words.ts';
import { type FindTextLayer, fetchTextLayer } from './text-layer-words.ts';
import { createUnderstanding } from './understanding/create-understanding.ts';
import type { PageWords } from './words-of-page.ts';

const ONE_TRY_MS = 60_000;

export type PageReaderSettings = {
  readonly assets: OcrAssets;
  /** Processor cores of this PC, `navigator.hardwareConcurrency`. */
  readonly cores: number;
  /** Day in Hà Nội. */
  readonly today: () => LocalDate;
  readonly getPicture?: GetPagePicture;
  readonly findTextLayer?: FindTextLayer;
  readonly engines?: EngineDoor;
  readonly runTimeoutMs?: number;
};

/** Two engines are as quick as three (measured); a PC with one core gets one. */
export const enginesFor = (cores: number): number => Math.max(1, Math.min(2, cores));

/**
 * The reader of the window and of `npm run read`: the words that a PDF brought itself, else those of the quicker engine
 * of this PC on an upright picture, read once more where they look like English; codes and machine-readable zone; then
 * what it all means. Engines start with the first page.
 */
export function createPageReader(settings: PageReaderSettings): PageReader {
  const { assets, today, runTimeoutMs = ONE_TRY_MS } = settings;
  const size = enginesFor(settings.cores);
  const watched = { runTimeoutMs, startTimeoutMs: 30_000, idleMs: 120_000 };
  const inWindow = createEnginePool(() => startTextEngine(assets, 'vie'), { ...watched, size });
  const rarely = { ...watched, size: 1, idleMs: 20_000 };
  const orientation = createEnginePool(() => startOrientationEngine(assets), rarely);
  // Pages in English often come several together.
  const inEnglish = createEnginePool(() => startTextEngine(assets, 'eng'), { ...rarely, idleMs: 60_000 });
  const codes = createCodeReader(assets);
  const mrz = createMrzReader(assets);
  const understanding = createUnderstanding(assets);
  // One page more than there are engines, so that main prepares the next picture while these read.
  const underWay = createTurns(size + 1);
  const closing = new AbortController();

  const text = createChosenEngine({
    door: settings.engines ?? engineDoor,
    inWindow: createWindowText(inWindow),
    warmWindow: inWindow.warm,
    natively: readNatively,
    whenFree: (work) =>
      void underWay.take('background', closing.signal).then(async (giveBack) => {
        if (giveBack !== null) await work().finally(giveBack);
      }),
  });
  const readWords = createWordReader({
    getPicture: settings.getPicture ?? fetchPagePicture,
    findTextLayer: settings.findTextLayer ?? fetchTextLayer,
    orientation,
    readText: text.read,
    rereadEnglish: createEnglishReader(inEnglish),
  });

  const readPage = async (
    request: ReadingRequest,
  ): Promise<Result<PageReading, Failure<ReadingFailureCode>>> => {
    const read = await readWords(request, (picture) => codesOn(codes, picture, request));
    if (!read.ok) return read;
    const page = read.value;
    const zone = await zoneOf(mrz, page, request);
    const startedMs = performance.now();
    const { sha256 } = request;
    const { words, engine, isEnglish, codes: found, aspect, meanConfidence, skewDegrees, blank } = page;
    const asRead = { sha256, engine, isEnglish, words, aspect, codes: found, mrz: zone, today: today() };
    const understood = await understanding.understand(asRead, request.priority, request.signal);
    return ok({
      ...understood,
      sha256,
      rotation: page.turn,
      engine,
      codes: found,
      mrz: zone,
      meanConfidence,
      skewDegrees,
      blank,
      seconds: Math.round(page.milliseconds + performance.now() - startedMs) / 1000,
    });
  };

  return {
    concurrency: size + 1,
    warm: () => {
      text.warm();
      understanding.warm();
    },
    read: async (request) => {
      const giveBack = await underWay.take(request.priority, request.signal);
      if (giveBack === null) return fail('reading-cancelled', 'officer-decides');
      try {
        return await readPage(request);
      } finally {
        giveBack();
      }
    },
    close: () => {
      closing.abort();
      for (const part of [inWindow, orientation, inEnglish, codes, mrz, understanding]) part.close();
    },
  };
}

const codesOn = (codes: CodeReader, picture: PagePicture, request: ReadingRequest) =>
  codes.read(picture, { ...request, priority: urgencyNow(request.priority) });

/** Only a page whose words show such a zone is looked at again. */
async function zoneOf(
  mrz: MrzReader,
  { words, picture }: PageWords,
  request: ReadingRequest,
): Promise<readonly string[] | null> {
  return picture === null ? null : mrz.read(words, picture, urgencyNow(request.priority), request.signal);
}
