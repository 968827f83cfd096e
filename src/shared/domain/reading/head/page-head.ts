import { bareText } from '../bare-text.ts';
import { linesByPlace, middle, type PrintedLine } from '../printed-line.ts';
import type { PrintedWord } from '../printed-word.ts';

/**
 * The head of an official document (NĐ 30/2020, boxes 1–5b): body, number and "V/v" on the left, motto, place and
 * date on the right. `left` is empty when the motto stands in the middle, as on forms and certificates.
 */
export type PageHead = {
  readonly left: readonly PrintedLine[];
  readonly right: readonly PrintedLine[];
  /** Where the right column begins, fraction of the width. */
  readonly splitAt: number;
  /** False: no motto was read; the columns are only where they usually are. */
  readonly motto: boolean;
};

const NO_MOTTO_SPLIT = 0.42;
const NO_MOTTO_BOTTOM = 0.25;
/** The head ends this far under the motto at the latest: seven lines of 13 pt on A4. */
const HEAD_DEPTH = 0.16;

export function pageHead(words: readonly PrintedWord[]): PageHead {
  const motto = findMotto(words);
  if (motto === null) {
    const top = words.filter((word) => middle(word) < NO_MOTTO_BOTTOM);
    return split(top, NO_MOTTO_SPLIT, false);
  }
  const first = motto[0];
  const last = motto.at(-1);
  if (first === undefined || last === undefined) return split([], NO_MOTTO_SPLIT, false);
  const centre = (first.box.x + last.box.x + last.box.width) / 2;
  const top = first.box.y - 0.03;
  const bottom = first.box.y + HEAD_DEPTH;
  const within = words.filter((word) => middle(word) > top && middle(word) < bottom);
  if (centre < 0.55) return { left: [], right: linesByPlace(within), splitAt: 0, motto: true };
  return split(within, first.box.x - 0.005, true);
}

/** `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`, as far as it was read: the words from `CỘNG HÒA XÃ` to the row's end. */
function findMotto(words: readonly PrintedWord[]): readonly PrintedWord[] | null {
  const row = linesByPlace(words.filter((word) => middle(word) < 0.5));
  for (const line of row) {
    const bare = line.words.map((word) => bareText(word.text));
    const at = bare.findIndex(
      (word, index) => /^(c[o0]ng|h[o0]a)$/.test(word) && bare.slice(index, index + 4).includes('xa'),
    );
    if (at >= 0 && bare.slice(at).some((word) => word === 'chu' || word === 'nghia' || word === 'viet')) {
      return line.words.slice(at);
    }
  }
  return null;
}

function split(words: readonly PrintedWord[], splitAt: number, motto: boolean): PageHead {
  const isLeft = (word: PrintedWord): boolean => word.box.x + word.box.width / 2 < splitAt;
  return {
    left: linesByPlace(words.filter(isLeft)),
    right: linesByPlace(words.filter((word) => !isLeft(word))),
    splitAt,
    motto,
  };
}
