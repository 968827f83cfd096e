import { z } from 'zod';
import type { PageLook } from '../../domain/page/page.ts';
import { lookQuery } from './page-urls.ts';

/**
 * Addresses of the `tesseract` that is installed on the PC, run by main on the same picture as the window's own engine.
 *   GET /pages/<sha256>/words?rotation=90&cut=…&priority=looking  → 200 `NativeWords` | 404 no picture | 503 `FailureReply`
 *   GET /reading-engines                                          → 200 `ReadingEngines`
 *   PUT /reading-engines   `EngineComparison`                     → 200 `ReadingEngines`, the choice made
 */
export const wordsUrl = (sha256: string, look: PageLook, priority: 'looking' | 'background'): string =>
  `/pages/${sha256}/words?${lookQuery(look)}&priority=${priority}`;
export const READING_ENGINES_URL = '/reading-engines';

/** What the program wrote. */
export const NativeWords = z.object({
  /** Tesseract's TSV; empty for a blank page, which is not read. */
  tsv: z.string(),
  /** Of the program's own work, start included, without waiting and without preparing the picture. */
  milliseconds: z.number().min(0),
});
export type NativeWords = Readonly<z.infer<typeof NativeWords>>;

export const ReadingEngines = z.object({
  /** Version of the PC's own tesseract; null: none that will do. */
  native: z.string().nullable(),
  /** `compare`: both are there and nobody knows yet which is quicker on this PC. */
  use: z.enum(['tesseract-js', 'native-tesseract', 'compare']),
});
export type ReadingEngines = Readonly<z.infer<typeof ReadingEngines>>;

/** How long both engines took for the same pages, in milliseconds. */
export const EngineComparison = z.object({
  pages: z.int().min(1).max(100),
  tesseractJsMs: z.number().positive(),
  nativeMs: z.number().positive(),
});
export type EngineComparison = Readonly<z.infer<typeof EngineComparison>>;
