import type { CorpusText } from './read-corpus.ts';

/** A line that stands in many texts (headings, page furniture of the web site) teaches no more than this often. */
const MOST_TIMES = 3;
const MARKED = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/giu;
const LETTER = /\p{L}/gu;
/** Vietnamese print has about 30 marked letters in a hundred, English none: between them nothing lies. */
const FEWEST_MARKED = 0.12;
/** A shorter line (`Nam`, `STT`) may have no marks and still be Vietnamese. */
const SHORT_LINE_LETTERS = 12;

const isVietnamese = (line: string): boolean => {
  const letters = line.match(LETTER)?.length ?? 0;
  const marked = line.match(MARKED)?.length ?? 0;
  return letters < SHORT_LINE_LETTERS || marked >= letters * FEWEST_MARKED;
};

/** Distinct Vietnamese lines in order of first appearance, each with how often it counts (1…3). */
export function countedLines(texts: readonly CorpusText[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { text } of texts) {
    for (const raw of text.split('\n')) {
      const line = raw.trim();
      if (line === '' || !isVietnamese(line)) continue;
      times.set(line, Math.min(MOST_TIMES, (times.get(line) ?? 0) + 1));
    }
  }
  return times;
}
