import type { PrintedWord } from '../printed-word.ts';

/** Four dots and more are a line to write on; three may be an ellipsis. */
const LEADER = /[.…_·]{4,}|…{2,}/;
const ONLY_LEADER = /^[.…_·]{2,}$/;
/** Under this the engine made letters of dots. */
const SURE = 0.5;
const HOPELESS = 0.3;

/**
 * The words of one line without its dot leaders. `năm sinh:......` keeps its words; `ngày.......tháng` becomes two.
 * What follows a leader and is read without confidence is more dots (or a pen on them): it goes as well.
 */
export function withoutLeaders(line: readonly PrintedWord[]): readonly PrintedWord[] {
  let afterLeader = false;
  return line.flatMap((word) => {
    const hasLeader = LEADER.test(word.text) || ONLY_LEADER.test(word.text);
    if (!hasLeader) {
      afterLeader &&= word.confidence < SURE;
      return afterLeader ? [] : [word];
    }
    const ownWords = word.confidence >= HOPELESS || !afterLeader ? wordsAroundLeaders(word) : [];
    afterLeader = true;
    return ownWords;
  });
}

function wordsAroundLeaders(word: PrintedWord): readonly PrintedWord[] {
  const leaders = new RegExp(LEADER, 'g');
  let at = 0;
  const parts: { readonly text: string; readonly at: number }[] = [];
  for (const leader of word.text.matchAll(leaders)) {
    parts.push({ text: word.text.slice(at, leader.index), at });
    at = leader.index + leader[0].length;
  }
  parts.push({ text: word.text.slice(at), at });
  const kept = parts.filter((part) => /[\p{L}\d/]/u.test(part.text));
  const sure = word.confidence >= HOPELESS ? kept : kept.filter((part) => part.at === 0);
  return sure.map((part) => partOf(word, part.at, part.text));
}

/** Dots are about half as wide as letters. */
const widthOf = (text: string): number => text.length - 0.5 * (text.match(/[.…_·]/g)?.length ?? 0);

function partOf(word: PrintedWord, at: number, text: string): PrintedWord {
  const perLetter = word.box.width / Math.max(1, widthOf(word.text));
  const x = word.box.x + widthOf(word.text.slice(0, at)) * perLetter;
  return { ...word, text, box: { ...word.box, x, width: widthOf(text) * perLetter } };
}
