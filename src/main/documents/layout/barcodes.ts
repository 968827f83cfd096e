import bwipjs from 'bwip-js/node';
import type { Rectangle, Sheet } from './sheet.ts';

/** Error correction M: a fold or a stamp over 15 % of the square still reads. */
const QR_LEVEL = 'M';

/** A QR code of `text` as filled rectangles, `sideMm` wide without its quiet zone. */
export function drawQrCode(sheet: Sheet, text: string, xMm: number, yMm: number, sideMm: number): void {
  const [symbol] = bwipjs.raw('qrcode', text, { eclevel: QR_LEVEL } as object);
  if (!symbol || !('pixs' in symbol)) throw new Error('bwip-js gave no QR matrix');
  const { pixs, pixx, pixy } = symbol;
  const module = sideMm / pixx;
  const dark: Rectangle[] = [];
  for (let row = 0; row < pixy; row += 1) {
    let column = 0;
    while (column < pixx) {
      let run = 0;
      while (column + run < pixx && pixs[row * pixx + column + run]) run += 1;
      if (run > 0) {
        dark.push({
          xMm: xMm + column * module,
          yMm: yMm + row * module,
          widthMm: run * module,
          heightMm: module,
        });
      }
      column += Math.max(run, 1);
    }
  }
  sheet.fillRectangles(dark);
}

/**
 * A Code 128 of `text`, stretched to `widthMm` without its quiet zones.
 * Keep a module at 0.25 mm or more: hand scanners at the counters read down to 0.2 mm.
 */
export function drawCode128(
  sheet: Sheet,
  text: string,
  xMm: number,
  yMm: number,
  widthMm: number,
  heightMm: number,
): void {
  const [symbol] = bwipjs.raw('code128', text, {});
  if (!symbol || !('sbs' in symbol)) throw new Error('bwip-js gave no bars');
  const module = widthMm / symbol.sbs.reduce((sum, width) => sum + width, 0);
  const bars: Rectangle[] = [];
  let at = xMm;
  symbol.sbs.forEach((width, index) => {
    if (index % 2 === 0) bars.push({ xMm: at, yMm, widthMm: width * module, heightMm });
    at += width * module;
  });
  sheet.fillRectangles(bars);
}
