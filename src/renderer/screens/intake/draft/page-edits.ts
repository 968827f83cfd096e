import type { SortingProposal } from '../../../../shared/domain/checklist/sort-pages.ts';
import type { IntakeDraft } from '../../../../shared/domain/dossier/intake-draft.ts';
import type { DossierPage, PageCut, PageHidden } from '../../../../shared/domain/page/page.ts';
import { addPages, changePages, findPage, movePage, pagesAt, setPaperKind } from './draft-edits.ts';

const changePage = (
  draft: IntakeDraft,
  pageId: string,
  change: (page: DossierPage) => DossierPage,
): IntakeDraft => changePages(draft, (page) => (page.pageId === pageId ? change(page) : page));

/** Out of sight, still in the dossier and counted (TT 01/2023 Đ8 k2). */
export const hidePage = (draft: IntakeDraft, pageId: string, hidden: PageHidden): IntakeDraft =>
  changePage(draft, pageId, (page) => (page.hidden === hidden ? page : { ...page, hidden }));

export const showPage = (draft: IntakeDraft, pageId: string): IntakeDraft =>
  changePage(draft, pageId, ({ hidden: _, ...page }) => page);

/** Null: as the desk finds it by itself. */
export const cutPage = (draft: IntakeDraft, pageId: string, cut: PageCut | null): IntakeDraft =>
  changePage(draft, pageId, ({ cut: _, ...page }) => (cut === null ? page : { ...page, cut }));

/** A better picture in the place of a page; where that is gone meanwhile it goes to the tray: nothing scanned is lost. */
export const replacePage = (draft: IntakeDraft, pageId: string, better: DossierPage): IntakeDraft =>
  findPage(draft, pageId) === undefined
    ? addPages(draft, null, [better])
    : changePage(draft, pageId, () => better);

/** Both sides of a card that lie on one sheet become a page each: the same picture, cut twice. */
export function splitPage(
  draft: IntakeDraft,
  pageId: string,
  cuts: readonly PageCut[],
  newId: () => string,
): IntakeDraft {
  const found = findPage(draft, pageId);
  const [first, ...others] = cuts;
  if (found === undefined || first === undefined) return draft;
  let split = cutPage(draft, pageId, first);
  for (const [at, cut] of others.entries()) {
    const page = { ...found.page, pageId: newId(), cut };
    split = insertPage(split, found.place, found.index + 1 + at, page);
  }
  return split;
}

function insertPage(draft: IntakeDraft, place: string | null, index: number, page: DossierPage): IntakeDraft {
  const add = (pages: readonly DossierPage[]) => pages.toSpliced(index, 0, page);
  return place === null
    ? { ...draft, loosePages: add(draft.loosePages) }
    : {
        ...draft,
        papers: draft.papers.map((paper) =>
          paper.paperId === place ? { ...paper, pages: add(paper.pages) } : paper,
        ),
      };
}

/** Every proposed page that still lies loose goes to its paper, in the order of the stack [CL-5]. */
export function sortPages(draft: IntakeDraft, proposals: readonly SortingProposal[]): IntakeDraft {
  let sorted = draft;
  for (const { paperId, pageIds, kind } of proposals) {
    for (const pageId of pageIds) {
      if (findPage(sorted, pageId)?.place !== null) continue;
      sorted = movePage(sorted, pageId, paperId, pagesAt(sorted, paperId).length);
    }
    const unknown = sorted.papers.find((paper) => paper.paperId === paperId)?.kind === undefined;
    if (kind !== null && unknown) sorted = setPaperKind(sorted, paperId, kind);
  }
  return sorted;
}
