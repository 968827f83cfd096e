import type { FieldForm, FieldSpec } from '../field-form.ts';

const parcel: readonly FieldSpec[] = [
  { name: 'parcel-number', sort: 'plot', opens: 'parcel', section: 'parcel', phrases: ['thua dat so'] },
  { name: 'map-sheet', sort: 'plot', phrases: ['to ban do so'] },
  { name: 'parcel-address', sort: 'address', lines: 3, section: 'parcel', phrases: ['dia chi'] },
  { name: 'area', sort: 'area', phrases: ['dien tich'] },
  {
    name: 'land-use',
    sort: 'text',
    lines: 2,
    phrases: ['muc dich su dung dat', 'muc dich su dung', 'loai dat'],
  },
  { name: 'land-use-form', sort: 'text', phrases: ['hinh thuc su dung dat', 'hinh thuc su dung'] },
  { name: 'land-use-term', sort: 'text', lines: 2, phrases: ['thoi han su dung dat', 'thoi han su dung'] },
  { name: 'land-origin', sort: 'text', lines: 3, phrases: ['nguon goc su dung dat', 'nguon goc su dung'] },
  {
    name: 'register-number',
    sort: 'register',
    phrases: ['so vao so cap gcn', 'so vao so cap giay chung nhan'],
  },
];

const owner: readonly FieldSpec[] = [
  {
    name: 'person-name',
    sort: 'name',
    atStart: true,
    phrases: ['ong', 'ba', 'ong / ba', 'ho va ten', 'ho gia dinh ong', 'ho gia dinh ba'],
  },
  {
    name: 'personal-id',
    sort: 'personal-id',
    phrases: ['cccd so', 'cmnd so', 'can cuoc cong dan so', 'so dinh danh ca nhan', 'giay to tuy than'],
  },
  {
    name: 'residence',
    sort: 'address',
    lines: 3,
    section: 'owner',
    phrases: ['dia chi thuong tru', 'dia chi'],
  },
];

const headings = [
  { phrases: ['nguoi su dung dat chu so huu'], opens: 'owner' },
  { phrases: ['thong tin thua dat', 'thua dat nha o va tai san'], opens: 'parcel' },
  { phrases: ['thong tin tai san gan lien voi dat'], opens: 'assets' },
  { phrases: ['nha o'], atStart: true, opens: 'assets' },
  { phrases: ['cong trinh xay dung khac'], opens: 'assets' },
  { phrases: ['ghi chu'], atStart: true, opens: 'assets' },
  { phrases: ['nam sinh'] },
  { phrases: ['thong tin chi tiet duoc the hien'] },
] as const;

const generic = ['issue-date', 'person-name', 'document-title', 'issuing-body'] as const;
export const LAND_BEFORE_2024: FieldForm = {
  generic,
  fields: [{ name: 'certificate-serial', sort: 'serial-6', phrases: [] }, ...owner, ...parcel],
  headings,
};
export const LAND_2024: FieldForm = {
  generic,
  fields: [{ name: 'certificate-serial', sort: 'serial-8', phrases: [] }, ...owner, ...parcel],
  headings,
};

const CCCD = [
  'so cccd',
  'cccd so',
  'so can cuoc',
  'cccd / ho chieu so',
  'can cuoc cong dan so',
  'so dinh danh ca nhan',
  'cmnd so',
  'so cmnd',
  'so cmnd / cccd',
  'can cuoc so',
  'giay to tuy than',
];
const NAMES = ['ong', 'ba', 'ong / ba', 'ho va ten', 'ho ten', 'ho va ten ong / ba'];

const party = (which: 'first' | 'second'): readonly FieldSpec[] => [
  { name: `${which}-party-name`, sort: 'name', atStart: true, section: which, phrases: NAMES },
  { name: `${which}-party-id`, sort: 'personal-id', section: which, phrases: CCCD },
];
const parties = [
  {
    phrases: [
      'ben a',
      'ben chuyen nhuong',
      'ben ban',
      'ben tang cho',
      'ben uy quyen',
      'ben cho thue',
      'ben the chap',
      'ben dat coc',
      'nguoi uy quyen',
    ],
    opens: 'first',
    atStart: true,
  },
  {
    phrases: [
      'ben b',
      'ben nhan',
      'ben nhan chuyen nhuong',
      'ben mua',
      'ben duoc tang cho',
      'ben nhan tang cho',
      'ben duoc uy quyen',
      'ben nhan uy quyen',
      'ben thue',
      'ben nhan the chap',
      'ben nhan dat coc',
      'nguoi duoc uy quyen',
    ],
    opens: 'second',
    atStart: true,
  },
  { phrases: ['sinh ngay', 'ngay sinh', 'sinh nam', 'nam sinh'] },
  { phrases: ['noi thuong tru', 'noi cu tru', 'dia chi', 'thuong tru tai', 'ho khau thuong tru'] },
  { phrases: ['dieu 1', 'noi dung uy quyen'], opens: 'text' },
] as const;

export const NOTARISED_CONTRACT: FieldForm = {
  generic: ['issue-date', 'document-title'],
  fields: [
    ...party('first'),
    ...party('second'),
    {
      name: 'price',
      sort: 'money',
      lines: 2,
      phrases: [
        'voi gia la',
        'gia chuyen nhuong',
        'gia mua ban',
        'gia ban',
        'so tien',
        'gia thue',
        'gia tri tai san',
      ],
    },
    { name: 'notary-number', sort: 'notary-number', phrases: ['so cong chung'] },
    { name: 'notary-office', sort: 'text', phrases: [] },
    { name: 'notary-name', sort: 'name', phrases: [] },
  ],
  headings: [
    ...parties,
    { phrases: ['quyen so'] },
    { phrases: ['loi chung cua cong chung vien'], opens: 'notary' },
    { phrases: ['bang chu'] },
  ],
};

export const POWER_OF_ATTORNEY: FieldForm = {
  generic: ['issue-date', 'document-title'],
  fields: [
    ...party('first'),
    ...party('second'),
    { name: 'scope', sort: 'text', lines: 4, phrases: ['pham vi uy quyen', 'noi dung va pham vi uy quyen'] },
    { name: 'term', sort: 'text', lines: 2, phrases: ['thoi han uy quyen', 'thoi gian uy quyen'] },
  ],
  headings: [
    ...parties,
    { phrases: ['chung thuc so'] },
    { phrases: ['thu lao'] },
    { phrases: ['cam doan', 'cam ket'] },
  ],
};
