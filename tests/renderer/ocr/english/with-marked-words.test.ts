import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withMarkedWords } from '../../../../src/renderer/ocr/english/with-marked-words.ts';
import type { PixelWord } from '../../../../src/renderer/ocr/words.ts';

const word = (text: string, left: number, confidence = 0.9, width = 100, top = 0): PixelWord => ({
  text,
  confidence,
  line: 0,
  left,
  right: left + width,
  top,
  bottom: top + 30,
});

describe('words read as English', () => {
  const english = [word('Tran', 0), word('Van', 110), word('Dic', 220), word('certificate', 330)];

  it('get the marks back that were read surely', () => {
    const vietnamese = [word('Trần', 2), word('Văn', 109), word('Đức', 221, 0.95), word('certiicate', 330)];
    const words = withMarkedWords(english, vietnamese);
    expect(words.map(({ text }) => text)).toEqual(['Trần', 'Văn', 'Đức', 'certificate']);
    expect(words[2]).toEqual({ ...english[2], text: 'Đức', confidence: 0.95 });
  });

  it('keep their own where the mark was a guess, the word was cut otherwise or stands elsewhere', () => {
    const guess = word('Trần', 0, 0.7);
    const cutOtherwise = word('Văn Đức', 110, 0.95, 210);
    const lineBelow = word('cértificate', 330, 0.95, 100, 40);
    expect(withMarkedWords(english, [guess, cutOtherwise, lineBelow])).toEqual(english);
  });

  it('stay as many, in the same places', () => {
    const anyWord = fc
      .record({
        text: fc.constantFrom('an', 'Đức', 'Nguyễn', 'the', 'é'),
        left: fc.nat(500),
        top: fc.nat(100),
        width: fc.integer({ min: 1, max: 200 }),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ text, left, top, width, confidence }) => word(text, left, confidence, width, top));
    fc.assert(
      fc.property(fc.array(anyWord), fc.array(anyWord), (one, other) => {
        const boxes = (words: readonly PixelWord[]) =>
          words.map(({ left, right, top, bottom, line }) => [left, right, top, bottom, line]);
        expect(boxes(withMarkedWords(one, other))).toEqual(boxes(one));
      }),
    );
  });
});
