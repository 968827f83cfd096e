import type { DossierPage } from '../page/page.ts';

/**
 * The pages of a paper that are the paper: a separator sheet is the office's own and would make the images more than the
 * paper's pages (TT 01/2023 Đ8 k2). Blank pages and those that an officer hid are the citizen's and stay.
 */
export const archivedPages = (pages: readonly DossierPage[]): readonly DossierPage[] =>
  pages.filter(({ hidden }) => hidden !== 'separator');
