import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { EngineComparison, ReadingEngines } from '../../shared/contracts/bridge/reading-engines.ts';
import { writeWholeFile } from '../disk/durable-writes.ts';

/** What one measurement was good for: other versions or another processor, and it is made again. */
const KeptChoice = z.object({
  native: z.string(),
  window: z.string(),
  cores: z.int(),
  use: z.enum(['tesseract-js', 'native-tesseract']),
  pages: z.int(),
  tesseractJsMs: z.number(),
  nativeMs: z.number(),
});
type KeptChoice = z.infer<typeof KeptChoice>;

export type ForcedEngine = 'native-tesseract' | 'tesseract-js';

export type EngineChoice = {
  readonly current: () => Promise<ReadingEngines>;
  /** Keeps which was quicker. One that cannot be kept (a full disk) holds until the next start. */
  readonly compared: (comparison: EngineComparison) => Promise<ReadingEngines>;
  /** The PC's program is not used any more until the next start. */
  readonly giveUpNative: () => void;
};

/**
 * Which engine reads: the PC's own where it is installed and was measured to be quicker, on pages that both have read.
 * @param native version of the PC's tesseract, null for none
 * @param window what tells one build of the window's engine from another
 */
export function createEngineChoice(parts: {
  readonly file: string;
  readonly forced: ForcedEngine | null;
  readonly native: () => Promise<string | null>;
  readonly window: () => Promise<string>;
  readonly cores: number;
  readonly tell: (what: string, facts: Readonly<Record<string, unknown>>) => void;
}): EngineChoice {
  const { file, forced, cores, tell } = parts;
  let kept: KeptChoice | null = null;
  let givenUp = false;

  const findKept = async (): Promise<KeptChoice | null> => {
    if (kept !== null) return kept;
    try {
      kept = KeptChoice.parse(JSON.parse(await readFile(file, 'utf8')));
    } catch {
      // Never compared, or damaged: compared again.
    }
    return kept;
  };
  const current = async (): Promise<ReadingEngines> => {
    const native = givenUp ? null : await parts.native();
    if (native === null || forced === 'tesseract-js') return { native, use: 'tesseract-js' };
    if (forced !== null) return { native, use: forced };
    const choice = await findKept();
    const holds =
      choice !== null &&
      choice.native === native &&
      choice.cores === cores &&
      choice.window === (await parts.window());
    return { native, use: holds ? choice.use : 'compare' };
  };

  return {
    current,
    compared: async (comparison) => {
      const native = await parts.native();
      if (native === null) return current();
      const use = comparison.nativeMs < comparison.tesseractJsMs ? 'native-tesseract' : 'tesseract-js';
      kept = { native, window: await parts.window(), cores, use, ...comparison };
      tell('reading engines compared', kept);
      try {
        await writeWholeFile(file, JSON.stringify(kept));
      } catch (defect) {
        tell('reading engine not kept', { code: (defect as NodeJS.ErrnoException).code });
      }
      return current();
    },
    giveUpNative: () => {
      givenUp = true;
      tell('native tesseract failed, the window reads', {});
    },
  };
}
