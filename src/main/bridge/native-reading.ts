import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createEngineChoice, type ForcedEngine } from '../native-reading/engine-choice.ts';
import { findTesseract, type Tesseract, tesseractPlaces } from '../native-reading/find-tesseract.ts';
import { createNativeReader, type NativeReader } from '../native-reading/native-reader.ts';
import { placeModel } from '../native-reading/place-model.ts';
import { createNativeReadingRoutes } from './native-reading-routes.ts';
import type { PageSources } from './page-routes.ts';

export type NativeReading = {
  readonly routes: (request: Request) => Promise<Response | null>;
  /** Ends the programs that still read. */
  readonly close: () => void;
};

const MOST_PROCESSES = 2;

/**
 * The tesseract of this PC, if there is one: looked for when the window first asks, never before, so that a desk opens
 * as fast as without.
 * @param builtOcr the folder `ocr` of the built window: the app's own model, and the window's engine
 * @param folder where the model is put for the program, and the choice of the engine is kept
 */
export function openNativeReading(parts: {
  readonly reading: PageSources['reading'];
  readonly builtOcr: string;
  readonly folder: string;
  readonly keptChoice: string;
  readonly forced: ForcedEngine | null;
  readonly tell: (what: string, facts?: Readonly<Record<string, unknown>>) => void;
}): NativeReading {
  const { builtOcr, folder, forced, keptChoice, reading, tell } = parts;
  const cores = availableParallelism();
  let looking: Promise<Tesseract | null> | null = null;
  let reader: NativeReader | null = null;
  let closed = false;

  const find = (): Promise<Tesseract | null> => {
    looking ??= findTesseract(tesseractPlaces(process.platform, process.env)).then((found) => {
      tell('native tesseract', { version: found?.version ?? 'none' });
      return found;
    });
    return looking;
  };
  const choice = createEngineChoice({
    file: keptChoice,
    forced,
    native: async () => (await find())?.version ?? null,
    window: () => windowEngine(builtOcr),
    cores,
    tell,
  });
  const readerAtHand = async (): Promise<NativeReader | null> => {
    const found = await find();
    if (found === null || closed) return null;
    reader ??= createNativeReader({
      program: found.program,
      dataFolder: () => placeModel(builtOcr, folder),
      size: Math.max(1, Math.min(MOST_PROCESSES, cores)),
      onBroken: choice.giveUpNative,
    });
    return reader;
  };

  return {
    routes: createNativeReadingRoutes({ reading, reader: readerAtHand, choice }),
    close: () => {
      closed = true;
      reader?.close();
    },
  };
}

/** Tells one build of the window's engine from another. */
async function windowEngine(builtOcr: string): Promise<string> {
  const files = await Promise.all(
    ['worker.min.js', 'vie.traineddata'].map((name) => readFile(join(builtOcr, name))),
  );
  const hash = createHash('sha256');
  for (const bytes of files) hash.update(bytes);
  return hash.digest('hex');
}
