import { letterHeight, median, type SetWord } from './set-word.ts';

/** Photocopy specks are 0.3–0.5 mm; a hyphen of a list in 11 pt is 1.1 mm wide, of letters 3 mm high. */
const SPECK = 0.25;
/** Of the page's confidence. A word in a line of print may be as unsure as it likes; a whole line was never print. */
const UNSURE_LINE = 0.35;
const SURE_SHARE = 0.3;
const UNEVEN = 1.8;
const SURE = 0.9;
const UNSURE = 0.5;
const HOPELESS = 0.3;
/** Letters without ascender are two thirds as high as a line's words are. */
const SMALL = 0.55;
/** Letters of print are 0.2 (i, l) to 1 (M, W) times as wide as a line's words are high. */
const WIDEST_LETTER = 1.5;
const HIGHEST_WORD = 2;

/** Marks that stand alone nowhere in print: rules, rims, scratches. */
const NEVER_ALONE = /^[`ˆ¬_'‘’|¡¦^´¨˜]+$/u;
const MARKS = /^[`ˆ¬_'‘’|¡¦^´¨˜.,:;\-–—…]{2,}$/u;
const MANY_MARKS = /^[^\p{L}\d()<]{3,}$/u;
/** Ends the text of an official document. */
const FULL_END = './.';
const DUST = /^[-.,:;'"`^~_°¬|‘’“”]+$/u;
const STOPS = /^[.,:;]+$/u;
const LIST_MARK = /^(?:[-+*•–—~]|\p{L}[).]|\d+[).]?)$/u;

/** Words that are print; what dust, rules, stamps and pens were taken for is left out (RULES.md LY-1…LY-4). */
export function withoutSpecks(words: readonly SetWord[]): readonly SetWord[] {
  const usual = letterHeight(words);
  const confidence = confidenceOf(words);
  return [...Map.groupBy(words, ({ word }) => word.line).values()].flatMap((line) => {
    const inLine = median(line.flatMap((set) => (/[\p{L}\d]{2}/u.test(set.word.text) ? [set.height] : [])));
    const height = Math.min(1.3 * usual, Math.max(0.6 * usual, inLine ?? usual));
    const print = line.filter(
      (set) => !isSpeck(set, height) && !isMark(set.word.text) && isOfPrintSize(set, usual),
    );
    return isUnsure(print, confidence) || isScrap(print, usual) ? [] : withoutLooseEnds(print, height);
  });
}

const isSpeck = ({ left, right, inkHeight }: SetWord, height: number): boolean =>
  Math.max(right - left, inkHeight) < SPECK * height;

function isMark(text: string): boolean {
  if (text === FULL_END || /^(?:[-–—]+|\.{3})$/.test(text)) return false;
  return NEVER_ALONE.test(text) || MARKS.test(text) || MANY_MARKS.test(text);
}

/** A pen's stroke or half a seal is read as two letters as high as three lines, or a rule as letters without height. */
function isOfPrintSize({ word, left, right, inkHeight }: SetWord, usual: number): boolean {
  if (word.confidence >= UNSURE) return true;
  const isLetters = /[\p{L}\d]/u.test(word.text);
  const perLetter = (right - left) / word.text.length;
  const flat = isLetters && inkHeight < SPECK * usual && (word.text.length <= 3 || perLetter > 0.9 * usual);
  const tall = inkHeight > HIGHEST_WORD * usual && word.text.length <= 3 && word.confidence < HOPELESS;
  return !flat && !tall && perLetter < WIDEST_LETTER * usual;
}

/**
 * Hardly a sure word in it; lines of one height need one only (worn receipts). The machine-readable lines of cards are
 * never sure and always print.
 */
function isUnsure(line: readonly SetWord[], pageConfidence: number): boolean {
  if (line.some(({ word }) => word.text.includes('<<'))) return false;
  const heights = line.map(({ inkHeight }) => inkHeight);
  const isEven = Math.max(...heights) < UNEVEN * Math.min(...heights);
  const sure = line.filter(({ word }) => word.confidence > SURE);
  const isBacked = isEven ? sure.length > 0 : lettersIn(sure) > SURE_SHARE * lettersIn(line);
  return confidenceOf(line) < UNSURE_LINE * pageConfidence && !isBacked;
}

const lettersIn = (words: readonly SetWord[]): number =>
  words.reduce((sum, { word }) => sum + word.text.length, 0);

/** Weighted by the length of the words. */
const confidenceOf = (words: readonly SetWord[]): number =>
  words.reduce((sum, { word }) => sum + word.text.length * word.confidence, 0) /
  Math.max(1, lettersIn(words));

/** One or two letters alone: too small, or not believed by the engine itself. Page numbers and ordinals are read surely. */
function isScrap(line: readonly SetWord[], usual: number): boolean {
  const [only, ...others] = line;
  if (only === undefined || others.length > 0 || only.word.text.length > 2) return false;
  if (/^\d+$/.test(only.word.text)) return only.word.confidence < HOPELESS;
  if (LIST_MARK.test(only.word.text)) return only.word.confidence < 0.6;
  return only.word.confidence < 0.6 || only.inkHeight < SMALL * usual;
}

/** What hangs on a line's ends and is no word, no number and no mark of a list. */
function withoutLooseEnds(line: readonly SetWord[], height: number): readonly SetWord[] {
  let from = 0;
  let to = line.length;
  while (to - from > 1 && isLooseStart(line[from], line[from + 1], height)) from += 1;
  while (to - from > 1 && isLooseEnd(line[to - 1], line[to - 2], height)) to -= 1;
  return line.slice(from, to);
}

function isLooseStart(first: SetWord | undefined, next: SetWord | undefined, height: number): boolean {
  if (first === undefined || next === undefined) return false;
  if (STOPS.test(first.word.text)) return !first.word.text.includes(':') || /^\p{Ll}/u.test(next.word.text);
  return isStray(first, height) && next.left - first.right > height && !LIST_MARK.test(first.word.text);
}

function isLooseEnd(last: SetWord | undefined, before: SetWord | undefined, height: number): boolean {
  if (last === undefined || before === undefined) return false;
  const gap = last.left - before.right;
  if (/^[.,;\-–—]+$/u.test(last.word.text))
    return gap > 0.6 * height || STOPS.test(before.word.text.slice(-1));
  return isStray(last, height) && gap > height;
}

/** Engine's guesses at dust: one or two letters it does not believe in itself. */
function isStray({ word, inkHeight }: SetWord, height: number): boolean {
  if (word.text.length > 2 || /\d/.test(word.text)) return false;
  if (DUST.test(word.text)) return word.confidence < 0.6 || inkHeight < 0.45 * height;
  return word.confidence < HOPELESS || inkHeight < SMALL * height;
}
