import { createWorker, OEM, PSM, type Worker as TesseractWorker } from 'tesseract.js';
import type { OcrAssets } from './ocr-assets.ts';
import { type EngineReading, readingFromTsv } from './words.ts';

/** A reading and how long the engine worked on it. */
export type TimedReading = EngineReading & { readonly milliseconds: number };

/** A started engine, in a worker of its own; one job at a time. */
export type Engine<In, Out> = {
  /** Rejects when the worker falls over; a worker that hangs never settles it, so the caller needs a watchdog. */
  readonly run: (input: In) => Promise<Out>;
  readonly stop: () => void;
};

export type EnginePicture = {
  /** Grey. */
  readonly png: Uint8Array<ArrayBuffer>;
  /** Without it the engine guesses and loses table rows. */
  readonly dpi: number;
  /** Lines that are read badly are tried as bright on dark too; absent: they are. */
  readonly darkGround?: boolean;
};

export type StartEngine<In, Out> = () => Promise<Engine<In, Out>>;

/** Languages that pages are read in, by the names of their data. */
export type TextLanguage = 'vie' | 'eng';

/**
 * LSTM only, page segmentation mode 3: the library's default, 6, drops table cells
 * (measured: 2–8 % of the characters of a page with a table).
 */
export async function startTextEngine(
  assets: OcrAssets,
  language: TextLanguage,
): Promise<Engine<EnginePicture, TimedReading>> {
  const worker = await start(assets, language, false);
  // Paragraphs are made of the words' places afterwards, as with the PC's own program.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, paragraph_text_based: '0' });
  return engineOf(worker, async ({ png, dpi, darkGround = true }) => {
    const startedMs = performance.now();
    await worker.setParameters({ user_defined_dpi: String(dpi), tessedit_do_invert: darkGround ? '1' : '0' });
    const { data } = await worker.recognize(blobOf(png), {}, { text: false, tsv: true });
    return { ...readingFromTsv(data.tsv ?? ''), milliseconds: performance.now() - startedMs };
  });
}

/** Clockwise turn that brings the picture upright and how sure that is; null when there is too little print. */
export type Orientation = { readonly turn: 0 | 90 | 180 | 270; readonly confidence: number } | null;

/** Finds how a page lies. Needs the full (legacy) core, which only this engine loads. */
export async function startOrientationEngine(assets: OcrAssets): Promise<Engine<EnginePicture, Orientation>> {
  const worker = await start(assets, 'osd', true);
  return engineOf(worker, async ({ png, dpi }) => {
    await worker.setParameters({ user_defined_dpi: String(dpi) });
    const { data } = await worker.detect(blobOf(png));
    const turn = data.orientation_degrees;
    if (turn !== 0 && turn !== 90 && turn !== 180 && turn !== 270) return null;
    return { turn, confidence: data.orientation_confidence ?? 0 };
  });
}

/** A strip of print where only these characters can stand: a machine-readable zone. */
export type StripPicture = EnginePicture & { readonly characters: string };

/** Reads one strip as a block of lines; gives the lines as read. */
export async function startStripEngine(assets: OcrAssets): Promise<Engine<StripPicture, readonly string[]>> {
  const worker = await start(assets, 'vie', false);
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK });
  return engineOf(worker, async ({ png, dpi, characters }) => {
    await worker.setParameters({ user_defined_dpi: String(dpi), tessedit_char_whitelist: characters });
    const { data } = await worker.recognize(blobOf(png), {}, { text: true });
    return data.text.split('\n').filter((line) => line.trim() !== '');
  });
}

/**
 * tesseract.js settles the start only when the core loads or fails; failing data is told to `errorHandler` alone,
 * which also keeps it from throwing into the event loop.
 */
function start(assets: OcrAssets, data: TextLanguage | 'osd', legacy: boolean): Promise<TesseractWorker> {
  return new Promise((resolve, reject) => {
    createWorker(data, legacy ? OEM.TESSERACT_ONLY : OEM.LSTM_ONLY, {
      workerPath: assets.worker,
      corePath: assets.folder,
      langPath: assets.folder,
      workerBlobURL: false,
      cacheMethod: 'none',
      // Those that npm has come packed.
      gzip: data !== 'vie',
      legacyCore: legacy,
      legacyLang: legacy,
      errorHandler: (reason: unknown) => reject(new Error(String(reason))),
    }).then(resolve, (reason: unknown) => reject(new Error(String(reason))));
  });
}

function engineOf<In, Out>(worker: TesseractWorker, run: (input: In) => Promise<Out>): Engine<In, Out> {
  let fallen = false;
  let rejectJob: (reason: Error) => void = () => undefined;
  threadOf(worker).addEventListener('error', () => {
    fallen = true;
    rejectJob(new Error('the reading worker fell over'));
  });
  return {
    run: (input) =>
      new Promise((resolve, reject) => {
        if (fallen) {
          reject(new Error('the reading worker had fallen over'));
          return;
        }
        rejectJob = reject;
        run(input).then(resolve, (reason: unknown) => reject(new Error(String(reason))));
      }),
    // The library's own `terminate` forgets the thread: what is sent to it afterwards throws where nobody can catch it.
    stop: () => threadOf(worker).terminate(),
  };
}

/** The browser's worker behind a tesseract.js worker; there at run time, missing in its types. */
const threadOf = (worker: TesseractWorker): Worker => (worker as unknown as { worker: Worker }).worker;

const blobOf = (png: Uint8Array<ArrayBuffer>): Blob => new Blob([png], { type: 'image/png' });
