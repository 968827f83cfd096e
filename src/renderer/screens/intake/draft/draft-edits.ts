import type {
  DraftApplicant,
  DraftPaper,
  IntakeDraft,
} from '../../../../shared/domain/dossier/intake-draft.ts';
import type { DossierPage, PageRotation } from '../../../../shared/domain/page/page.ts';
import type { ConfirmedField, PaperFieldName, PaperStatus } from '../../../../shared/domain/paper/paper.ts';
import type { PaperKind } from '../../../../shared/domain/paper/paper-kind.ts';
import type { FeeLine } from '../../../../shared/domain/receipt/receipt.ts';

/** Where a page lies: in a paper, or (null) in the loose tray. */
export type PagePlace = string | null;

/** The part of a draft that says where pages lie. */
export type Arrangement = Pick<IntakeDraft, 'papers' | 'loosePages'>;

const changePaper = (
  draft: IntakeDraft,
  paperId: string,
  change: (paper: DraftPaper) => DraftPaper,
): IntakeDraft => ({
  ...draft,
  papers: draft.papers.map((paper) => (paper.paperId === paperId ? change(paper) : paper)),
});

export const pagesAt = (draft: Arrangement, place: PagePlace): readonly DossierPage[] =>
  place === null ? draft.loosePages : (draft.papers.find((paper) => paper.paperId === place)?.pages ?? []);

/** Taking a page makes the paper taken; giving the last one away opens the question again. */
function withPages(draft: IntakeDraft, place: PagePlace, pages: readonly DossierPage[]): IntakeDraft {
  if (place === null) return { ...draft, loosePages: pages };
  return changePaper(draft, place, (paper) => {
    const emptied = pages.length === 0 && paper.pages.length > 0 && paper.status === 'submitted';
    const status = pages.length > 0 ? 'submitted' : emptied ? null : paper.status;
    return { ...paper, pages, status };
  });
}

/** Undefined when the page is nowhere (it was removed meanwhile). */
export function findPage(
  draft: Arrangement,
  pageId: string,
): { readonly page: DossierPage; readonly place: PagePlace; readonly index: number } | undefined {
  const places: PagePlace[] = [...draft.papers.map((paper) => paper.paperId), null];
  for (const place of places) {
    const index = pagesAt(draft, place).findIndex((page) => page.pageId === pageId);
    const page = pagesAt(draft, place)[index];
    if (page !== undefined) return { page, place, index };
  }
  return undefined;
}

/** Every page of the draft as `change` wants it. */
export const changePages = (draft: IntakeDraft, change: (page: DossierPage) => DossierPage): IntakeDraft => ({
  ...draft,
  papers: draft.papers.map((paper) => ({ ...paper, pages: paper.pages.map(change) })),
  loosePages: draft.loosePages.map(change),
});

/** Adds at the end. A paper that is gone sends its pages to the tray: nothing scanned is lost. */
export function addPages(draft: IntakeDraft, place: PagePlace, pages: readonly DossierPage[]): IntakeDraft {
  const gone = place !== null && !draft.papers.some((paper) => paper.paperId === place);
  const target = gone ? null : place;
  const fresh = pages.filter((page) => findPage(draft, page.pageId) === undefined);
  return withPages(draft, target, [...pagesAt(draft, target), ...fresh]);
}

/** Takes the page out of where it lies and puts it before `index` of the other (or the same) place. */
export function movePage(draft: IntakeDraft, pageId: string, to: PagePlace, index: number): IntakeDraft {
  const found = findPage(draft, pageId);
  if (found === undefined) return draft;
  const without = removePage(draft, pageId);
  const shifted = found.place === to && found.index < index ? index - 1 : index;
  const pages = [...pagesAt(without, to)];
  pages.splice(Math.max(0, Math.min(shifted, pages.length)), 0, found.page);
  return withPages(without, to, pages);
}

/** One place earlier (-1) or later (+1) within its paper. */
export function shiftPage(draft: IntakeDraft, pageId: string, by: -1 | 1): IntakeDraft {
  const found = findPage(draft, pageId);
  if (found === undefined) return draft;
  const target = found.index + by;
  if (target < 0 || target >= pagesAt(draft, found.place).length) return draft;
  return movePage(draft, pageId, found.place, by === 1 ? target + 1 : target);
}

export function removePage(draft: IntakeDraft, pageId: string): IntakeDraft {
  const found = findPage(draft, pageId);
  if (found === undefined) return draft;
  const rest = pagesAt(draft, found.place).filter((page) => page.pageId !== pageId);
  return withPages(draft, found.place, rest);
}

const TURNS = [0, 90, 180, 270] as const;

export function turnPage(draft: IntakeDraft, pageId: string, by: PageRotation): IntakeDraft {
  const found = findPage(draft, pageId);
  if (found === undefined) return draft;
  const rotation = TURNS[((found.page.rotation + by) / 90) % 4] ?? 0;
  const pages = pagesAt(draft, found.place).map((page) =>
    page.pageId === pageId ? { ...page, rotation } : page,
  );
  return withPages(draft, found.place, pages);
}

/** The reader's turn, for a page that nobody has turned yet: said twice it counts once. */
export function adoptTurn(draft: IntakeDraft, pageId: string, rotation: PageRotation): IntakeDraft {
  return findPage(draft, pageId)?.page.rotation === 0 ? turnPage(draft, pageId, rotation) : draft;
}

/** Pages stay where they are whatever the status says; the check tells when the two do not fit. */
export const setPaperStatus = (draft: IntakeDraft, paperId: string, status: PaperStatus): IntakeDraft =>
  changePaper(draft, paperId, (paper) => ({ ...paper, status }));

export const setPaperKind = (draft: IntakeDraft, paperId: string, kind: PaperKind): IntakeDraft =>
  changePaper(draft, paperId, (paper) => ({ ...paper, kind }));

export const setPaperNote = (draft: IntakeDraft, paperId: string, note: string): IntakeDraft =>
  changePaper(draft, paperId, (paper) => ({ ...paper, note }));

export const setPaperCounts = (
  draft: IntakeDraft,
  paperId: string,
  counts: { readonly originals?: number; readonly copies?: number },
): IntakeDraft => changePaper(draft, paperId, (paper) => ({ ...paper, ...counts }));

/** A paper that the catalogue does not ask for. */
export const addPaper = (draft: IntakeDraft, paperId: string, name: string): IntakeDraft => ({
  ...draft,
  papers: [
    ...draft.papers,
    {
      paperId,
      name,
      requirement: null,
      status: null,
      originals: 1,
      copies: 0,
      pages: [],
      fields: [],
      note: '',
    },
  ],
});

/** Only an added paper can go; its pages fall into the tray. */
export function removePaper(draft: IntakeDraft, paperId: string): IntakeDraft {
  const paper = draft.papers.find((each) => each.paperId === paperId);
  if (paper === undefined || paper.requirement !== null) return draft;
  return {
    ...draft,
    papers: draft.papers.filter((each) => each !== paper),
    loosePages: [...draft.loosePages, ...paper.pages],
  };
}

export const confirmField = (draft: IntakeDraft, paperId: string, field: ConfirmedField): IntakeDraft =>
  changePaper(draft, paperId, (paper) => ({
    ...paper,
    fields: [...paper.fields.filter((each) => each.name !== field.name), field],
  }));

export const clearField = (draft: IntakeDraft, paperId: string, name: PaperFieldName): IntakeDraft =>
  changePaper(draft, paperId, (paper) => ({
    ...paper,
    fields: paper.fields.filter((each) => each.name !== name),
  }));

/** What is typed over a card's data is typed: the mark "đọc từ thẻ" stays only while the card's own fields do. */
export function setApplicant(draft: IntakeDraft, change: Partial<DraftApplicant>): IntakeDraft {
  const ofCard = ['fullName', 'personalId', 'birthDate', 'sex'] as const;
  const touched = change.source === undefined && ofCard.some((field) => change[field] !== undefined);
  const source = touched ? 'typed' : (change.source ?? draft.applicant.source);
  return { ...draft, applicant: { ...draft.applicant, ...change, source } };
}

export const setFeeLine = (draft: IntakeDraft, line: FeeLine): IntakeDraft => {
  const at = draft.feeLines.findIndex((each) => each.name === line.name);
  return {
    ...draft,
    feeLines: at < 0 ? [...draft.feeLines, line] : draft.feeLines.with(at, line),
  };
};

export const removeFeeLine = (draft: IntakeDraft, name: string): IntakeDraft => ({
  ...draft,
  feeLines: draft.feeLines.filter((each) => each.name !== name),
});
