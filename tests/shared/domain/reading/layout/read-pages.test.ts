import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrangeWords } from '../../../../../src/shared/domain/reading/layout/arrange-words.ts';
import { comparable, letterErrorRate } from '../../../../support/letter-errors.ts';
import { linesOf } from './set-page.ts';

type Row = readonly [string, number, number, number, number, number, number];
type ReadPage = { readonly aspect: number; readonly text: string; readonly words: readonly Row[] };

/** A typeset page with invented people: what the engine read on its scan, and what stands on it. */
function readPage(name: string) {
  const path = join(import.meta.dirname, 'pages', `${name}.json`);
  const { aspect, text, words } = JSON.parse(readFileSync(path, 'utf8')) as ReadPage;
  return {
    aspect,
    text,
    words: words.map(([word, confidence, x, y, width, height, line]) => ({
      text: word,
      confidence,
      box: { x, y, width, height },
      line,
    })),
  };
}

describe('pages as the engine read them', () => {
  // Letter errors in % before: 2.8, 5.3, 1.6, 19.6, 19.7, 32.2, 7.3, 0.2, 2.3, 21.5, 5.7.
  it.each([
    ['LY-1', 'letter-specked', 0.6],
    ['LY-9', 'letter-three-titles', 0.7],
    ['LY-9', 'letter-long-list', 0.6],
    ['LY-11', 'table-centred', 2],
    ['LY-11', 'table-specked', 2.3],
    ['LY-11', 'table-without-rules', 2.5],
    ['LY-11', 'table-without-numbers', 0.5],
    ['LY-10', 'two-columns', 0.3],
    ['LY-7', 'minutes-two-signatures', 0.9],
    ['LY-11', 'label-and-value', 2.8],
    ['LY-7', 'fee-slip-specked', 1.8],
  ])('[%s] %s: at most %s %% of the letters are wrong or out of place', (_, name, mostPercent) => {
    const { aspect, text, words } = readPage(name);
    const arranged = comparable(linesOf(arrangeWords(words, { aspect })).join('\n'));
    expect(100 * letterErrorRate(comparable(text), arranged)).toBeLessThan(mostPercent);
  });
});
