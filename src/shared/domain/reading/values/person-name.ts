import type { Candidate } from '../candidate.ts';
import { type PrintedLine, wordsBetween } from '../printed-line.ts';
import { personIn } from './name-value.ts';

type Label = { readonly pattern: RegExp; readonly sureness: number };

/** Labels on the bare copy, surest first; the first that is followed by a name wins [RD-5]. */
const LABELS: readonly Label[] = [
  {
    pattern: /ho,?\s*(?:chu\s*dem,?\s*)?(?:va\s*)?ten(?:\s*khai\s*sinh)?(?:\s*\/?\s*\(?full\s*name\)?)?/,
    sureness: 0.97,
  },
  { pattern: /full\s*name/, sureness: 0.95 },
  {
    pattern:
      /(?:tiep nhan ho so cua|nguoi nop ho so|nguoi yeu cau|nguoi nop|chu ho so|ten toi la|toi ten la|toi la)\s*:?/,
    sureness: 0.93,
  },
  { pattern: /(?:^|[\s.])(?:ong\s*\/\s*ba|ong\s*\(ba\)|ong|ba)\s*:/, sureness: 0.85 },
  { pattern: /^(?:\d{1,2}\.\s*)?(?:ong|ba)(?=\s)/, sureness: 0.7 },
];

/** The person that the paper is about: the first labelled name; on its line or, on cards, on the next one. */
export function findPersonName(lines: readonly PrintedLine[]): Candidate | null {
  for (const label of LABELS) {
    for (const [at, line] of lines.entries()) {
      const match = label.pattern.exec(line.bare);
      if (match === null) continue;
      const found =
        nameIn(line, match.index + match[0].length, label.sureness) ??
        (/ten|name/.test(match[0]) ? nameOnNextLine(line, match, lines[at + 1], label.sureness) : null);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Only when nothing but punctuation and the English label is left on the label's own line. */
function nameOnNextLine(
  line: PrintedLine,
  match: RegExpExecArray,
  next: PrintedLine | undefined,
  sureness: number,
): Candidate | null {
  const rest = line.bare.slice(match.index + match[0].length).replace(/full\s*name|[^a-z]/g, '');
  return next === undefined || rest.length > 4 ? null : nameIn(next, 0, sureness * 0.98);
}

function nameIn(line: PrintedLine, labelEnd: number, sureness: number): Candidate | null {
  const found = personIn(line.text.slice(labelEnd));
  if (found === null) return null;
  return {
    name: 'person-name',
    value: found.value,
    raw: found.value,
    words: wordsBetween(line, labelEnd + found.from, labelEnd + found.to),
    sureness: found.sureness * sureness,
  };
}
