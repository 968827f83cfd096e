import type { LocalDate } from '../../../shared/base/dates.ts';
import type { PageReading, ReadingEngine, ReadWord } from '../../../shared/contracts/bridge/reading.ts';
import { arrangeWords } from '../../../shared/domain/reading/layout/arrange-words.ts';
import type { ReadCode } from '../../../shared/domain/reading/read-code.ts';
import { readPaper } from '../../../shared/domain/reading/read-paper.ts';

/** What was read off one page, before anything is made of it. */
export type ReadPage = {
  readonly sha256: string;
  readonly engine: ReadingEngine;
  readonly words: readonly ReadWord[];
  /** Height / width of the upright page. */
  readonly aspect: number;
  readonly codes: readonly ReadCode[];
  readonly mrz: readonly string[] | null;
  /** Day in Hà Nội. */
  readonly today: LocalDate;
};

export type UnderstoodPage = Pick<PageReading, 'text' | 'words' | 'kind' | 'fields' | 'contradictions'>;

/**
 * From words to text in reading order, kind, fields and what contradicts itself. Words of a PDF's own layer are in order
 * and are not guessed at.
 */
export function understandPage({ sha256, engine, words: asRead, aspect, ...page }: ReadPage): UnderstoodPage {
  const words = engine === 'text-layer' ? asRead : arrangeWords(asRead, { aspect });
  return {
    text: textOf(words),
    words,
    ...readPaper({ ...page, words, sha256, fromTextLayer: engine === 'text-layer' }),
  };
}

/** One line of text for each printed line. */
export function textOf(words: readonly ReadWord[]): string {
  const lines = Map.groupBy(words, ({ line }) => line);
  return [...lines.values()].map((line) => line.map(({ text }) => text).join(' ')).join('\n');
}
