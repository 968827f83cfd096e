import type { Paper } from '../../../shared/domain/paper/paper.ts';
import type { Column } from '../layout/table.ts';

/** 165 mm in all: the width of an A4 text column by NĐ 30/2020. */
export const PAPER_COLUMNS: readonly Column[] = [
  { title: 'TT', widthMm: 10, align: 'center' },
  { title: 'Tên giấy tờ', widthMm: 79, align: 'left' },
  { title: 'Bản chính', widthMm: 16, align: 'center' },
  { title: 'Bản sao', widthMm: 16, align: 'center' },
  { title: 'Ghi chú', widthMm: 44, align: 'left' },
];

/** Rows of the table; papers that the case does not need are left out. */
export function paperRows(papers: readonly Paper[]): readonly (readonly string[])[] {
  return papers
    .filter((paper) => paper.status !== 'not-needed')
    .map((paper, at) => [
      String(at + 1),
      paper.name,
      handedIn(paper, paper.originals),
      handedIn(paper, paper.copies),
      [standing(paper), paper.note.trim()].filter((part) => part !== '').join('; '),
    ]);
}

/** Only what was handed over counts; a paper that was shown or is owed has none here. */
const handedIn = (paper: Paper, count: number): string =>
  paper.status === 'submitted' && count > 0 ? String(count).padStart(2, '0') : '-';

function standing(paper: Paper): string {
  switch (paper.status) {
    case 'submitted':
      return paper.pages.length === 0 ? '' : `Số hóa ${String(paper.pages.length).padStart(2, '0')} trang`;
    case 'presented':
      return 'Xuất trình';
    case 'owed':
      return 'Còn thiếu';
    case 'not-needed':
      return '';
  }
}
