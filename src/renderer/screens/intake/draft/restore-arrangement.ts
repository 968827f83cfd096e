import type { DraftPaper, IntakeDraft } from '../../../../shared/domain/dossier/intake-draft.ts';
import type { DossierPage } from '../../../../shared/domain/page/page.ts';

/** What an edit made of the pages' arrangement, so that it can be taken back. */
export type ArrangementEdit = { readonly before: IntakeDraft; readonly after: IntakeDraft };

const pagesOf = (draft: IntakeDraft): readonly DossierPage[] => [
  ...draft.papers.flatMap((paper) => paper.pages),
  ...draft.loosePages,
];

/**
 * Undo: pages lie, turn and are marked as before the edit, and what it brought (the other side of a split card, a
 * better picture, an empty paper) goes again. Everything typed or confirmed since stays, and pages that came since (a
 * scan that is still running) stay where they are.
 */
export function restoreArrangement(now: IntakeDraft, { before, after }: ArrangementEdit): IntakeDraft {
  const known = new Set([...pagesOf(before), ...pagesOf(after)].map((page) => page.pageId));
  const newcomers = (pages: readonly DossierPage[]) => pages.filter((page) => !known.has(page.pageId));
  const nowById = new Map(now.papers.map((paper) => [paper.paperId, paper]));
  const back = before.papers.map((earlier): DraftPaper => {
    const paper = nowById.get(earlier.paperId);
    if (paper === undefined) return earlier;
    return { ...paper, status: earlier.status, pages: [...earlier.pages, ...newcomers(paper.pages)] };
  });
  const beforeIds = new Set(before.papers.map((paper) => paper.paperId));
  const afterIds = new Set(after.papers.map((paper) => paper.paperId));
  const added = now.papers
    .filter((paper) => !beforeIds.has(paper.paperId))
    .map((paper) => ({ ...paper, pages: newcomers(paper.pages) }))
    .filter((paper) => !afterIds.has(paper.paperId) || paper.pages.length > 0);
  return {
    ...now,
    papers: [...back, ...added],
    loosePages: [...before.loosePages, ...newcomers(now.loosePages)],
  };
}
