import type { PaperKind } from '../paper/paper-kind.ts';
import { bareText } from '../reading/bare-text.ts';
import { groupPages, type PageGroup, type SortedPage } from './group-pages.ts';
import { kindsAskedBy } from './kinds-asked.ts';

/** A row of the checklist that pages may go to. */
export type ChecklistRow = {
  readonly paperId: string;
  readonly name: string;
  readonly hasPages: boolean;
  /** Only shown at the desk: never kept, nor its picture (TT 03/2025 Đ5). */
  readonly presentOnly: boolean;
};

/** Pages that belong to a row, with the reason: what was recognised. */
export type SortingProposal = {
  readonly paperId: string;
  readonly pageIds: readonly string[];
  readonly kind: PaperKind | null;
  readonly title: string | null;
};

/** A form must share most of the words of its name with the row; a recognised kind alone says enough. */
const TITLE_ALONE = 0.7;
const CLEARLY_BETTER = 0.1;

/**
 * Where loose pages belong [CL-3, CL-4]: only what has a reason; the rest stays loose. Several papers may go to one row
 * (two parents' cards).
 */
export function proposeSorting(
  pages: readonly SortedPage[],
  rows: readonly ChecklistRow[],
): readonly SortingProposal[] {
  const proposals: SortingProposal[] = [];
  for (const group of groupPages(pages)) {
    const taken = new Set(proposals.map((proposal) => proposal.paperId));
    const row = bestRow(
      group,
      rows.map((each) => ({ ...each, hasPages: each.hasPages || taken.has(each.paperId) })),
    );
    if (row === null) continue;
    proposals.push({ paperId: row.paperId, ...group });
  }
  return proposals;
}

function bestRow(group: PageGroup, rows: readonly ChecklistRow[]): ChecklistRow | null {
  const scored = rows
    .filter((row) => !row.presentOnly)
    .map((row) => ({ row, score: fit(group, row) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const [first, second] = scored;
  if (first === undefined) return null;
  return second !== undefined && first.score - second.score < CLEARLY_BETTER ? null : first.row;
}

/** 0: no reason. A kind that is asked for counts 1, a title like the row's name up to 1, a row that is still empty a little. */
function fit({ kind, title }: PageGroup, row: ChecklistRow): number {
  const likeness = title === null ? 0 : likenessOf(title, row.name);
  const asked = kindsAskedBy(row.name);
  const kindFits = kind !== null && asked.includes(kind);
  // Every form is a `declaration-form`: its title says which.
  const reason =
    kind === 'declaration-form' && title !== null
      ? kindFits && likeness >= 0.4
      : kindFits || likeness >= TITLE_ALONE;
  if (!reason) return 0;
  return (kindFits ? 1 / asked.length ** 0.25 : 0) + likeness + (row.hasPages ? 0 : 0.15);
}

/** Share of the title's and the name's words (without marks, without what stands in brackets) that both have, 0…1. */
export function likenessOf(title: string, name: string): number {
  const words = (text: string): readonly string[] =>
    bareText(text.normalize('NFC').replace(/\([^)]*\)/g, ' '))
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1);
  const ofTitle = new Set(words(title));
  const ofName = new Set(words(name));
  const both = [...ofTitle].filter((word) => ofName.has(word)).length;
  const smaller = Math.min(ofTitle.size, ofName.size);
  // Two words in common say little.
  return smaller < 2 ? 0 : both / (smaller + Math.abs(ofTitle.size - ofName.size) * 0.25);
}
