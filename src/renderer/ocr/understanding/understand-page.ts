import type { LocalDate } from '../../../shared/base/dates.ts';
import type { PageReading, ReadingEngine, ReadWord } from '../../../shared/contracts/bridge/reading.ts';
import { arrangeWords } from '../../../shared/domain/reading/layout/arrange-words.ts';
import { printedText } from '../../../shared/domain/reading/printed-text.ts';
import type { ReadCode } from '../../../shared/domain/reading/read-code.ts';
import { readPaper } from '../../../shared/domain/reading/read-paper.ts';
import type { ToneRepair } from '../../../shared/domain/reading/tone-repair/repair-tones.ts';

/** What was read off one page, before anything is made of it. */
export type ReadPage = {
  readonly sha256: string;
  readonly engine: ReadingEngine;
  /** Its words were read as English. */
  readonly isEnglish: boolean;
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
 * From words to text in reading order with its tone marks repaired, kind, fields and what contradicts itself. Words of a
 * PDF's own layer are in order and are not guessed at; English has no marks to repair.
 * @param tones null where the model is not there: words stay as the engine read them
 */
export function understandPage(
  { sha256, engine, isEnglish, words: asRead, aspect, ...page }: ReadPage,
  tones: ToneRepair | null,
): UnderstoodPage {
  const words =
    engine === 'text-layer' ? asRead : repaired(arrangeWords(asRead, { aspect }), isEnglish ? null : tones);
  return {
    text: printedText(words),
    words,
    ...readPaper({ ...page, words, sha256, fromTextLayer: engine === 'text-layer' }),
  };
}

const repaired = (words: readonly ReadWord[], tones: ToneRepair | null): readonly ReadWord[] =>
  tones === null ? words : tones.repair(words);
