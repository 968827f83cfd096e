import type { SetWord } from './set-word.ts';
import { type Band, commonSpans, extent, type Span, widthOf } from './white-space.ts';

/** Bands that the same white gutters run through, left to right; no gutters: text over the whole width. */
export type Zone = { readonly bands: readonly Band[]; readonly gutters: readonly Span[] };

/** In letter heights. Spaces of justified lines reach 1, but do not stand under each other for long. */
const NARROWEST_GUTTER = 0.8;
const WIDE_GUTTER = 1.5;
const LINES_BESIDE_NARROW = 3;
/** No space in a line is as wide: where it is the only gutter, one line on each side is enough. */
const ABYSS = 4;
/** What a line beside it is worth over the zone's cost: enough for one line, more for a whole than for its parts. */
const WORTH_BESIDE_ABYSS = 0.6;
/** What a zone's gutters must gain: more than wide gaps in two or three lines do by chance. */
const COST_OF_ZONE = 3.5;

/**
 * Divides a page, top to bottom, into zones with columns and text without: of all divisions the one whose gutters have
 * the most lines on both sides.
 * @param height of the page's usual print
 */
export function columnedZones(all: readonly Band[], height: number): readonly Zone[] {
  const text = extent(all.flatMap((band) => band.words));
  const isInText = (span: Span): boolean => span.from < text.to && span.to > text.from;
  const best: { readonly gain: number; readonly zone: Zone }[] = [];
  const gainBefore = (band: number): number => best[band - 1]?.gain ?? 0;
  for (const [last, band] of all.entries()) {
    let here = { gain: gainBefore(last), zone: { bands: [band], gutters: [] as readonly Span[] } };
    let white = band.white;
    for (let first = last; first >= 0 && white.some(isInText); first -= 1) {
      const bands = all.slice(first, last + 1);
      white = wide(commonSpans(white, all[first]?.white ?? []), height);
      const gutters = guttersOf(white, bands, height);
      const gain = gainBefore(first) + gutters.gain - COST_OF_ZONE;
      if (gain > here.gain) here = { gain, zone: { bands, gutters: gutters.spans } };
    }
    best.push(here);
  }
  const zones: Zone[] = [];
  for (let end = all.length; end > 0; ) {
    const { zone } = best[end - 1] ?? { zone: { bands: all.slice(0, end), gutters: [] } };
    zones.unshift(zone);
    end -= zone.bands.length;
  }
  return joined(withEdges(joined(zones), height));
}

const wide = (spans: readonly Span[], height: number): readonly Span[] =>
  spans.filter((span) => widthOf(span) >= NARROWEST_GUTTER * height);

/** A column has lines in a good part of its rows: a page number in a wide gutter does not make two gutters of it. */
const LEAST_FILLED = 0.15;

/** Those with lines on both sides, and what they are worth together: the lines beside them. */
function guttersOf(
  white: readonly Span[],
  bands: readonly Band[],
  height: number,
): { readonly spans: readonly Span[]; readonly gain: number } {
  let gain = 0;
  const spans: Span[] = [];
  for (const span of white) {
    const lines = bands.reduce((sum, band) => sum + linesBeside(span, band), 0);
    if (lines < (widthOf(span) < WIDE_GUTTER * height ? LINES_BESIDE_NARROW : 1)) continue;
    const before = spans.at(-1);
    const least = Math.max(2, LEAST_FILLED * bands.length);
    if (before !== undefined && filled(before.to, span.from, bands) < least) continue;
    gain += lines * Math.min(1, widthOf(span) / height);
    spans.push(span);
  }
  return {
    spans,
    gain: isAbyss(spans, height) ? Math.max(gain, COST_OF_ZONE + gain * WORTH_BESIDE_ABYSS - 0.2) : gain,
  };
}

const filled = (from: number, to: number, bands: readonly Band[]): number =>
  bands.filter((band) => band.words.some((word) => word.left >= from && word.right <= to)).length;

const isAbyss = ([gutter, ...others]: readonly Span[], height: number): boolean =>
  gutter !== undefined && others.length === 0 && widthOf(gutter) > ABYSS * height;

/** Lines of the side that has fewer. A band may be several lines deep where cells beside each other are not level. */
function linesBeside(gutter: Span, band: Band): number {
  if (band.text.from >= gutter.from || band.text.to <= gutter.to) return 0;
  if (band.bottom - band.top < (band.words[0]?.height ?? 0)) return 1;
  const left = band.words.filter((word) => word.right <= gutter.from);
  const right = band.words.filter((word) => word.left >= gutter.to);
  return Math.min(linesIn(left), linesIn(right));
}

/** As many as fit between the first and the last; lines are at least 1.3 letter heights apart. */
function linesIn(words: readonly SetWord[]): number {
  const first = words[0];
  if (first === undefined) return 0;
  const middles = words.map((word) => word.middle);
  return 1 + Math.floor((Math.max(...middles) - Math.min(...middles)) / (1.3 * first.height));
}

/** White between the lines of a list or a cell, in letter heights; beside a signature two lines may be missing. */
const BETWEEN_LINES = 1.7;
const BESIDE_SIGNATURE = 4.5;
/** Over a table stands its title: only the first line of a head cell is as near. */
const IN_HEAD_CELL = 1;

/** Zones with the lines right over and under them that leave their gutters white: the rest of a list, of a cell. */
function withEdges(zones: readonly Zone[], height: number): readonly Zone[] {
  const out: Zone[] = [];
  for (const zone of zones) {
    const before = out.at(-1);
    if (before === undefined) out.push(zone);
    else if (zone.gutters.length === 0) out.splice(-1, 1, ...takeBelow(before, zone, height));
    else if (before.gutters.length === 0) out.splice(-1, 1, ...takeAbove(before, zone, height));
    else out.push(zone);
  }
  return out;
}

function takeBelow(zone: Zone, plain: Zone, height: number): readonly Zone[] {
  const reach = isAbyss(zone.gutters, height) ? BESIDE_SIGNATURE : BETWEEN_LINES;
  const [first, ...others] = plain.bands;
  const last = zone.bands.at(-1);
  if (zone.gutters.length === 0 || first === undefined || last === undefined) return [zone, plain];
  const gutters = keptWhite(zone.gutters, first, height);
  if (gutters === null || first.top - last.bottom > reach * height) return [zone, plain];
  const longer = { bands: [...zone.bands, first], gutters };
  return others.length === 0 ? [longer] : takeBelow(longer, { ...plain, bands: others }, height);
}

function takeAbove(plain: Zone, zone: Zone, height: number): readonly Zone[] {
  const reach = isAbyss(zone.gutters, height) ? BETWEEN_LINES : IN_HEAD_CELL;
  const last = plain.bands.at(-1);
  const [first] = zone.bands;
  if (first === undefined || last === undefined) return [plain, zone];
  const gutters = keptWhite(zone.gutters, last, height);
  if (gutters === null || first.top - last.bottom > reach * height) return [plain, zone];
  const longer = { bands: [last, ...zone.bands], gutters };
  const others = plain.bands.slice(0, -1);
  return others.length === 0 ? [longer] : takeAbove({ ...plain, bands: others }, longer, height);
}

/** The gutters as far as a band leaves them white, null when it closes one. */
function keptWhite(gutters: readonly Span[], band: Band, height: number): readonly Span[] | null {
  const kept = wide(commonSpans(gutters, band.white), height);
  return kept.length === gutters.length ? kept : null;
}

/** The words of a zone by column, left to right. */
export function columnsOf({ bands, gutters }: Zone): readonly (readonly SetWord[])[] {
  const columns: SetWord[][] = [[], ...gutters.map(() => [])];
  for (const word of bands.flatMap((band) => band.words)) {
    const centre = (word.left + word.right) / 2;
    columns[gutters.filter((gutter) => centre > (gutter.from + gutter.to) / 2).length]?.push(word);
  }
  return columns.filter((column) => column.length > 0);
}

/** Bands without columns that follow each other are one zone. */
function joined(zones: readonly Zone[]): readonly Zone[] {
  const out: Zone[] = [];
  for (const zone of zones) {
    const before = out.at(-1);
    if (before !== undefined && before.gutters.length === 0 && zone.gutters.length === 0)
      out[out.length - 1] = { bands: [...before.bands, ...zone.bands], gutters: [] };
    else out.push(zone);
  }
  return out;
}
