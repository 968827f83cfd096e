import type { KindMarks } from '../kind-marks.ts';

/** Certificates of civil status. */
export const CIVIL_STATUS_MARKS: readonly KindMarks[] = [
  {
    kind: 'birth-certificate',
    titles: ['giay khai sinh', 'trich luc khai sinh', 'ban sao giay khai sinh'],
    marks: [
      'ho chu dem ten nguoi me',
      'ho chu dem ten nguoi cha',
      'ho va ten nguoi me',
      'ho va ten nguoi cha',
      'ho va ten me',
      'ho va ten cha',
      'ghi bang chu',
      'noi sinh',
      'nguoi di khai sinh',
      'noi dang ky khai sinh',
    ],
    besideTitle: 1,
    alone: null,
  },
  {
    kind: 'marriage-certificate',
    titles: ['giay chung nhan ket hon', 'giay chung nhan dang ky ket hon', 'trich luc ket hon'],
    marks: ['ten vo', 'ten chong', 'ho va ten vo', 'ho va ten chong', 'noi dang ky ket hon', 'ngay dang ky'],
    besideTitle: 1,
    alone: null,
  },
  {
    kind: 'marital-status-certificate',
    titles: ['giay xac nhan tinh trang hon nhan'],
    marks: [
      'tinh trang hon nhan',
      'xac nhan',
      'xet de nghi',
      'co gia tri su dung',
      'duoc su dung',
      'noi cu tru',
    ],
    besideTitle: 1,
    alone: null,
  },
];
