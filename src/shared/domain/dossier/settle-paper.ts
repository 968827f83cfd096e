import type { RequiredDocument } from '../procedure/procedure.ts';
import type { DraftPaper } from './intake-draft.ts';

/**
 * What a paper stands for when the officer has not said: pages make it submitted; an optional row nobody touched is not
 * needed. A required row stays open.
 */
export function settlePaper(paper: DraftPaper, document: RequiredDocument | undefined): DraftPaper {
  if (paper.status !== null) return paper;
  if (paper.pages.length > 0) return { ...paper, status: 'submitted' };
  return document?.required === false ? { ...paper, status: 'not-needed' } : paper;
}
