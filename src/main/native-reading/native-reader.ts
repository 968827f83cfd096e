import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { createTurns, type GiveBack, type Urgency } from '../../shared/base/turns.ts';
import { runTesseract, type TesseractEnd } from './run-tesseract.ts';
import { joinTsv, splitAt } from './two-parts.ts';

export type NativeFailure = Failure<
  'native-engine-failed' | 'reading-timed-out' | 'reading-crashed' | 'reading-cancelled'
>;

/** @see PictureFacts */
export type NativePicture = {
  readonly png: Uint8Array;
  readonly dpi: number;
  readonly darkGround: boolean;
  /** Row between two paragraphs at which the page may be read in two parts at once; null where it must not be cut. */
  readonly whiteRow: number | null;
};

export type NativeReader = {
  /**
   * TSV of one picture, and how long the program worked (of both parts together where a page that is alone was read in
   * two, each on a core of its own). `native-engine-failed`: this PC's program is not used any more
   * until the next start, the window's own engine has to read.
   */
  readonly read: (
    picture: NativePicture,
    urgency: Urgency,
    signal?: AbortSignal,
  ) => Promise<Result<{ readonly tsv: string; readonly milliseconds: number }, NativeFailure>>;
  /** Ends what runs and refuses what waits. */
  readonly close: () => void;
};

export type NativeReaderSettings = {
  readonly program: string;
  /** Where the model lies; asked once, before the first page. */
  readonly dataFolder: () => Promise<string>;
  /** Processes at once: two are as quick as three on two cores (measured). */
  readonly size: number;
  readonly timeoutMs?: number;
  /** The program has failed so often that it is not used any more. */
  readonly onBroken: () => void;
};

const ONE_TRY_MS = 60_000;
/** Both tries of the first page, or of two pages one after the other: then it is the program and not the page. */
const BROKEN_AFTER = { neverWorked: 2, worked: 4 } as const;

/** Runs the program page by page, at most `size` at once; every page is tried twice and always settles. */
export function createNativeReader(settings: NativeReaderSettings): NativeReader {
  const { program, timeoutMs = ONE_TRY_MS } = settings;
  const places = createTurns(settings.size);
  const closing = new AbortController();
  let dataFolder: Promise<string> | null = null;
  let worked = false;
  let crashesInARow = 0;

  const isBroken = (): boolean => crashesInARow >= (worked ? BROKEN_AFTER.worked : BROKEN_AFTER.neverWorked);

  const folderAtHand = async (): Promise<string | null> => {
    try {
      dataFolder ??= settings.dataFolder();
      return await dataFolder;
    } catch {
      // A full disk, a folder that is not ours: without its model the program cannot read.
      dataFolder = null;
      return null;
    }
  };

  const readWhole = async (
    { png, dpi, darkGround }: Omit<NativePicture, 'whiteRow'>,
    signal: AbortSignal,
  ): Promise<TesseractEnd> => {
    const folder = await folderAtHand();
    if (folder === null) return { end: 'crashed' };
    return runTesseract({ program, dataFolder: folder, picture: png, dpi, darkGround, timeoutMs, signal });
  };

  /** Both parts at once; one that fails ends the other. */
  const readInTwo = async (
    picture: NativePicture,
    whiteRow: number,
    signal: AbortSignal,
  ): Promise<TesseractEnd> => {
    const either = new AbortController();
    const until = AbortSignal.any([signal, either.signal]);
    const readPart = async (png: Uint8Array): Promise<TesseractEnd> => {
      const ended = await readWhole({ ...picture, png }, until);
      if (ended.end !== 'read') either.abort();
      return ended;
    };
    const parts = await splitAt(picture.png, whiteRow);
    const [upper, lower] = await Promise.all([readPart(parts.upper), readPart(parts.lower)]);
    if (upper.end === 'read' && lower.end === 'read') {
      const milliseconds = upper.milliseconds + lower.milliseconds;
      return { end: 'read', tsv: joinTsv(upper.tsv, lower.tsv, whiteRow), milliseconds };
    }
    // The other was only ended because of the one that failed.
    return upper.end === 'read' || upper.end === 'cancelled' ? lower : upper;
  };

  const attempt = async (
    picture: NativePicture,
    signal: AbortSignal,
    secondPlace: GiveBack | null,
  ): Promise<TesseractEnd> => {
    const { whiteRow } = picture;
    const ended =
      whiteRow === null || secondPlace === null
        ? await readWhole(picture, signal)
        : await readInTwo(picture, whiteRow, signal).finally(secondPlace);
    if (ended.end === 'read') {
      worked = true;
      crashesInARow = 0;
    } else if (ended.end === 'crashed') {
      crashesInARow += 1;
      if (crashesInARow === BROKEN_AFTER[worked ? 'worked' : 'neverWorked']) settings.onBroken();
    }
    return ended;
  };

  return {
    read: async (picture, urgency, givenSignal) => {
      const signals = [closing.signal, ...(givenSignal === undefined ? [] : [givenSignal])];
      const signal = AbortSignal.any(signals);
      const giveBack = await places.take(urgency, signal);
      if (giveBack === null) return fail('reading-cancelled', 'officer-decides');
      try {
        if (isBroken()) return fail('native-engine-failed', 'call-support');
        // Alone, a page has both cores: nobody waits for the place that its second part takes.
        const first = await attempt(picture, signal, picture.whiteRow === null ? null : places.takeSecond());
        const ended =
          first.end === 'read' || first.end === 'cancelled' ? first : await attempt(picture, signal, null);
        if (ended.end === 'read') return ok({ tsv: ended.tsv, milliseconds: ended.milliseconds });
        if (ended.end === 'cancelled') return fail('reading-cancelled', 'officer-decides');
        if (ended.end === 'timed-out')
          return fail('reading-timed-out', 'officer-decides', { seconds: timeoutMs / 1000 });
        return isBroken()
          ? fail('native-engine-failed', 'call-support')
          : fail('reading-crashed', 'officer-decides');
      } finally {
        giveBack();
      }
    },
    close: () => closing.abort(),
  };
}
