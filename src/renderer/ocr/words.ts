import type { ReadWord } from '../../shared/contracts/bridge/reading.ts';
import { printedText } from '../../shared/domain/reading/printed-text.ts';

/** Boxes in pixels of the picture that was read. */
export type PixelWord = Omit<ReadWord, 'box'> & {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type EngineReading = {
  readonly text: string;
  readonly words: readonly PixelWord[];
  /** 0…1, weighted by the length of the words; 0 when there are none. */
  readonly meanConfidence: number;
};

/** Columns of Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, conf, text. */
const WORD_LEVEL = '5';

/**
 * Words in reading order, numbered by printed line; text NFC, one line per printed line. TSV is the lightest of the
 * engine's outputs that has boxes (its JSON carries every letter and costs about 0.3 s a page).
 */
export function readingFromTsv(tsv: string): EngineReading {
  const words: PixelWord[] = [];
  let lines = 0;
  let printedLine = '';
  for (const row of tsv.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, ...rest] =
      row.split('\t');
    const text = rest.join(' ').normalize('NFC').trim();
    if (level !== WORD_LEVEL || text === '') continue;
    const here = `${page} ${block} ${paragraph} ${line}`;
    if (here !== printedLine) lines += 1;
    printedLine = here;
    words.push({
      text,
      line: lines - 1,
      confidence: clamp(Number(confidence) / 100),
      left: Number(left),
      top: Number(top),
      right: Number(left) + Number(width),
      bottom: Number(top) + Number(height),
    });
  }
  return readingOf(words);
}

/** What these words make. */
export function readingOf(words: readonly PixelWord[]): EngineReading {
  return { text: printedText(words), words, meanConfidence: meanConfidence(words) };
}

/** Boxes as fractions of the picture. */
export function wordsInFractions(
  words: readonly PixelWord[],
  width: number,
  height: number,
): readonly ReadWord[] {
  return words.map(({ left, top, right, bottom, ...word }) => ({
    ...word,
    box: {
      x: clamp(left / width),
      y: clamp(top / height),
      width: clamp((right - left) / width),
      height: clamp((bottom - top) / height),
    },
  }));
}

/** Most of the longer words are taller than wide: the lines run up or down the page. */
export function standsOnEnd(words: readonly PixelWord[]): boolean {
  const long = words.filter((word) => word.text.length >= 4);
  const tall = long.filter((word) => word.bottom - word.top > word.right - word.left);
  return long.length > 0 && tall.length > long.length / 2;
}

function meanConfidence(words: readonly PixelWord[]): number {
  let letters = 0;
  let sum = 0;
  for (const word of words) {
    letters += word.text.length;
    sum += word.text.length * word.confidence;
  }
  return letters === 0 ? 0 : sum / letters;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
