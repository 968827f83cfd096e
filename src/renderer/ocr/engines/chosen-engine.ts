import type { Failure, Result } from '../../../shared/base/result.ts';
import type { ReadingFailureCode } from '../../ports/page-reader.ts';
import type { EngineDoor } from './engine-door.ts';
import type { NativeFailure } from './native-text-engine.ts';
import type { PageInHand, ReadText, TextReading } from './text-reading.ts';

/** The first page of each of the window's two engines is not counted: they warm up on it. */
const WARM_AFTER = 2;
/** Pages with a page's worth of print. */
const PAGES_TO_COMPARE = 2;
const LEAST_LETTERS = 600;

type ReadNatively = (page: PageInHand) => Promise<Result<TextReading, NativeFailure>>;

export type ChosenEngine = {
  readonly read: ReadText;
  /** Has the engine that will read ready before there is a page. */
  readonly warm: () => void;
};

/**
 * Reads with the engine that was measured to be quicker on this PC. As long as nobody knows, the window's own reads, and
 * the next pages are read once more by the PC's program in the background, on the same pictures; what was quicker is
 * kept by main. A page that the PC's program falls over on is read by the window's.
 */
export function createChosenEngine(parts: {
  readonly door: EngineDoor;
  readonly inWindow: ReadText;
  readonly warmWindow: () => void;
  readonly natively: ReadNatively;
  /** Runs a comparison when there is room for it, or never. */
  readonly whenFree: (work: () => Promise<void>) => void;
}): ChosenEngine {
  const { door, inWindow, natively, whenFree } = parts;
  let asked: ReturnType<EngineDoor['ask']> | null = null;
  let readInWindow = 0;
  let comparing = 0;
  const measured = { pages: 0, tesseractJsMs: 0, nativeMs: 0 };

  const compare = async (page: PageInHand, own: TextReading): Promise<void> => {
    const other = await natively({ ...page, priority: 'background' });
    if (!other.ok || measured.pages >= PAGES_TO_COMPARE) {
      comparing -= 1;
      return;
    }
    measured.pages += 1;
    measured.tesseractJsMs += own.milliseconds;
    measured.nativeMs += other.value.milliseconds;
    if (measured.pages === PAGES_TO_COMPARE) asked = door.tell(measured);
  };

  const read: ReadText = async (page) => {
    asked ??= door.ask();
    const use = await asked;
    if (use === 'native-tesseract') {
      const read = await natively(page);
      if (read.ok) return read;
      const { failure } = read;
      if (isOfThePage(failure)) return { ok: false, failure };
      // Main knows whether it is worth asking the program again.
      if (failure.code === 'native-engine-failed') asked = null;
      return inWindow(page);
    }
    const read = await inWindow(page);
    if (use === 'compare' && read.ok) {
      if (
        readInWindow >= WARM_AFTER &&
        comparing < PAGES_TO_COMPARE &&
        read.value.text.length >= LEAST_LETTERS
      ) {
        comparing += 1;
        whenFree(() => compare(page, read.value));
      }
      readInWindow += 1;
    }
    return read;
  };

  return {
    read,
    warm: () => {
      asked ??= door.ask();
      // The PC's program starts anew for each page, in 0.08 s: there is nothing to warm.
      void asked.then((use) => {
        if (use !== 'native-tesseract') parts.warmWindow();
      });
    },
  };
}

/** Another engine would do no better: a page that takes too long takes too long for both. */
const isOfThePage = (failure: NativeFailure): failure is Failure<ReadingFailureCode> =>
  failure.code !== 'native-engine-failed' && failure.code !== 'reading-crashed';
