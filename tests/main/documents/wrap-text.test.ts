import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MeasureMm,
  type Span,
  wrapBalanced,
  wrapText,
} from '../../../src/main/documents/layout/wrap-text.ts';

/** Every letter 2 mm wide, bold ones 3 mm. */
const measure: MeasureMm = (text, face) => Array.from(text).length * (face === 'bold' ? 3 : 2);
const textsOf = (lines: ReturnType<typeof wrapText>) =>
  lines.map((line) => line.runs.map((run) => run.text).join(''));

describe('wrapping', () => {
  it('breaks at spaces and keeps words whole', () => {
    expect(textsOf(wrapText([{ text: 'Độc lập Tự do', face: 'regular' }], 16, measure))).toEqual([
      'Độc lập',
      'Tự do',
    ]);
  });

  it('keeps a mark with the word before it, though it is another face', () => {
    const spans: Span[] = [
      { text: 'Tên: ', face: 'regular' },
      { text: 'An', face: 'bold' },
      { text: '; Số: 1', face: 'regular' },
    ];
    expect(textsOf(wrapText(spans, 16, measure))).toEqual(['Tên:', 'An; Số:', '1']);
  });

  it('breaks a word that is wider than the line, and takes a line for nothing', () => {
    expect(textsOf(wrapText([{ text: 'abcdefg', face: 'regular' }], 6, measure))).toEqual([
      'abc',
      'def',
      'g',
    ]);
    expect(wrapText([{ text: '', face: 'regular' }], 6, measure)).toHaveLength(1);
  });

  it('puts no space between the parts of a broken word', () => {
    const spans: Span[] = [
      { text: 'aaaa', face: 'bold' },
      { text: 'bbb', face: 'regular' },
    ];
    expect(textsOf(wrapText(spans, 10, measure))).toEqual(['aaa', 'abbb']);
  });

  it('makes lines of a heading about equally long', () => {
    const heading: Span[] = [{ text: 'MỘT HAI BA BỐN NĂM', face: 'regular' }];
    expect(textsOf(wrapText(heading, 30, measure))).toEqual(['MỘT HAI BA BỐN', 'NĂM']);
    expect(textsOf(wrapBalanced(heading, 30, measure))).toEqual(['MỘT HAI BA', 'BỐN NĂM']);
  });

  it('[DOC-4] loses no letter and passes no edge, whatever the text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'Ễ', ' ', 'đ', '-'), maxLength: 60 });
    const face = fc.constantFrom('regular' as const, 'bold' as const);
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: letters, face })),
        fc.integer({ min: 8, max: 80 }),
        (spans, width) => {
          for (const wrap of [wrapText, wrapBalanced]) {
            const lines = wrap(spans, width, measure);
            const set = textsOf(lines).join('').replaceAll(' ', '');
            expect(set).toBe(
              spans
                .map((part) => part.text)
                .join('')
                .replaceAll(' ', ''),
            );
            for (const line of lines) expect(line.widthMm).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});
