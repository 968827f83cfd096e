import { mostlyCapitals } from '../head/document-title.ts';
import type { PageHead } from '../head/page-head.ts';
import { type PrintedLine, pieces, withoutSpecks } from '../printed-line.ts';

const HEADING = /^(cong hoa xa hoi|doc lap|socialist republic|mau so|mau )/;

/**
 * Lines and pieces of lines in capitals that may be a title, top first, with the two under each joined: long titles
 * are set on several lines.
 */
export function titleLines(head: PageHead, lines: readonly PrintedLine[]): readonly string[] {
  const capitals = lines
    .map(withoutSpecks)
    .filter((line) => line !== null)
    .flatMap((line) => pieces(line))
    .filter((piece) => mostlyCapitals(piece.text) && !HEADING.test(piece.bare))
    .filter((piece) => head.left.length === 0 || !head.motto || rightOf(piece) > head.splitAt);
  return capitals.map((piece, at) =>
    [piece, ...capitals.slice(at + 1, at + 3)].map(({ bare }) => bare).join(' '),
  );
}

const rightOf = ({ box }: PrintedLine): number => box.x + box.width;
