import { mayBeUnneeded } from '../procedure/find-procedure.ts';
import type { Procedure, RequiredDocument } from '../procedure/procedure.ts';
import type { DraftPaper, DraftProblem } from './intake-draft.ts';

/** Why this paper cannot stand as it is, as codes; empty when it can. */
function faultsOf(paper: DraftPaper, document: RequiredDocument | undefined): string[] {
  const hasPages = paper.pages.length > 0;
  const noteMissing = paper.note.trim() === '';
  if (document?.presentOnly === true && (hasPages || paper.status === 'submitted')) {
    // TT 03/2025 Đ5: what is only shown is never kept, nor its picture.
    return ['paper-present-only'];
  }
  switch (paper.status) {
    case null:
      return ['paper-not-looked-at'];
    case 'submitted':
      return hasPages ? [] : ['paper-needs-pages'];
    case 'presented':
      return hasPages ? ['paper-has-pages-but-not-submitted'] : [];
    case 'owed':
      if (hasPages) return ['paper-has-pages-but-not-submitted'];
      return noteMissing ? ['paper-owed-needs-note'] : [];
    case 'not-needed':
      if (hasPages) return ['paper-has-pages-but-not-submitted'];
      return document === undefined || mayBeUnneeded(document) ? [] : ['paper-is-required'];
  }
}

/**
 * Every paper against its row of the procedure, and every row against the papers. `procedure` null: it is no longer in
 * the catalogue, so only what holds for any paper is checked (corrections of old dossiers).
 */
export function checkPapers(papers: readonly DraftPaper[], procedure: Procedure | null): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const pageIds = new Set<string>();
  for (const paper of papers) {
    const facts = { name: paper.name };
    const document = paper.requirement === null ? undefined : procedure?.documents[paper.requirement];
    const add = (code: string) => problems.push({ code, place: 'papers', paperId: paper.paperId, facts });
    for (const code of faultsOf(paper, document)) add(code);
    if (paper.name.trim() === '') add('paper-without-name');
    for (const { pageId } of paper.pages) {
      if (pageIds.has(pageId)) add('page-in-two-papers');
      pageIds.add(pageId);
    }
  }
  procedure?.documents.forEach((document, requirement) => {
    if (papers.some((paper) => paper.requirement === requirement)) return;
    problems.push({ code: 'paper-not-listed', place: 'papers', facts: { name: document.name } });
  });
  if (papers.length === 0) problems.push({ code: 'papers-none', place: 'papers' });
  return problems;
}
