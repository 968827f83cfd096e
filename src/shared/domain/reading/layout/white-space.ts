import type { SetWord } from './set-word.ts';

/** Part of the page's width, from … to, in page widths. */
export type Span = { readonly from: number; readonly to: number };

const PAGE: Span = { from: 0, to: 1 };

export const widthOf = ({ from, to }: Span): number => to - from;

export const extent = (words: readonly SetWord[]): Span => ({
  from: Math.min(...words.map((word) => word.left)),
  to: Math.max(...words.map((word) => word.right)),
});

/** What of the page's width no word covers. */
export function whiteSpans(words: readonly SetWord[]): readonly Span[] {
  const white: Span[] = [];
  let at = PAGE.from;
  for (const { left, right } of [...words].sort((a, b) => a.left - b.left)) {
    if (left > at) white.push({ from: at, to: left });
    at = Math.max(at, right);
  }
  if (at < PAGE.to) white.push({ from: at, to: PAGE.to });
  return white;
}

/** What is white in both. */
export function commonSpans(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  const common: Span[] = [];
  for (const a of some) {
    for (const b of others) {
      const both = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
      if (widthOf(both) > 0) common.push(both);
    }
  }
  return common;
}

/** Words that no level line of white divides: one printed line, or cells with lines beside each other. */
export type Band = {
  readonly words: readonly SetWord[];
  readonly top: number;
  readonly bottom: number;
  readonly white: readonly Span[];
  /** From the first word's left to the last one's right. */
  readonly text: Span;
};

/** Half of a word's height counts: marks over one line and tails under another meet, in print and on skewed pages. */
const CORE = 0.25;

/** Top to bottom. */
export function bands(words: readonly SetWord[]): readonly Band[] {
  const groups: { readonly words: SetWord[]; readonly top: number; bottom: number }[] = [];
  const tops = words.map((word) => ({ word, top: word.middle - CORE * word.height }));
  for (const { word, top } of tops.sort((a, b) => a.top - b.top)) {
    const bottom = word.middle + CORE * word.height;
    const last = groups.at(-1);
    if (last !== undefined && top < last.bottom) {
      last.words.push(word);
      last.bottom = Math.max(last.bottom, bottom);
    } else groups.push({ words: [word], top, bottom });
  }
  return groups.map((group) => ({ ...group, white: whiteSpans(group.words), text: extent(group.words) }));
}
