import type { LocalDate } from '../../base/dates.ts';
import { Sha256 } from '../../base/ids.ts';
import type { ReadField } from '../paper/paper.ts';
import { type Candidate, confidenceOf } from './candidate.ts';
import { findDocumentNumber } from './document-number.ts';
import { findDocumentTitle } from './document-title.ts';
import { findIssueDate } from './issue-date.ts';
import { findIssuingBody } from './issuing-body.ts';
import { pageHead } from './page-head.ts';
import { findPersonName } from './person-name.ts';
import { boxAround, engineLines } from './printed-line.ts';
import type { PrintedWord } from './printed-word.ts';

export type ReadPage = {
  /** As read: boxes are fractions of the upright page. */
  readonly words: readonly PrintedWord[];
  readonly sha256: string;
  /** Day in Hà Nội; a paper cannot have been issued later. */
  readonly today: LocalDate;
};

/**
 * Number, day of issue, person, title and issuing body of one page, as far as they are there: at most one of each,
 * each with the box and the confidence that the officer sees. Proposes only; an officer confirms (RULES.md).
 */
export function proposeFields({ words, sha256, today }: ReadPage): readonly ReadField[] {
  if (words.length === 0) return [];
  const page = Sha256.parse(sha256);
  const head = pageHead(words);
  const lines = engineLines(words);
  const candidates = [
    findDocumentNumber(head, lines),
    findIssueDate(head, lines, today),
    findPersonName(lines),
    findDocumentTitle(head, lines),
    findIssuingBody(head),
  ];
  return candidates.filter((found) => found !== null).map((found) => fieldOf(found, page));
}

function fieldOf(found: Candidate, page: Sha256): ReadField {
  return {
    name: found.name,
    value: found.value,
    raw: found.raw,
    page,
    box: found.words.length === 0 ? null : boxAround(found.words),
    confidence: confidenceOf(found),
  };
}
