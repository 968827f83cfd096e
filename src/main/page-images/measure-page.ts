import type { PageCut } from '../../shared/domain/page/page.ts';
import { findPaper } from './edges/find-paper.ts';
import { type FlatPaper, flatPaper } from './edges/flat-paper.ts';
import { rectify } from './edges/rectify.ts';
import { hasLonePrint } from './measure/lone-print.ts';
import { paperLevel } from './measure/paper-level.ts';
import { withoutPunchHoles } from './measure/punch-holes.ts';
import { openPage } from './open-page.ts';
import { type Size, tiltToTakeOut } from './page-geometry.ts';
import { BLANK_BELOW_INK_SHARE, inkShare } from './page-ink.ts';
import { rawPixels } from './raw-pixels.ts';
import { evenLight } from './reading/even-light.ts';
import { type GreyPicture, measureSkew } from './text-skew.ts';

export type PageMeasure = {
  /** Tilt of the text in degrees, clockwise positive, within ±10; 0 when too small to take out. */
  readonly skewDegrees: number;
  /** Share of the page that is ink, 0…1. */
  readonly inkShare: number;
  readonly blank: boolean;
  /** Nothing but a figure or a mark: the officer is asked, the page is not taken for blank. */
  readonly almostBlank: boolean;
  /** The paper on the picture, by the cut given or as found; null: the whole picture is paper. */
  readonly paper: FlatPaper | null;
};

/** About 75 dpi for A4: enough for lines of text, 25 times fewer pixels than the scan. */
const MEASURING_WIDTH_PX = 620;
const MEASURING_DPI = 75;

/**
 * Measures edges, tilt and emptiness of a page on a small grey copy of its red channel (red seals vanish).
 * The tilt is that of the page as stored (after the EXIF turn) and laid flat; right-angle turns do not change it.
 * Rejects when the bytes are no picture.
 * @param cut what the officer chose; edges are looked for when absent
 */
export async function measurePage(bytes: Buffer, cut?: PageCut): Promise<PageMeasure> {
  const small = await oneColour(bytes, MEASURING_WIDTH_PX, 'red');
  const corners = cut === undefined ? findPaper(small) : cut === 'whole' ? null : cut;
  const { autoOrient, channels } = await openPage(bytes).metadata();
  const paper = corners === null ? null : flatPaper(corners, autoOrient);
  const seen = measurePicture(paper === null ? small : await flatColour(bytes, paper, autoOrient, 'red'));
  const isGrey = channels < 3;
  if (isGrey || (!seen.blank && !seen.almostBlank)) return { ...seen, paper };
  // a cover or a seal in red only: it is dark in the green channel
  const green = await (paper === null
    ? oneColour(bytes, MEASURING_WIDTH_PX, 'green')
    : flatColour(bytes, paper, autoOrient, 'green'));
  const seenInRed = measurePicture(green);
  return { ...(seenInRed.blank || seenInRed.almostBlank ? seen : seenInRed), paper };
}

async function oneColour(bytes: Buffer, width: number, channel: 'red' | 'green'): Promise<GreyPicture> {
  const { data, info } = await openPage(bytes)
    .resize({ width, height: width * 4, fit: 'inside' })
    .extractChannel(channel)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { pixels: rawPixels(data), width: info.width, height: info.height };
}

/** The paper itself as wide as a whole page would be measured. */
async function flatColour(
  bytes: Buffer,
  paper: FlatPaper,
  stored: Size,
  channel: 'red' | 'green',
): Promise<GreyPicture> {
  const scale = Math.min(1, MEASURING_WIDTH_PX / paper.size.width);
  const larger = await oneColour(bytes, Math.round(stored.width * scale), channel);
  const size: Size = { width: paper.size.width * scale, height: paper.size.height * scale };
  const { pixels, width, height } = rectify({ ...larger, channels: 1 }, paper.corners, size);
  return { pixels, width, height };
}

/** Only a sheet with so little on it can be empty but for its punched holes. */
const HOLES_ARE_LESS_THAN = 0.01;

/** @param seen is changed: shade would count as ink */
function measurePicture(seen: GreyPicture): Omit<PageMeasure, 'paper'> {
  evenLight(seen, MEASURING_DPI);
  const shareSeen = inkShare(seen);
  const picture = shareSeen < HOLES_ARE_LESS_THAN ? withoutPunchHoles(seen, paperLevel(seen.pixels)) : seen;
  const share = picture === seen ? shareSeen : inkShare(picture);
  const empty = share < BLANK_BELOW_INK_SHARE;
  const almostBlank = empty && hasLonePrint(picture);
  return {
    skewDegrees: empty ? 0 : tiltToTakeOut(measureSkew(picture)),
    inkShare: share,
    blank: empty && !almostBlank,
    almostBlank,
  };
}
