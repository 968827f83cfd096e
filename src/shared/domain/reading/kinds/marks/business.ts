import type { KindMarks } from '../kind-marks.ts';

/** Registrations of households and enterprises. */
export const BUSINESS_MARKS: readonly KindMarks[] = [
  {
    kind: 'household-business-registration',
    titles: ['giay chung nhan dang ky ho kinh doanh'],
    marks: [
      'ten ho kinh doanh',
      'ma so ho kinh doanh',
      'chu ho kinh doanh',
      'von kinh doanh',
      'dang ky lan dau',
      'nganh nghe kinh doanh',
    ],
    besideTitle: 1,
    alone: null,
  },
  {
    kind: 'business-registration',
    titles: [
      'giay chung nhan dang ky doanh nghiep',
      'giay chung nhan dang ky kinh doanh',
      'giay chung nhan dang ky hoat dong chi nhanh',
    ],
    marks: [
      'ma so doanh nghiep',
      'ma so chi nhanh',
      'dang ky lan dau',
      'ten cong ty',
      'von dieu le',
      'nguoi dai dien theo phap luat',
      'dia chi tru so chinh',
    ],
    besideTitle: 1,
    alone: 4,
    needed: ['ma so doanh nghiep'],
    never: ['kinh gui'],
  },
];
