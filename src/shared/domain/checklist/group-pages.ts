import type { PaperKind } from '../paper/paper-kind.ts';

/** A page as reading knows it. */
export type SortedPage = {
  readonly pageId: string;
  /** Null: not recognised, or not surely. */
  readonly kind: PaperKind | null;
  /** Title printed on this page, null when it has none. */
  readonly title: string | null;
  readonly separator: boolean;
  readonly blank: boolean;
};

/** Pages that are one paper, in order; kind and title of its first page. */
export type PageGroup = {
  readonly pageIds: readonly string[];
  readonly kind: PaperKind | null;
  readonly title: string | null;
};

const OTHER_SIDE: Partial<Readonly<Record<PaperKind, PaperKind>>> = {
  'chip-card-front': 'chip-card-back',
  'chip-card-back': 'chip-card-front',
  'identity-card-front': 'identity-card-back',
  'identity-card-back': 'identity-card-front',
};

export const otherSideOf = (kind: PaperKind): PaperKind | null => OTHER_SIDE[kind] ?? null;

/** Splits pages that came one after the other into papers [CL-1, CL-2]; separator sheets belong to none [CL-7]. */
export function groupPages(pages: readonly SortedPage[]): readonly PageGroup[] {
  const groups: PageGroup[] = [];
  let begin = true;
  for (const page of pages) {
    const last = groups.at(-1);
    if (!page.separator) {
      if (last === undefined || begin || beginsPaper(page, last))
        groups.push({ pageIds: [page.pageId], kind: page.kind, title: page.title });
      else groups[groups.length - 1] = { ...last, pageIds: [...last.pageIds, page.pageId] };
    }
    begin = page.separator;
  }
  return groups;
}

function beginsPaper(page: SortedPage, last: PageGroup): boolean {
  if (page.blank) return false;
  if (page.kind !== null && last.kind !== null) {
    if (OTHER_SIDE[last.kind] === page.kind && last.pageIds.length === 1) return false;
    // The four pages of an old land certificate, or of a contract, are all of its kind; a title begins the next.
    if (page.kind === last.kind) return page.title !== null;
  }
  return page.kind !== null || page.title !== null;
}
