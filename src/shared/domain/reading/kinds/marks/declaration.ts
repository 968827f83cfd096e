import type { KindMarks } from '../kind-marks.ts';

/** Forms that a citizen filled in. */
export const DECLARATION_MARKS: readonly KindMarks[] = [
  {
    kind: 'declaration-form',
    titles: [
      'to khai',
      'don de nghi',
      'don dang ky',
      'don xin',
      'don yeu cau',
      'don khieu nai',
      'don xac nhan',
      'giay de nghi',
      'phieu khai bao',
      'phieu de nghi',
      'phieu yeu cau',
      'ban khai',
      'ban cam ket',
    ],
    marks: [
      'kinh gui',
      'toi cam doan',
      'cam doan nhung noi dung',
      'nguoi yeu cau',
      'nguoi khai',
      'nguoi khai bao',
      'nguoi lam don',
      'nguoi viet don',
      'nguoi de nghi',
      'ten toi la',
      'ho chu dem va ten',
      'ky ghi ro ho ten',
      'noi dung de nghi',
    ],
    besideTitle: 1,
    alone: null,
  },
];
