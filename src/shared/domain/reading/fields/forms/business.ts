import type { FieldForm, FieldSpec } from '../field-form.ts';

const registered: readonly FieldSpec[] = [
  { name: 'first-registration-date', sort: 'day', phrases: ['dang ky lan dau'] },
  { name: 'change-count', sort: 'count', phrases: ['dang ky thay doi lan thu', 'thay doi lan thu'] },
  { name: 'change-date', sort: 'day', phrases: ['dang ky thay doi lan thu', 'thay doi lan thu'] },
];
const headings = [
  { phrases: ['ten cong ty viet bang tieng nuoc ngoai', 'ten cong ty viet tat'] },
  { phrases: ['dien thoai'] },
  { phrases: ['email'] },
  { phrases: ['bang chu', 'menh gia co phan', 'tong so co phan'] },
  { phrases: ['gioi tinh'] },
  { phrases: ['chuc danh'] },
  { phrases: ['sinh ngay', 'ngay sinh'] },
  { phrases: ['dan toc'] },
  { phrases: ['quoc tich'] },
  { phrases: ['nganh nghe kinh doanh'] },
  { phrases: ['von dieu le'], atStart: true },
  {
    phrases: [
      'nguoi dai dien theo phap luat',
      'thong tin ve chu ho kinh doanh',
      'dai dien ho kinh doanh',
      'chu ho kinh doanh',
    ],
    opens: 'leader',
  },
  { phrases: ['danh sach thanh vien', 'thong tin ve chu so huu'], opens: 'members' },
] as const;
const LEADER = ['ho va ten', 'ho ten', 'ho chu dem va ten', 'ho chu dem ten'];
const generic = ['document-title', 'issuing-body'] as const;

export const BUSINESS: FieldForm = {
  generic,
  fields: [
    { name: 'business-code', sort: 'business-code', phrases: ['ma so doanh nghiep', 'ma so chi nhanh'] },
    ...registered,
    {
      name: 'business-name',
      sort: 'capitals',
      lines: 2,
      phrases: ['ten cong ty viet bang tieng viet', 'ten doanh nghiep viet bang tieng viet'],
    },
    { name: 'head-office', sort: 'address', lines: 2, phrases: ['dia chi tru so chinh'] },
    { name: 'charter-capital', sort: 'money', phrases: ['von dieu le'] },
    { name: 'representative', sort: 'name', section: 'leader', phrases: LEADER },
  ],
  headings,
};

export const HOUSEHOLD_BUSINESS: FieldForm = {
  generic,
  fields: [
    {
      name: 'business-code',
      sort: 'business-code',
      phrases: ['ma so ho kinh doanh', 'ma so dang ky ho kinh doanh'],
    },
    ...registered,
    {
      name: 'business-name',
      sort: 'capitals',
      lines: 2,
      phrases: ['ten ho kinh doanh', 'ten ho kinh doanh viet bang tieng viet'],
    },
    {
      name: 'head-office',
      sort: 'address',
      lines: 2,
      phrases: [
        'dia chi tru so ho kinh doanh',
        'tru so ho kinh doanh',
        'dia diem kinh doanh',
        'dia chi tru so',
      ],
    },
    { name: 'charter-capital', sort: 'money', phrases: ['von kinh doanh'] },
    { name: 'representative', sort: 'name', section: 'leader', phrases: LEADER },
    {
      name: 'personal-id',
      sort: 'personal-id',
      section: 'leader',
      phrases: ['so dinh danh ca nhan', 'so cccd', 'so giay to phap ly cua ca nhan'],
    },
  ],
  headings,
};
