import type { Failure, Result } from '../../shared/base/result.ts';
import type { PageReading } from '../../shared/contracts/bridge/reading.ts';

/** What became of one page (`page` counts from 1), or of a whole file that gave no pages (`page` null). */
export type ReadingOutcome =
  | { readonly file: string; readonly page: number; readonly reading: PageReading }
  | { readonly file: string; readonly page: number; readonly sha256: string; readonly failure: Failure }
  | { readonly file: string; readonly page: null; readonly failure: Failure };

/** Marks our lines in a stream that Electron and Chromium write to as well. */
export const OUTCOME_MARK = '@reading ';

/** One line for the program that started this one (build/read). Words with their boxes stay here. */
export function outcomeLine(outcome: ReadingOutcome): string {
  if ('failure' in outcome) {
    const { file, page, failure } = outcome;
    return `${OUTCOME_MARK}${JSON.stringify({ file, page, failure })}\n`;
  }
  const { text, engine, kind, fields, codes, mrz, contradictions } = outcome.reading;
  const { meanConfidence, rotation, skewDegrees, blank, seconds } = outcome.reading;
  const understood = { text, engine, kind, fields, codes, mrz, contradictions };
  const told = { ...understood, meanConfidence, rotationDegrees: rotation, skewDegrees, blank };
  const { file, page } = outcome;
  return `${OUTCOME_MARK}${JSON.stringify({ file, page, seconds, ...told })}\n`;
}

/** Marks the one line that tells what became of the archival PDF. */
export const ARCHIVE_MARK = '@archive ';

export const archiveLine = (
  result: Result<{ readonly path: string; readonly pages: number }, Failure>,
): string => `${ARCHIVE_MARK}${JSON.stringify(result.ok ? result.value : { failure: result.failure })}\n`;
