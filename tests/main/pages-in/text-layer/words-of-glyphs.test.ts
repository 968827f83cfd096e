import { describe, expect, it } from 'vitest';
import type { DrawnGlyph } from '../../../../src/main/pages-in/text-layer/drawn-glyph.ts';
import { isReadableText } from '../../../../src/main/pages-in/text-layer/readable-text.ts';
import { wordsOfGlyphs } from '../../../../src/main/pages-in/text-layer/words-of-glyphs.ts';

const SIZE = 40;
const WIDE = 20;

/** Letters one after the other; a number is a gap in pixels without a glyph. */
function drawn(parts: readonly (string | number)[], at: { x?: number; y?: number; spacing?: number } = {}) {
  const { y = 100, spacing = 0 } = at;
  let x = at.x ?? 0;
  const glyphs: DrawnGlyph[] = [];
  for (const part of parts) {
    if (typeof part === 'number') {
      x += part;
      continue;
    }
    for (const text of part) {
      const width = /\p{M}/u.test(text) ? 0 : WIDE;
      glyphs.push({ text, left: x, right: x + width, next: x + width + spacing, baseline: y, size: SIZE });
      x += width + (width === 0 ? 0 : spacing);
    }
  }
  return glyphs;
}

const linesOf = (glyphs: readonly DrawnGlyph[]): readonly string[] => {
  const lines: string[] = [];
  for (const { line, text } of wordsOfGlyphs(glyphs))
    lines[line] = lines[line] === undefined ? text : `${lines[line]} ${text}`;
  return lines;
};

describe('[PGI-9] words are rebuilt from glyphs', () => {
  it('at spaces, at gaps without a space, and not at kerning', () => {
    expect(linesOf(drawn(['Luật số', 12, 'hai', 3, 'm']))).toEqual(['Luật số haim']);
  });

  it('when a space was drawn and the next letter put back over it', () => {
    expect(linesOf(drawn(['Vi', ' ', -19, 'ệt']))).toEqual(['Việt']);
  });

  it('in tracked headings, where the distance was asked for', () => {
    expect(linesOf(drawn(['QUYẾT ĐỊNH'], { spacing: 14 }))).toEqual(['QUYẾT ĐỊNH']);
  });

  it('when letters that need another font come last', () => {
    const whole = drawn(['Số 12']);
    const shuffled = [
      ...whole.filter(({ text }) => text !== 'ố'),
      ...whole.filter(({ text }) => text === 'ố'),
    ];
    expect(linesOf(shuffled)).toEqual(['Số 12']);
  });

  it('with marks that are drawn by themselves: after the letter, before it, or as accents that stand alone', () => {
    expect(linesOf(drawn(['Vie\u0302\u0323t']))).toEqual(['Việt']);
    const acute: DrawnGlyph = { text: '\u00b4', left: 2, right: 12, next: 12, baseline: 100, size: SIZE };
    expect(linesOf([acute, ...drawn(['anh'])])).toEqual(['ánh']);
  });

  it('with ligatures taken apart, soft hyphens as they look, and bold by drawing twice as one', () => {
    expect(linesOf(drawn(['\ufb01le tài\u00adliệu']))).toEqual(['file tài-liệu']);
    const once = drawn(['ĐƠN']);
    const again = once.map((glyph) => ({ ...glyph, left: glyph.left + 1, right: glyph.right + 1 }));
    expect(linesOf(once.flatMap((glyph, n) => [glyph, again[n] ?? glyph]))).toEqual(['ĐƠN']);
  });

  it('a raised figure stays in its line; the next line is another', () => {
    const raised: DrawnGlyph = { text: '2', left: 20, right: 30, next: 30, baseline: 86, size: 24 };
    expect(linesOf([...drawn(['m']), raised, ...drawn(['dưới'], { y: 146 })])).toEqual(['m2', 'dưới']);
  });

  it('what lies far apart on one level are lines of their own, in the order of drawing', () => {
    const right = drawn(['CỘNG HÒA'], { x: 500 });
    const below = drawn(['CÔNG AN'], { y: 150 });
    expect(linesOf([...drawn(['BỘ']), ...below, ...right])).toEqual(['BỘ', 'CÔNG AN', 'CỘNG HÒA']);
  });
});

describe('[PGI-10] text is used only when it can be what the page shows', () => {
  const readable = (text: string) => isReadableText(text.split(' '));

  it('Vietnamese, with abbreviations, numbers and addresses', () => {
    expect(
      readable('Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ (http://vanban.vn);'),
    ).toBe(true);
    expect(readable('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập – Tự do – Hạnh phúc')).toBe(true);
  });

  it.each([
    ['TCVN3', 'Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc'],
    ['VNI', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp Töï do Haïnh phuùc'],
    ['a font without a table of its letters', '&{QJKzD [m KrL FKs QJKbD 9LrW 1DP ZZ RR TT'],
    ['unknown letters', 'C\ufffdng ho\ufffd x\ufffd h\ufffdi ch\ufffd ngh\ufffda Vi\ufffdt Nam'],
    ['consonants only', 'Cng ha x hi ch ngha Vt Nm Đc lp T d Hnh phc bcd fgh'],
    ['too few words', 'Đơn xin'],
  ])('not %s', (_, text) => {
    expect(readable(text)).toBe(false);
  });
});
