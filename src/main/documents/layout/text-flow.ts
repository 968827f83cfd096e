import type { FontFace } from './fonts.ts';
import type { PdfFile } from './pdf-file.ts';
import type { Sheet } from './sheet.ts';
import { lineHeightMm } from './units.ts';
import { type Span, type TextLine, wrapBalanced, wrapText } from './wrap-text.ts';

export type Margins = {
  readonly topMm: number;
  readonly rightMm: number;
  readonly bottomMm: number;
  readonly leftMm: number;
};

export type BlockStyle = {
  readonly sizePt: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Left edge, from the sheet's own edge; the flow's margin when absent. */
  readonly xMm?: number;
  readonly widthMm?: number;
  /** Lines of about equal length. */
  readonly balanced?: boolean;
};

/** A column of text that goes on over sheets; `yMm` is where the next block starts. */
export type TextFlow = {
  readonly leftMm: number;
  readonly widthMm: number;
  readonly sheets: readonly Sheet[];
  readonly sheet: () => Sheet;
  readonly yMm: () => number;
  readonly moveTo: (yMm: number) => void;
  /** Begins a new sheet unless `heightMm` still fits on this one. Answers whether it did. */
  readonly keepTogether: (heightMm: number) => boolean;
  readonly wrap: (spans: readonly Span[], style: BlockStyle) => readonly TextLine[];
  readonly drawLines: (lines: readonly TextLine[], style: BlockStyle) => void;
  readonly write: (content: string | readonly Span[], style: BlockStyle, face?: FontFace) => void;
  readonly roomMm: () => number;
  /** Room on an empty sheet. */
  readonly fullRoomMm: number;
};

export const span = (text: string, face: FontFace = 'regular'): Span => ({ text, face });

/** Height of so many lines in mm. */
export const linesHeightMm = (count: number, sizePt: number): number => count * lineHeightMm(sizePt);

/** Starts a text of its own on a new sheet. */
export function createTextFlow(
  pdf: PdfFile,
  paper: { readonly widthMm: number; readonly heightMm: number },
  margins: Margins,
): TextFlow {
  const sheets = [pdf.addSheet(paper.widthMm, paper.heightMm)];
  const sheet = (): Sheet => sheets[sheets.length - 1] as Sheet; // never empty
  const widthMm = paper.widthMm - margins.leftMm - margins.rightMm;
  const bottomMm = paper.heightMm - margins.bottomMm;
  let yMm = margins.topMm;

  const keepTogether = (heightMm: number): boolean => {
    if (yMm + heightMm <= bottomMm + 0.01) return false;
    sheets.push(pdf.addSheet(paper.widthMm, paper.heightMm));
    yMm = margins.topMm;
    return true;
  };
  const wrap: TextFlow['wrap'] = (spans, style) =>
    (style.balanced ? wrapBalanced : wrapText)(
      spans.map(({ text, face }) => ({ text: pdf.printable(text), face })),
      style.widthMm ?? widthMm,
      (text, face) => pdf.measureMm(text, face, style.sizePt),
    );
  const drawLines: TextFlow['drawLines'] = (lines, style) => {
    const height = lineHeightMm(style.sizePt);
    const share = { left: 0, center: 0.5, right: 1 }[style.align ?? 'left'];
    for (const line of lines) {
      keepTogether(height);
      const spare = (style.widthMm ?? widthMm) - line.widthMm;
      // The base line lies at 4/5 of the line: ascender plus marks above, descender below.
      sheet().drawLine(line, style.sizePt, (style.xMm ?? margins.leftMm) + spare * share, yMm + height * 0.8);
      yMm += height;
    }
  };

  return {
    leftMm: margins.leftMm,
    widthMm,
    sheets,
    sheet,
    yMm: () => yMm,
    moveTo: (toMm) => {
      yMm = toMm;
    },
    keepTogether,
    wrap,
    drawLines,
    write: (content, style, face = 'regular') =>
      drawLines(wrap(typeof content === 'string' ? [span(content, face)] : content, style), style),
    roomMm: () => bottomMm - yMm,
    fullRoomMm: bottomMm - margins.topMm,
  };
}
