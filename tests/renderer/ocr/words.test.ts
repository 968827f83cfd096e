import { describe, expect, it } from 'vitest';
import { readingFromTsv, standsOnEnd, wordsInFractions } from '../../../src/renderer/ocr/words.ts';

const TSV = [
  '1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t',
  '4\t1\t1\t1\t1\t0\t100\t100\t300\t40\t-1\t',
  '5\t1\t1\t1\t1\t1\t100\t100\t100\t40\t96.5\tQuye\u0302\u0301t',
  '5\t1\t1\t1\t1\t2\t250\t100\t150\t40\t90\tđịnh',
  '5\t1\t1\t1\t2\t1\t100\t160\t100\t40\t80\t ',
  '5\t1\t1\t2\t1\t1\t100\t220\t50\t40\t60\tsố',
  '',
].join('\n');

describe('words', () => {
  it('are NFC, numbered by printed line, without empty ones; text has a line per printed line', () => {
    const { text, words } = readingFromTsv(TSV);
    expect(text).toBe('Quyết định\nsố');
    expect(words.map((word) => [word.text, word.line])).toEqual([
      ['Quyết', 0],
      ['định', 0],
      ['số', 1],
    ]);
  });

  it('weigh the mean confidence by letters; a page without words has none', () => {
    expect(readingFromTsv(TSV).meanConfidence).toBeCloseTo((5 * 0.965 + 4 * 0.9 + 2 * 0.6) / 11);
    expect(readingFromTsv('')).toEqual({ text: '', words: [], meanConfidence: 0 });
  });

  it('have boxes as fractions of the picture', () => {
    expect(wordsInFractions(readingFromTsv(TSV).words, 1000, 2000)[1]).toEqual({
      text: 'định',
      line: 0,
      confidence: 0.9,
      box: { x: 0.25, y: 0.05, width: 0.15, height: 0.02 },
    });
  });

  it('stand on end when the longer ones are taller than wide', () => {
    const { words } = readingFromTsv(TSV);
    expect(standsOnEnd(words)).toBe(false);
    expect(standsOnEnd(words.map((word) => ({ ...word, bottom: word.top + 500 })))).toBe(true);
    expect(standsOnEnd([])).toBe(false);
  });
});
