import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type {
  ArchivalAbout,
  UprightPicture,
} from '../../../../src/main/documents/archival-pdf/archival-page.ts';
import { letterMetrics } from '../../../../src/main/documents/archival-pdf/text/letter-metrics.ts';
import type { PrintedWord } from '../../../../src/shared/domain/reading/printed-word.ts';

export const tinos = new Uint8Array(
  readFileSync(
    fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
  ),
);

export const about: ArchivalAbout = {
  title: 'Đơn đề nghị cấp bản sao trích lục & xác nhận',
  subject: 'H26.28.04-261122-0007',
  keywords: 'H26.28.04-261122-0007, Hộ tịch',
  createdAt: new Date('2026-11-22T02:15:00Z'),
  identity: 'paper-1',
};

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Colour = readonly [number, number, number];

export const BLACK: Colour = [20, 20, 24];
export const RED: Colour = [214, 40, 52];
export const BLUE: Colour = [40, 60, 170];
export const PAPER: Colour = [244, 240, 230];

/** A sheet of so many millimetres with coloured boxes on it (in mm), with the grain of paper. */
export function sheet(
  widthMm: number,
  heightMm: number,
  boxes: readonly (Box & { readonly colour: Colour })[],
  { dpi = 300, grain = 3, paper = PAPER }: { dpi?: number; grain?: number; paper?: Colour } = {},
): UprightPicture {
  const px = (mm: number): number => Math.round((mm / 25.4) * dpi);
  const width = px(widthMm);
  const height = px(heightMm);
  const pixels = new Uint8Array(width * height * 3);
  let seed = 7;
  for (let at = 0; at < width * height; at++) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    const noise = ((seed >> 16) % (2 * grain + 1)) - grain;
    for (const channel of [0, 1, 2] as const)
      pixels[at * 3 + channel] = Math.min(255, paper[channel] + noise);
  }
  for (const { x, y, width: wide, height: high, colour } of boxes) {
    for (let row = px(y); row < px(y + high); row++)
      for (let column = px(x); column < px(x + wide); column++)
        pixels.set(colour, (row * width + column) * 3);
  }
  return { pixels, width, height, dpi, scannedDpi: dpi };
}

/** Boxes that look like lines of print to everything that judges pixels. */
export const strokes = (
  count: number,
  colour: Colour = BLACK,
): readonly (Box & { readonly colour: Colour })[] =>
  Array.from({ length: count }, (_, at) => ({
    x: 20 + (at % 60) * 2.5,
    y: 20 + Math.floor(at / 60) * 6,
    width: 0.4,
    height: 2.4,
    colour,
  }));

const metric = letterMetrics(tinos);

/** Words set in Tinos on an A4 sheet, with the boxes that a good reader would find. */
export function setLines(
  lines: readonly string[],
  { sizePt = 13, leftPt = 85, topPt = 80, leadingPt = 20 } = {},
) {
  const page = { widthPt: (210 / 25.4) * 72, heightPt: (297 / 25.4) * 72 };
  return lines.flatMap((text, line): readonly PrintedWord[] => {
    let x = leftPt;
    const baseline = topPt + line * leadingPt;
    return text.split(' ').map((word) => {
      const letters = Array.from(word, metric);
      const width = letters.reduce((sum, { advance }) => sum + advance, 0) * sizePt;
      const top = Math.max(...letters.map((letter) => letter.top)) * sizePt;
      const bottom = Math.min(...letters.map((letter) => letter.bottom)) * sizePt;
      const box = {
        x: x / page.widthPt,
        y: (baseline - top) / page.heightPt,
        width: width / page.widthPt,
        height: (top - bottom) / page.heightPt,
      };
      x += width + 0.25 * sizePt;
      return { text: word, confidence: 0.9, line, box };
    });
  });
}
