import type { ReadingEngine, ReadWord } from '../../shared/contracts/bridge/reading.ts';
import type { PageRotation } from '../../shared/domain/page/page.ts';
import type { PrintedWord } from '../../shared/domain/reading/printed-word.ts';
import type { ReadCode } from '../../shared/domain/reading/read-code.ts';
import type { TextReading } from './engines/text-reading.ts';
import type { PagePicture } from './page-picture.ts';
import { wordsInFractions } from './words.ts';

/** The words of one page, upright, as they were read. */
export type PageWords = {
  readonly engine: ReadingEngine;
  /** Read with English data, because that was surer. */
  readonly isEnglish: boolean;
  readonly words: readonly ReadWord[];
  readonly codes: readonly ReadCode[];
  readonly meanConfidence: number;
  /** Clockwise turn, on top of the one asked for, in which the page is upright. */
  readonly turn: PageRotation;
  /** The picture that was read; null for words that a PDF brought itself. */
  readonly picture: PagePicture | null;
  /** Height / width of the upright page. */
  readonly aspect: number;
  readonly skewDegrees: number;
  readonly blank: boolean;
  /** Work on the page so far, without waiting for a place. */
  readonly milliseconds: number;
};

/** A picture and what stands on it; no text: it is blank. */
export type ReadPicture = {
  readonly picture: PagePicture;
  readonly text: TextReading | null;
  readonly codes: readonly ReadCode[];
  readonly milliseconds: number;
};

/** Words that a PDF brought itself; its picture was only looked at for codes. */
export function wordsOfLayer(
  words: readonly PrintedWord[],
  picture: PagePicture,
  codes: readonly ReadCode[],
): PageWords {
  return {
    engine: 'text-layer',
    isEnglish: false,
    words,
    codes,
    meanConfidence: 1,
    turn: 0,
    picture: null,
    aspect: picture.height / picture.width,
    skewDegrees: picture.skewDegrees,
    blank: false,
    milliseconds: 0,
  };
}

/** Words that an engine read on the picture; none on a blank page. */
export function wordsOfEngine(
  read: ReadPicture & { readonly turn: PageRotation; readonly isEnglish: boolean },
): PageWords {
  const { picture, text, codes, turn, isEnglish, milliseconds } = read;
  const { width, height, skewDegrees, blank } = picture;
  return {
    engine: text?.engine ?? 'none',
    isEnglish,
    words: text === null ? [] : wordsInFractions(text.words, width, height),
    codes,
    meanConfidence: text?.meanConfidence ?? 0,
    turn,
    picture,
    aspect: height / width,
    skewDegrees,
    blank,
    milliseconds,
  };
}
