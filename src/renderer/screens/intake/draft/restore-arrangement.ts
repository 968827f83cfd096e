import type { DraftPaper, IntakeDraft } from '../../../../shared/domain/dossier/intake-draft.ts';
import type { DossierPage } from '../../../../shared/domain/page/page.ts';

/**
 * Undo: pages lie, turn and are marked as in `earlier`; everything typed or confirmed since stays, and pages that
 * came since (a scan that is still running) stay where they are.
 */
export function restoreArrangement(now: IntakeDraft, earlier: IntakeDraft): IntakeDraft {
  const known = new Set(
    [...earlier.papers.flatMap((paper) => paper.pages), ...earlier.loosePages].map((page) => page.pageId),
  );
  const newcomers = (pages: readonly DossierPage[]) => pages.filter((page) => !known.has(page.pageId));
  const nowById = new Map(now.papers.map((paper) => [paper.paperId, paper]));
  const back = earlier.papers.map((before): DraftPaper => {
    const paper = nowById.get(before.paperId);
    if (paper === undefined) return before;
    return { ...paper, status: before.status, pages: [...before.pages, ...newcomers(paper.pages)] };
  });
  const earlierIds = new Set(earlier.papers.map((paper) => paper.paperId));
  const added = now.papers
    .filter((paper) => !earlierIds.has(paper.paperId))
    .map((paper) => ({ ...paper, pages: newcomers(paper.pages) }));
  return {
    ...now,
    papers: [...back, ...added],
    loosePages: [...earlier.loosePages, ...newcomers(now.loosePages)],
  };
}
