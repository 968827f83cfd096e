import type { FontFace } from './fonts.ts';

/** A run of text in one face; spans of a paragraph follow each other without an added space. */
export type Span = { readonly text: string; readonly face: FontFace };
/** Width in mm of a text set in a face (the size is bound by the caller). */
export type MeasureMm = (text: string, face: FontFace) => number;
export type PlacedRun = Span & { readonly xMm: number };
export type TextLine = { readonly runs: readonly PlacedRun[]; readonly widthMm: number };

/** `glued`: the rest of a broken word, no space before it. */
type Word = { readonly spans: readonly Span[]; readonly widthMm: number; readonly glued: boolean };

/**
 * Breaks spans into lines no wider than `maxWidthMm`. Words stay whole unless one alone is wider than the line.
 * Always at least one line, so that an empty value still takes its place.
 */
export function wrapText(
  spans: readonly Span[],
  maxWidthMm: number,
  measure: MeasureMm,
): readonly TextLine[] {
  const words = splitIntoWords(spans, measure).flatMap((word) => breakLongWord(word, maxWidthMm, measure));
  const lines: Word[][] = [[]];
  let width = 0;
  for (const word of words) {
    const current = lines[lines.length - 1] ?? [];
    const before = current.at(-1)?.spans.at(-1);
    // The space is drawn in the face of the word before it.
    const gap = before === undefined || word.glued ? 0 : measure(' ', before.face);
    if (current.length > 0 && width + gap + word.widthMm > maxWidthMm) {
      lines.push([word]);
      width = word.widthMm;
    } else {
      current.push(word);
      width += gap + word.widthMm;
    }
  }
  return lines.map((line) => placeRuns(line, measure));
}

/** Same number of lines, but of about equal length: for centred headings. */
export function wrapBalanced(
  spans: readonly Span[],
  maxWidthMm: number,
  measure: MeasureMm,
): readonly TextLine[] {
  let best = wrapText(spans, maxWidthMm, measure);
  for (let width = maxWidthMm - 1; width > maxWidthMm / 3; width -= 1) {
    const narrower = wrapText(spans, width, measure);
    if (narrower.length > best.length || narrower.some((line) => line.widthMm > width)) break;
    best = narrower;
  }
  return best;
}

function splitIntoWords(spans: readonly Span[], measure: MeasureMm): readonly Word[] {
  const words: Span[][] = [];
  let open = false;
  for (const { text, face } of spans) {
    for (const part of text.split(/( +)/)) {
      if (part === '') continue;
      if (part.startsWith(' ')) open = false;
      else {
        if (open) words[words.length - 1]?.push({ text: part, face });
        else words.push([{ text: part, face }]);
        open = true;
      }
    }
  }
  return words.map((parts) => ({ spans: parts, widthMm: widthOf(parts, measure), glued: false }));
}

function breakLongWord(word: Word, maxWidthMm: number, measure: MeasureMm): readonly Word[] {
  if (word.widthMm <= maxWidthMm) return [word];
  const pieces: Word[] = [];
  const add = (text: string, face: FontFace) =>
    pieces.push({ spans: [{ text, face }], widthMm: measure(text, face), glued: pieces.length > 0 });
  for (const { text, face } of word.spans) {
    let piece = '';
    for (const letter of Array.from(text)) {
      if (piece !== '' && measure(piece + letter, face) > maxWidthMm) {
        add(piece, face);
        piece = '';
      }
      piece += letter;
    }
    add(piece, face);
  }
  return pieces;
}

/** Joins neighbours of one face into one run, spaces included. */
function placeRuns(words: readonly Word[], measure: MeasureMm): TextLine {
  const runs: Span[] = [];
  words.forEach((word, index) => {
    word.spans.forEach((span, part) => {
      const previous = runs[runs.length - 1];
      const space = index > 0 && part === 0 && !word.glued ? ' ' : '';
      if (previous?.face === span.face) {
        runs[runs.length - 1] = { face: span.face, text: previous.text + space + span.text };
      } else {
        if (previous && space) runs[runs.length - 1] = { ...previous, text: previous.text + space };
        runs.push(span);
      }
    });
  });
  let xMm = 0;
  const placed = runs.map((run) => {
    const at = { ...run, xMm };
    xMm += measure(run.text, run.face);
    return at;
  });
  return { runs: placed, widthMm: xMm };
}

const widthOf = (spans: readonly Span[], measure: MeasureMm): number =>
  spans.reduce((sum, span) => sum + measure(span.text, span.face), 0);
