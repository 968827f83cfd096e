import type { DossierId, Sha256 } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { PageWords } from '../../shared/contracts/bridge/page-words.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { DossierPage, PageLook } from '../../shared/domain/page/page.ts';
import { archivedPages } from '../../shared/domain/paper/archived-pages.ts';
import type { ArchivalMaker } from '../documents/archival-pdf/archival-maker.ts';
import type { ArchivalPage, UprightPicture } from '../documents/archival-pdf/archival-page.ts';
import type { DocumentStore } from '../page-store/page-store.ts';

type Made = { readonly documentId: Sha256; readonly url: string; readonly fileName: string };

/**
 * Makes the archival PDF of one paper of a received dossier: which pages, in which order and how they lie is the
 * journal's word; only the words under them are the window's, which read them. Kept sealed; the same pages and words give
 * the same document. Fails with `dossier-unknown`, `paper-without-pages`, `page-missing`, or as maker and store do.
 */
export async function makeDigitisedPaper(
  parts: {
    readonly maker: ArchivalMaker;
    readonly documents: DocumentStore;
    readonly whole: (sha256: string, look: PageLook) => Promise<UprightPicture | null>;
  },
  state: DeskState,
  wish: { readonly dossierId: DossierId; readonly paperId: string; readonly words: readonly PageWords[] },
): Promise<Result<Made, Failure>> {
  const dossier = state.dossiers.get(wish.dossierId);
  if (dossier === undefined) return fail('dossier-unknown', 'call-support');
  const { papers, procedure } = dossier.content;
  const at = papers.findIndex(({ paperId }) => paperId === wish.paperId);
  const paper = papers[at];
  const pages = archivedPages(paper?.pages ?? []);
  if (paper === undefined || pages.length === 0) return fail('paper-without-pages', 'officer-decides');

  const wordsOf = new Map(wish.words.map(({ pageId, words }) => [pageId, words] as const));
  const pageOf = async ({
    pageId,
    sha256,
    rotation,
    cut,
  }: DossierPage): Promise<Result<ArchivalPage, Failure>> => {
    const picture = await parts.whole(sha256, { rotation, cut });
    if (picture === null) return fail('page-missing', 'call-support', { sha256 });
    return ok({ picture, words: wordsOf.get(pageId) ?? [] });
  };
  async function* pagesInOrder() {
    for (const page of pages) yield await pageOf(page);
  }

  // ASCII and in the order of the dossier, so that a folder of them sorts as the folder of papers does.
  const fileName = `so-hoa-${dossier.code}-${String(at + 1).padStart(2, '0')}.pdf`;
  const about = {
    title: paper.name,
    subject: `${dossier.code} – ${procedure.name}`,
    keywords: dossier.code,
    createdAt: new Date(dossier.receivedAt),
    identity: [dossier.code, paper.paperId, ...pages.map(({ sha256 }) => sha256)].join(' '),
  };
  return parts.maker.make(about, pagesInOrder(), async (content) => {
    const kept = await parts.documents.put(content, { mediaType: 'application/pdf', fileName });
    if (!kept.ok) return kept;
    const { sha256 } = kept.value;
    return ok({ documentId: sha256, url: `/documents/${sha256}.pdf`, fileName });
  });
}
