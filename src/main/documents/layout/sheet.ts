import {
  beginText,
  closePath,
  endText,
  fill,
  lineTo,
  moveTo,
  type PDFDocument,
  type PDFName,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFontAndSize,
  setLineWidth,
  setTextMatrix,
  showText,
  stroke,
} from '@cantoo/pdf-lib';
import type { EmbeddedFonts, FontFace } from './fonts.ts';
import { NO_BREAK_SPACE } from './printable-text.ts';
import { mmToPoints } from './units.ts';
import type { TextLine } from './wrap-text.ts';

/** mm from the upper left corner of the sheet. */
export type Rectangle = {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
};

/** One sheet of paper in mm from its upper left corner; all in black. */
export type Sheet = {
  readonly widthMm: number;
  readonly heightMm: number;
  /** `baselineMm`: where the letters stand. */
  readonly drawLine: (line: TextLine, sizePt: number, xMm: number, baselineMm: number) => void;
  readonly drawRule: (
    fromXMm: number,
    fromYMm: number,
    toXMm: number,
    toYMm: number,
    widthPt?: number,
  ) => void;
  readonly fillRectangles: (rectangles: readonly Rectangle[]) => void;
};

export function addSheet(pdf: PDFDocument, fonts: EmbeddedFonts, widthMm: number, heightMm: number): Sheet {
  const page = pdf.addPage([mmToPoints(widthMm), mmToPoints(heightMm)]);
  const x = (mm: number) => mmToPoints(mm);
  const y = (mm: number) => mmToPoints(heightMm - mm);
  const keys = new Map<FontFace, PDFName>();
  const keyOf = (face: FontFace): PDFName => {
    const key = keys.get(face) ?? page.node.newFontDictionary(face, fonts[face].ref);
    keys.set(face, key);
    return key;
  };

  return {
    widthMm,
    heightMm,
    drawLine: (line, sizePt, xMm, baselineMm) => {
      page.pushOperators(beginText());
      for (const run of line.runs) {
        page.pushOperators(
          setFontAndSize(keyOf(run.face), sizePt),
          setTextMatrix(1, 0, 0, 1, x(xMm + run.xMm), y(baselineMm)),
          showText(fonts[run.face].encodeText(run.text.replaceAll(NO_BREAK_SPACE, ' '))),
        );
      }
      page.pushOperators(endText());
    },
    drawRule: (fromXMm, fromYMm, toXMm, toYMm, widthPt = 0.5) =>
      page.pushOperators(
        pushGraphicsState(),
        setLineWidth(widthPt),
        moveTo(x(fromXMm), y(fromYMm)),
        lineTo(x(toXMm), y(toYMm)),
        stroke(),
        popGraphicsState(),
      ),
    fillRectangles: (rectangles) => {
      for (const { xMm, yMm, widthMm: w, heightMm: h } of rectangles) {
        page.pushOperators(rectangle(x(xMm), y(yMm + h), mmToPoints(w), mmToPoints(h)), closePath());
      }
      page.pushOperators(fill());
    },
  };
}
