import type { DossierPage } from '../../../shared/domain/page/page.ts';
import type { Paper } from '../../../shared/domain/paper/paper.ts';

/** One page of a dossier with its paper; `number` counts within the paper from 1. */
export type PlacedPage = { readonly paper: Paper; readonly page: DossierPage; readonly number: number };

/** Every page of every paper in the order they lie in the folder. */
export const pagesInOrder = (papers: readonly Paper[]): readonly PlacedPage[] =>
  papers.flatMap((paper) => paper.pages.map((page, index) => ({ paper, page, number: index + 1 })));
