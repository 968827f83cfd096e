import type { AskedUrgency } from '../../../shared/base/turns.ts';
import { printedText } from '../../../shared/domain/reading/printed-text.ts';
import { createEnginePool } from '../engine-pool.ts';
import type { OcrAssets } from '../ocr-assets.ts';
import type { ReadPage, UnderstoodPage } from './understand-page.ts';
import { startUnderstanding } from './understanding-engine.ts';

export type Understanding = {
  /** Always gives an answer: where understanding fails, the page keeps its words, without fields. */
  readonly understand: (
    page: ReadPage,
    priority: AskedUrgency,
    signal?: AbortSignal,
  ) => Promise<UnderstoodPage>;
  readonly warm: () => void;
  readonly close: () => void;
};

const nothing: UnderstoodPage = { text: '', words: [], kind: null, fields: [], contradictions: [] };

export function createUnderstanding(assets: OcrAssets): Understanding {
  const pool = createEnginePool(() => startUnderstanding(assets), {
    size: 1,
    runTimeoutMs: 20_000,
    startTimeoutMs: 20_000,
    idleMs: 300_000,
  });
  return {
    understand: async (page, priority, signal) => {
      if (page.words.length === 0 && page.codes.length === 0) return nothing;
      const understood = await pool.run(page, priority, signal);
      if (understood.ok) return understood.value;
      const { words } = page;
      return { ...nothing, text: printedText(words), words };
    },
    warm: pool.warm,
    close: pool.close,
  };
}
