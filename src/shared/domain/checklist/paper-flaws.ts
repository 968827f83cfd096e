import type { PaperKind } from '../paper/paper-kind.ts';
import { otherSideOf } from './group-pages.ts';
import { kindsAskedBy } from './kinds-asked.ts';

/** What is wrong with the pages of a paper taken together [CL-6]; the sentence is looked up by `code`. */
export type PaperFlaw =
  | { readonly code: 'paper-kind-unexpected'; readonly pageId: string; readonly found: PaperKind }
  | { readonly code: 'card-side-missing'; readonly pageId: string; readonly missing: 'front' | 'back' };

/** Surer than this a kind may contradict the row; a wrong warning costs the officer's trust. */
const SURE = 0.85;

type KnownPage = {
  readonly pageId: string;
  readonly kind: { readonly kind: PaperKind; readonly confidence: number } | null;
};

/** @param pages of one paper, in order, without hidden ones */
export function findPaperFlaws(documentName: string, pages: readonly KnownPage[]): readonly PaperFlaw[] {
  const flaws: PaperFlaw[] = [];
  const asked = kindsAskedBy(documentName);
  const sure = pages.flatMap(({ pageId, kind }) =>
    kind !== null && kind.confidence >= SURE ? [{ pageId, kind: kind.kind }] : [],
  );
  const [first] = sure;
  if (first !== undefined && first.pageId === pages[0]?.pageId && isAnotherKind(first.kind, asked)) {
    flaws.push({ code: 'paper-kind-unexpected', pageId: first.pageId, found: first.kind });
  }
  for (const { pageId, kind } of sure) {
    const other = otherSideOf(kind);
    if (other === null) continue;
    const count = (wanted: PaperKind) => sure.filter((page) => page.kind === wanted).length;
    if (count(other) >= count(kind)) continue;
    flaws.push({ code: 'card-side-missing', pageId, missing: other.endsWith('back') ? 'back' : 'front' });
    break;
  }
  return flaws;
}

/** Official documents and forms come in so many shapes that they never count as the wrong kind. */
function isAnotherKind(kind: PaperKind, asked: readonly PaperKind[]): boolean {
  if (asked.length === 0 || kind === 'official-document' || kind === 'declaration-form') return false;
  return !asked.includes(kind);
}
