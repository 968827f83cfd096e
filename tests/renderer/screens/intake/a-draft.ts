import { Instant } from '../../../../src/shared/base/dates.ts';
import { OfficerId, Sha256 } from '../../../../src/shared/base/ids.ts';
import type { DraftPaper, IntakeDraft } from '../../../../src/shared/domain/dossier/intake-draft.ts';
import { newDraft } from '../../../../src/shared/domain/dossier/new-draft.ts';
import type { DossierPage } from '../../../../src/shared/domain/page/page.ts';

export const aPage = (name: string): DossierPage => ({
  sha256: Sha256.parse(name.charCodeAt(0).toString(16).padStart(64, '0')),
  mediaType: 'image/jpeg',
  byteLength: 1000,
  width: 1654,
  height: 2339,
  dpi: 200,
  pageId: name,
  rotation: 0,
  source: 'scanner',
  origin: 'test',
});

export const aPaper = (paperId: string, ...pages: string[]): DraftPaper => ({
  paperId,
  name: `Giấy ${paperId}`,
  requirement: 0,
  status: pages.length > 0 ? 'submitted' : null,
  originals: 1,
  copies: 0,
  pages: pages.map(aPage),
  fields: [],
  note: '',
});

export function aDraft(...papers: DraftPaper[]): IntakeDraft {
  const empty = newDraft({
    draftId: '01900000-0000-7000-8000-000000000001',
    officerId: OfficerId.parse('ha.nt'),
    now: Instant.parse('2026-11-21T03:00:00.000Z'),
  });
  return { ...empty, papers };
}

/** `a: 1 2 | tray: 3`: where pages lie, at a glance. */
export function arrangement(draft: IntakeDraft): string {
  const row = (name: string, pages: readonly DossierPage[]) =>
    `${name}: ${pages.map((page) => page.pageId).join(' ')}`.trim();
  return [
    ...draft.papers.map((paper) => row(paper.paperId, paper.pages)),
    row('tray', draft.loosePages),
  ].join(' | ');
}
