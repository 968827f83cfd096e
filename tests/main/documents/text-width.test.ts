import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { embedFonts, FONT_FACES } from '../../../src/main/documents/layout/fonts.ts';
import { createTextWidth } from '../../../src/main/documents/layout/text-width.ts';
import { loadFonts } from './package-fonts.ts';

describe('text width', () => {
  it('is, letter by letter, what the font says of the whole text', async () => {
    const fonts = await embedFonts(await PDFDocument.create(), await loadFonts());
    const widthMm = createTextWidth(fonts);
    const texts = [
      'GIẤY TIẾP NHẬN HỒ SƠ',
      'Tổ AVATAR, office ffi: 1.234.567',
      'Số 12 ngõ 165 · Ngưỡng Vượng',
    ];
    for (const face of FONT_FACES) {
      for (const text of texts) {
        const whole = (fonts[face].widthOfTextAtSize(text, 12) * 25.4) / 72;
        expect(widthMm(text, face, 12)).toBeCloseTo(whole, 6);
      }
    }
  });
});
