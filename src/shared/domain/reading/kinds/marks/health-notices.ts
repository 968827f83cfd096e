import type { KindMarks } from '../kind-marks.ts';

/** What a hospital says of a birth or a death. */
export const HEALTH_NOTICE_MARKS: readonly KindMarks[] = [
  {
    kind: 'birth-notice',
    titles: ['giay chung sinh'],
    marks: [
      'ho va ten me',
      'nguoi nuoi duong',
      'da sinh con',
      'can nang',
      'du dinh dat ten',
      'so con trong lan sinh',
    ],
    besideTitle: 1,
    alone: null,
  },
  {
    kind: 'death-notice',
    titles: ['giay bao tu'],
    marks: ['nguoi chet', 'da chet vao luc', 'nguyen nhan chet', 'noi chet'],
    besideTitle: 1,
    alone: null,
  },
];
