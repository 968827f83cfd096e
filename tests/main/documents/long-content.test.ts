import { beforeAll, describe, expect, it } from 'vitest';
import { makeFeeReceipt } from '../../../src/main/documents/fee-receipt/make-fee-receipt.ts';
import { makeIntakeSlip } from '../../../src/main/documents/intake-slip/make-intake-slip.ts';
import type { FontFiles } from '../../../src/main/documents/layout/fonts.ts';
import { loadFonts } from './package-fonts.ts';
import { overlaps, type PlacedWord, pageTexts, placedWords } from './pdf-tools.ts';
import { longReceiptFacts, longSlipFacts, paper, receiptFacts, slipFacts } from './sample-facts.ts';

const MM = 72 / 25.4;

describe('nothing overlaps and nothing is cut off', () => {
  let fonts: FontFiles;
  beforeAll(async () => {
    fonts = await loadFonts();
  });

  it('the check itself sees words that lie over each other', () => {
    const word = (text: string, left: number, top: number): PlacedWord => ({
      page: 1,
      text,
      left,
      top,
      right: left + 20,
      bottom: top + 12,
    });
    expect(overlaps([word('a', 0, 0), word('b', 10, 5)])).toEqual(['a / b']);
    expect(overlaps([word('a', 0, 0), word('b', 0, 15), word('c', 21, 0)])).toEqual([]);
  });

  it.each([
    ['an ordinary slip', () => makeIntakeSlip(slipFacts, fonts), 842],
    ['a slip with everything long', () => makeIntakeSlip(longSlipFacts, fonts), 842],
    ['an ordinary receipt', () => makeFeeReceipt(receiptFacts, fonts), 420],
    ['a receipt with everything long', () => makeFeeReceipt(longReceiptFacts, fonts), 420],
  ] as const)('[DOC-4] in %s', async (_, make, sheetHeight) => {
    const words = placedWords(await make());
    expect(words.length).toBeGreaterThan(60);
    expect(overlaps(words)).toEqual([]);
    for (const word of words) {
      expect(word.left, word.text).toBeGreaterThan(14 * MM);
      expect(word.right, word.text).toBeLessThan(196 * MM);
      expect(word.top, word.text).toBeGreaterThan(5 * MM);
      expect(word.bottom, word.text).toBeLessThan(sheetHeight - 3 * MM);
    }
  });

  it('[DOC-4] a paper whose name is longer than a sheet goes on over the next ones', async () => {
    const words = Array.from({ length: 1500 }, (_, at) => `từ${at}`);
    const content = { ...slipFacts.dossier.content, papers: [paper(0, words.join(' '))] };
    const slip = await makeIntakeSlip({ ...slipFacts, dossier: { ...slipFacts.dossier, content } }, fonts);
    expect(overlaps(placedWords(slip))).toEqual([]);
    const all = pageTexts(slip).join(' ');
    for (const word of words) expect(all).toContain(word);
  });
});
