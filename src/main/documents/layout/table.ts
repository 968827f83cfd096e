import { linesHeightMm, span, type TextFlow } from './text-flow.ts';
import { lineHeightMm } from './units.ts';
import type { TextLine } from './wrap-text.ts';

export type Column = {
  readonly title: string;
  readonly widthMm: number;
  readonly align: 'left' | 'center' | 'right';
};

const PADDING_X_MM = 1.2;
const PADDING_Y_MM = 0.7;

/**
 * A ruled table over the given columns. Rows stay whole; a row taller than a sheet goes on over the next ones.
 * The head is repeated on every sheet.
 */
export function drawTable(
  flow: TextFlow,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  sizePt: number,
): void {
  const height = (cells: readonly (readonly TextLine[])[]) =>
    linesHeightMm(Math.max(...cells.map((lines) => lines.length)), sizePt) + 2 * PADDING_Y_MM;
  const wrapRow = (texts: readonly string[], face: 'regular' | 'bold') =>
    columns.map((column, at) =>
      flow.wrap([span(texts[at] ?? '', face)], { sizePt, widthMm: column.widthMm - 2 * PADDING_X_MM }),
    );

  const head = wrapRow(
    columns.map((column) => column.title),
    'bold',
  );
  const mostLines = Math.floor((flow.fullRoomMm - height(head) - 2 * PADDING_Y_MM) / lineHeightMm(sizePt));
  const drawHead = () => drawRow(flow, columns, head, height(head), sizePt, true);

  const body = rows.flatMap((row) => splitTallRow(wrapRow(row, 'regular'), mostLines));
  flow.keepTogether(height(head) + (body[0] ? height(body[0]) : 0));
  drawHead();
  for (const cells of body) {
    if (flow.keepTogether(height(cells))) drawHead();
    drawRow(flow, columns, cells, height(cells), sizePt, false);
  }
}

function drawRow(
  flow: TextFlow,
  columns: readonly Column[],
  cells: readonly (readonly TextLine[])[],
  heightMm: number,
  sizePt: number,
  isHead: boolean,
): void {
  const top = flow.yMm();
  const right = flow.leftMm + columns.reduce((sum, column) => sum + column.widthMm, 0);
  const sheet = flow.sheet();
  let x = flow.leftMm;
  columns.forEach((column, at) => {
    const lines = cells[at] ?? [];
    const inset = isHead ? (heightMm - linesHeightMm(lines.length, sizePt)) / 2 : PADDING_Y_MM;
    flow.moveTo(top + inset);
    flow.drawLines(lines, {
      sizePt,
      align: isHead ? 'center' : column.align,
      xMm: x + PADDING_X_MM,
      widthMm: column.widthMm - 2 * PADDING_X_MM,
    });
    sheet.drawRule(x, top, x, top + heightMm);
    x += column.widthMm;
  });
  sheet.drawRule(right, top, right, top + heightMm);
  sheet.drawRule(flow.leftMm, top, right, top);
  sheet.drawRule(flow.leftMm, top + heightMm, right, top + heightMm);
  flow.moveTo(top + heightMm);
}

function splitTallRow(
  cells: readonly (readonly TextLine[])[],
  mostLines: number,
): readonly (readonly (readonly TextLine[])[])[] {
  const tallest = Math.max(...cells.map((lines) => lines.length));
  const parts = Math.ceil(tallest / mostLines);
  return Array.from({ length: parts }, (_, part) =>
    cells.map((lines) => lines.slice(part * mostLines, (part + 1) * mostLines)),
  );
}
