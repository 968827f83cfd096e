import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pinnedAssets } from '../../../build/ocr-assets/pinned-assets.ts';
import { makeToneModel } from '../../../build/tone-model/make-tone-model.ts';
import { CORPUS, readCorpus } from '../../../build/tone-model/read-corpus.ts';
import { readWordModel } from '../../../src/shared/domain/reading/tone-repair/word-model.ts';

const texts = [
  { name: 'a', text: 'Cơ quan có thẩm quyền.\nNgười có thẩm quyền quyết định.\nSố 12, cơ quan khác' },
  { name: 'b', text: 'This English line of the corpus is not counted at all.\nCơ quan có thẩm quyền.' },
];
const bytes = makeToneModel(texts, 1);
const model = readWordModel(bytes);
const costOf = (...words: [string, string, string]): number => {
  const [before, last, word] = words.map(model.numberOf) as [number, number, number];
  return model.cost(before, last, word);
};

describe('the tone model', () => {
  it('holds every word once, in the order of its letters, without English lines', () => {
    expect(model.words.slice(1)).toEqual([...new Set(model.words.slice(1))].sort());
    expect(model.words).toContain('thẩm');
    expect(model.words).not.toContain('english');
    expect(model.numberOf('english')).toBe(0);
  });

  it('knows what stands side by side, and finds it likelier than what does not', () => {
    const pair = (first: string, second: string) =>
      model.hasPair(model.numberOf(first), model.numberOf(second));
    expect([pair('thẩm', 'quyền'), pair('quyền', 'thẩm')]).toEqual([true, false]);
    expect(costOf('có', 'thẩm', 'quyền')).toBeLessThan(costOf('có', 'thẩm', 'quan'));
    expect(costOf('quan', 'có', 'thẩm')).toBeLessThan(costOf('quan', 'có', 'khác'));
  });

  it('gives every word together about one whole, after any two words', () => {
    for (const [before, last] of [
      ['có', 'thẩm'],
      ['cơ', 'quan'],
      ['số', '0'],
      ['khác', 'có'],
    ] as const) {
      const all = model.words.reduce((sum, word) => sum + Math.exp(-costOf(before, last, word)), 0);
      expect(all).toBeGreaterThan(0.85);
      expect(all).toBeLessThan(1.15);
    }
  });

  it('is the same file for the same texts', () => {
    expect(makeToneModel(texts, 1)).toEqual(bytes);
  });

  it('refuses a file that is another or cut short', () => {
    expect(() => readWordModel(Uint8Array.of(1, 2, 3, 4))).toThrow('not a tone model');
    expect(() => readWordModel(bytes.subarray(0, bytes.length - 1))).toThrow('too early');
    expect(() => readWordModel(Uint8Array.of(...bytes, 0))).toThrow('too many');
  });

  it('says when the corpus is not there', async () => {
    await expect(readCorpus('/nowhere/corpus.tar.xz')).rejects.toThrow('is not here');
  });

  it.skipIf(!existsSync(CORPUS))(
    `is what the pinned file was made from (skipped where ${CORPUS} is absent)`,
    async () => {
      const sha256 = createHash('sha256')
        .update(makeToneModel(await readCorpus()))
        .digest('hex');
      expect(sha256).toBe(pinnedAssets.find(({ name }) => name === 'tones.model')?.sha256);
    },
    180_000,
  );
});
