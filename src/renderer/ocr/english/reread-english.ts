import type { AskedUrgency } from '../../../shared/base/turns.ts';
import type { EnginePicture, TimedReading } from '../engine.ts';
import type { EnginePool } from '../engine-pool.ts';
import type { TextReading } from '../engines/text-reading.ts';
import type { PagePicture } from '../page-picture.ts';
import { readingOf, wordsInFractions } from '../words.ts';
import { mayBeEnglish } from './may-be-english.ts';
import { withMarkedWords } from './with-marked-words.ts';

/**
 * How much surer the reading in English must be. English gains 0.04–0.15, Vietnamese without marks 0–0.1; Vietnamese with
 * its marks loses 0.08–0.24 (measured). Badly read cards may gain 0.08 and read worse: their marks keep them from here.
 */
const SURER_BY = 0.02;

/** The better of two readings of one picture. */
export type LanguageReading = {
  readonly text: TextReading;
  readonly isEnglish: boolean;
  /** Of the second reading; 0 where there was none. */
  readonly milliseconds: number;
};

export type RereadEnglish = (
  text: TextReading,
  picture: PagePicture,
  asked: { readonly priority: AskedUrgency; readonly signal?: AbortSignal },
) => Promise<LanguageReading>;

/**
 * Reads a page that may be in English once more with English data and keeps what was read more surely. Pages in
 * Vietnamese cost nothing. Where English does not start, falls over or is cancelled, the reading at hand stands.
 */
export function createEnglishReader(pool: EnginePool<EnginePicture, TimedReading>): RereadEnglish {
  return async (text, picture, { priority, signal }) => {
    const asRead = { text, isEnglish: false, milliseconds: 0 };
    if (!mayBeEnglish(wordsInFractions(text.words, picture.width, picture.height))) return asRead;
    const startedMs = performance.now();
    const { dpi, darkGround } = picture;
    const png = await picture.png();
    if (!png.ok) return asRead;
    const english = await pool.run({ png: png.value, dpi, darkGround }, priority, signal);
    const milliseconds = english.ok ? english.value.milliseconds : performance.now() - startedMs;
    if (!english.ok || !isSurer(english.value, text)) return { ...asRead, milliseconds };
    const better = readingOf(withMarkedWords(english.value.words, text.words));
    return { text: { ...better, engine: 'tesseract-js', milliseconds }, isEnglish: true, milliseconds };
  };
}

/** Mean confidences are weighted by letters: a reading that leaves out half of the page must not win by what is left. */
const isSurer = (english: TimedReading, vietnamese: TextReading): boolean =>
  english.meanConfidence >= vietnamese.meanConfidence + SURER_BY &&
  english.text.length >= vietnamese.text.length * 0.8;
