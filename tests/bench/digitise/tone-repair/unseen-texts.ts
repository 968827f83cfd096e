import type { CorpusText } from '../../../../build/tone-model/read-corpus.ts';
import { modelTokens } from '../../../../src/shared/domain/reading/tone-repair/tokens.ts';

const RUN = 8;
/** Runs of words in more texts than this are set phrases of the law, which any page has. */
const SET_PHRASE = 15;
const FEWEST_SHARED = 8;
const SHARED_PART = 0.03;

const runsOf = (text: string): ReadonlySet<string> => {
  const words = modelTokens(text).filter((token) => /\p{L}/u.test(token));
  return new Set(words.map((_, at) => words.slice(at, at + RUN).join(' ')).slice(0, 1 - RUN));
};

/** The texts that share next to no run of eight words with any of the pages: what a page is measured with honestly. */
export function textsUnlike(texts: readonly CorpusText[], pages: readonly string[]): readonly CorpusText[] {
  const wanted = new Set(pages.flatMap((page) => [...runsOf(page)]));
  const seenIn = new Map<string, number>();
  const runs = texts.map(({ text }) => [...runsOf(text)].filter((run) => wanted.has(run)));
  for (const run of runs.flat()) seenIn.set(run, (seenIn.get(run) ?? 0) + 1);
  const own = pages.map((page) => [...runsOf(page)].filter((run) => (seenIn.get(run) ?? 0) <= SET_PHRASE));
  return texts.filter((_, at) => {
    const here = new Set(runs[at]);
    return own.every((page) => {
      const shared = page.filter((run) => here.has(run)).length;
      return shared < FEWEST_SHARED && shared <= Math.max(1, page.length * SHARED_PART);
    });
  });
}

const MARKED = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/giu;
const isRunningText = (line: string): boolean =>
  line.length > 60 &&
  line.length < 900 &&
  (line.match(MARKED)?.length ?? 0) > line.length * 0.08 &&
  !/[\t_|<>&]|\.{4}|…/.test(line);
const PAGE_LETTERS = 1900;

/** About a page of running text from the middle of a text; null when it has none. */
export function passageOf({ text }: CorpusText): string | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(isRunningText);
  let passage = '';
  for (const line of lines.slice(Math.floor(lines.length / 3))) {
    if (passage.length + line.length > PAGE_LETTERS) break;
    passage += `${line}\n`;
  }
  return passage.length < PAGE_LETTERS / 2 ? null : passage;
}
