import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawingList } from '../covering-scan.ts';
import type { DrawnGlyph, DrawnText } from './drawn-glyph.ts';

type Matrix = readonly number[];
const SAME: Matrix = [1, 0, 0, 1, 0, 0];
const FONT_UNITS: Matrix = [0.001, 0, 0, 0.001, 0, 0];
const INVISIBLE = new Set([3, 7]);
/** Sine of the most that a line may lean (2°) and still be read as level. */
const LEVEL = 0.035;

/** pdf.js's record of a font, as far as it is used here. */
export type Font = { readonly fontMatrix?: Matrix; readonly vertical?: boolean };
type Viewport = { readonly transform: Matrix; readonly width: number; readonly height: number };
type Glyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

/** The part of a PDF's graphics state that says where text stands (ISO 32000-1, 9.3 and 9.4). */
type Pen = {
  page: Matrix;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: Font;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
};

const newPen = (page: Matrix): Pen => ({
  page,
  text: SAME,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  font: {},
  size: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
});

/**
 * Follows the page's drawing list and notes each glyph with its place. pdf.js's own `getTextContent` gives runs of words
 * without the places of letters and does not tell invisible text; both are needed here.
 */
export function readDrawnText(
  { fnArray, argsArray }: DrawingList,
  fontOf: (name: string) => Font,
  viewport: Viewport,
): DrawnText {
  const glyphs: DrawnGlyph[] = [];
  let pen = newPen(viewport.transform);
  const saved: Pen[] = [];
  const seen = { aslant: 0, invisible: 0, picturePixels: 0 };

  const save = () => saved.push({ ...pen });
  const restore = () => {
    pen = saved.pop() ?? pen;
  };
  const move = (x: number, y: number) => {
    pen.x = pen.lineX += x;
    pen.y = pen.lineY += y;
  };
  const then = (matrix: unknown) => {
    if (isMatrix(matrix)) pen.page = Util.transform([...pen.page], [...matrix]);
  };

  function show(drawn: unknown): void {
    if (!Array.isArray(drawn)) return;
    const { font, size, stretch } = pen;
    const unit = (font.fontMatrix ?? FONT_UNITS)[0] ?? 0.001;
    const toPage: Matrix = Util.transform([...pen.page], [...pen.text]);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = toPage;
    const along = Math.hypot(a, b);
    const level =
      font.vertical !== true &&
      a * Math.sign(size) > 0 &&
      Math.abs(b) <= LEVEL * along &&
      d * Math.sign(size) < 0;
    for (const each of drawn) {
      if (typeof each === 'number') {
        pen.x -= (each * size * stretch) / 1000;
        continue;
      }
      if (!isGlyph(each)) continue;
      const width = each.width * unit * size * stretch;
      const spacing = (pen.letterSpacing + (each.isSpace ? pen.wordSpacing : 0)) * stretch;
      const text = each.unicode;
      if (INVISIBLE.has(pen.mode)) seen.invisible += text.trim() === '' ? 0 : 1;
      else if (!level) seen.aslant += text.trim() === '' ? 0 : 1;
      else {
        const y = pen.y + pen.rise;
        const left = a * pen.x + c * y + e;
        glyphs.push({
          text,
          left,
          right: left + a * width,
          next: left + a * (width + spacing),
          baseline: b * pen.x + d * y + f,
          size: Math.abs(d * size),
        });
      }
      pen.x += width + spacing;
    }
  }

  for (const [at, operator] of fnArray.entries()) {
    const args: unknown = argsArray[at];
    const [first, second, third, fourth] = Array.isArray(args) ? args : [];
    switch (operator) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        then(args);
        break;
      case OPS.paintFormXObjectBegin:
        save();
        then(first);
        break;
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.beginAnnotation:
        save();
        pen = newPen(viewport.transform);
        then(third);
        then(fourth);
        break;
      case OPS.endAnnotation:
        restore();
        break;
      case OPS.beginText:
        pen.text = SAME;
        pen.x = pen.lineX = pen.y = pen.lineY = 0;
        break;
      case OPS.setFont: {
        pen.font = fontOf(String(first));
        pen.size = asNumber(second);
        break;
      }
      case OPS.setCharSpacing:
        pen.letterSpacing = asNumber(first);
        break;
      case OPS.setWordSpacing:
        pen.wordSpacing = asNumber(first);
        break;
      case OPS.setHScale:
        pen.stretch = asNumber(first) / 100;
        break;
      case OPS.setLeading:
        pen.leading = -asNumber(first);
        break;
      case OPS.setTextRise:
        pen.rise = asNumber(first);
        break;
      case OPS.setTextRenderingMode:
        pen.mode = asNumber(first);
        break;
      case OPS.setTextMatrix:
        if (isMatrixLike(first)) pen.text = Array.from({ length: 6 }, (_, n) => asNumber(first[n]));
        pen.x = pen.lineX = pen.y = pen.lineY = 0;
        break;
      case OPS.moveText:
        move(asNumber(first), asNumber(second));
        break;
      case OPS.setLeadingMoveText:
        pen.leading = asNumber(second);
        move(asNumber(first), asNumber(second));
        break;
      case OPS.nextLine:
        move(0, pen.leading);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        show(first);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject: {
        const [a = 0, b = 0, c = 0, d = 0] = pen.page;
        seen.picturePixels += Math.abs(a * d - b * c);
        break;
      }
    }
  }
  return {
    glyphs,
    aslant: seen.aslant,
    invisible: seen.invisible,
    pictureShare: seen.picturePixels / (viewport.width * viewport.height),
  };
}

const asNumber = (value: unknown): number => (typeof value === 'number' ? value : 0);
const isMatrix = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length >= 6 && value.every((entry) => typeof entry === 'number');
/** pdf.js hands the text matrix over as a typed array, in some versions as an object with numbers for keys. */
const isMatrixLike = (value: unknown): value is Readonly<Record<number, unknown>> =>
  typeof value === 'object' && value !== null;
const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' &&
  value !== null &&
  'unicode' in value &&
  typeof value.unicode === 'string' &&
  'width' in value &&
  typeof value.width === 'number';
