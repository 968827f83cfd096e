import type { FieldForm, FieldSpec } from '../field-form.ts';

const PERSON = ['ho chu dem ten', 'ho chu dem va ten', 'ho va ten'];
const BORN = ['ngay thang nam sinh', 'ngay sinh', 'sinh ngay'];
const LIVES = ['noi cu tru', 'noi thuong tru', 'noi thuong tru / tam tru', 'dia chi thuong tru', 'dia chi'];
const PAPERS = ['giay to tuy than', 'so dinh danh ca nhan', 'so cccd', 'can cuoc cong dan so', 'so can cuoc'];
const OTHER = [{ phrases: ['ghi bang chu'] }, { phrases: ['nguoi ky'] }];

const parent = (who: 'mother' | 'father', word: string): readonly FieldSpec[] => [
  {
    name: `${who}-name`,
    sort: 'name',
    section: who,
    opens: who,
    phrases: [
      `ho chu dem ten nguoi ${word}`,
      `ho va ten nguoi ${word}`,
      `ho chu dem va ten nguoi ${word}`,
      `ho va ten ${word}`,
    ],
  },
  { name: `${who}-birth-year`, sort: 'year', section: who, phrases: ['nam sinh', 'ngay thang nam sinh'] },
  { name: `${who}-personal-id`, sort: 'personal-id', section: who, phrases: PAPERS },
  { name: `${who}-residence`, sort: 'address', lines: 3, section: who, phrases: LIVES },
];

export const BIRTH_CERTIFICATE: FieldForm = {
  generic: ['document-number', 'issue-date', 'person-name', 'document-title', 'issuing-body'],
  fields: [
    { name: 'person-name', sort: 'name', opens: 'child', section: 'child', phrases: PERSON },
    { name: 'birth-date', sort: 'day', section: 'child', phrases: BORN },
    { name: 'sex', sort: 'sex', section: 'child', phrases: ['gioi tinh'] },
    { name: 'ethnicity', sort: 'ethnicity', section: 'child', phrases: ['dan toc'] },
    { name: 'nationality', sort: 'nationality', section: 'child', phrases: ['quoc tich'] },
    { name: 'place-of-birth', sort: 'address', lines: 2, section: 'child', phrases: ['noi sinh'] },
    { name: 'place-of-origin', sort: 'address', lines: 2, section: 'child', phrases: ['que quan'] },
    { name: 'personal-id', sort: 'personal-id', section: 'child', phrases: ['so dinh danh ca nhan'] },
    ...parent('mother', 'me'),
    ...parent('father', 'cha'),
    {
      name: 'declarant-name',
      sort: 'name',
      opens: 'declarant',
      section: 'declarant',
      phrases: [
        'ho chu dem ten nguoi di khai sinh',
        'ho va ten nguoi di khai sinh',
        'nguoi di khai sinh',
        'nguoi di dang ky khai sinh',
      ],
    },
    {
      name: 'registration-place',
      sort: 'address',
      lines: 2,
      phrases: ['noi dang ky khai sinh', 'dang ky khai sinh tai', 'noi dang ky'],
    },
    { name: 'registration-date', sort: 'day', phrases: ['ngay thang nam dang ky', 'ngay dang ky'] },
  ],
  headings: [
    ...OTHER,
    { phrases: ['dan toc'] },
    { phrases: ['quoc tich'] },
    { phrases: ['giay to tuy than'] },
    { phrases: ['que quan'] },
  ],
};

const spouse = (who: 'wife' | 'husband', word: string): readonly FieldSpec[] => [
  {
    name: `${who}-name`,
    sort: 'name',
    lines: 2,
    section: who,
    opens: who,
    phrases: [`ho chu dem ten ${word}`, `ho va ten ${word}`, `ho chu dem va ten ${word}`],
  },
  { name: `${who}-birth-date`, sort: 'day', lines: 2, section: who, phrases: BORN },
  { name: `${who}-residence`, sort: 'address', lines: 3, section: who, phrases: LIVES },
  { name: `${who}-personal-id`, sort: 'personal-id', lines: 2, section: who, phrases: PAPERS },
];

export const MARRIAGE_CERTIFICATE: FieldForm = {
  generic: ['document-number', 'issue-date', 'document-title', 'issuing-body'],
  columns: { second: 'ho chu dem ten chong', until: 'noi dang ky ket hon' },
  fields: [
    ...spouse('wife', 'vo'),
    ...spouse('husband', 'chong'),
    {
      name: 'registration-place',
      sort: 'address',
      lines: 2,
      phrases: ['noi dang ky ket hon', 'noi dang ky'],
    },
    { name: 'registration-date', sort: 'day', phrases: ['ngay thang nam dang ky', 'ngay dang ky'] },
  ],
  headings: [
    { phrases: ['dan toc'] },
    { phrases: ['quoc tich'] },
    { phrases: ['giay chung nhan ket hon nay co gia tri'] },
    { phrases: ['nguoi ky'] },
  ],
};

export const MARITAL_STATUS: FieldForm = {
  generic: ['document-number', 'issue-date', 'person-name', 'document-title', 'issuing-body'],
  fields: [
    { name: 'person-name', sort: 'name', phrases: PERSON },
    { name: 'birth-date', sort: 'day', phrases: BORN },
    { name: 'sex', sort: 'sex', phrases: ['gioi tinh'] },
    { name: 'ethnicity', sort: 'ethnicity', phrases: ['dan toc'] },
    { name: 'nationality', sort: 'nationality', phrases: ['quoc tich'] },
    { name: 'personal-id', sort: 'personal-id', phrases: PAPERS },
    { name: 'residence', sort: 'address', lines: 3, phrases: LIVES },
    { name: 'marital-status', sort: 'text', lines: 3, phrases: ['tinh trang hon nhan'], atStart: true },
    { name: 'purpose', sort: 'text', lines: 3, phrases: ['duoc su dung'] },
  ],
  headings: [
    { phrases: ['giay nay co gia tri su dung'] },
    { phrases: ['nguoi ky giay xac nhan', 'nguoi ky'] },
    { phrases: ['trong thoi gian cu tru'] },
  ],
};

export const BIRTH_NOTICE: FieldForm = {
  generic: ['document-number', 'issue-date', 'document-title', 'issuing-body'],
  fields: [
    {
      name: 'mother-name',
      sort: 'name',
      phrases: ['ho va ten me / nguoi nuoi duong', 'ho va ten me', 'ho chu dem ten me', 'ho ten me'],
    },
    { name: 'mother-birth-year', sort: 'year', phrases: ['nam sinh', 'ngay thang nam sinh'] },
    { name: 'mother-residence', sort: 'address', lines: 2, phrases: ['noi dang ky thuong tru', ...LIVES] },
    {
      name: 'mother-personal-id',
      sort: 'personal-id',
      phrases: ['so cccd / ho chieu', 'so dinh danh ca nhan', 'so cccd', 'so cmnd'],
    },
    { name: 'birth-date', sort: 'day', lines: 2, phrases: ['da sinh con vao luc', 'da sinh con'] },
    { name: 'birth-time', sort: 'time', phrases: ['da sinh con vao luc', 'da sinh con'] },
    { name: 'sex', sort: 'sex', phrases: ['gioi tinh cua con', 'gioi tinh'] },
    { name: 'health-facility', sort: 'text', atStart: true, phrases: ['tai'] },
    { name: 'birth-weight', sort: 'weight', phrases: ['can nang'] },
    {
      name: 'child-name',
      sort: 'name',
      phrases: ['du dinh dat ten con la', 'du dinh dat ten con', 'du kien dat ten con'],
    },
  ],
  headings: [
    { phrases: ['dan toc'] },
    { phrases: ['so con trong lan sinh nay'] },
    { phrases: ['tai'], atStart: true },
  ],
};

export const DEATH_NOTICE: FieldForm = {
  generic: ['document-number', 'issue-date', 'person-name', 'document-title', 'issuing-body'],
  fields: [
    {
      name: 'person-name',
      sort: 'name',
      phrases: ['ho chu dem ten nguoi chet', 'ho va ten nguoi chet', ...PERSON],
    },
    { name: 'birth-date', sort: 'day', phrases: BORN },
    { name: 'sex', sort: 'sex', phrases: ['gioi tinh'] },
    { name: 'personal-id', sort: 'personal-id', phrases: PAPERS },
    {
      name: 'residence',
      sort: 'address',
      lines: 3,
      phrases: ['noi cu tru cuoi cung', 'noi thuong tru cuoi cung', ...LIVES],
    },
    {
      name: 'death-date',
      sort: 'day',
      lines: 2,
      phrases: ['da chet vao luc', 'chet vao luc', 'thoi gian chet'],
    },
    { name: 'death-cause', sort: 'text', lines: 2, phrases: ['nguyen nhan chet'] },
  ],
  headings: [
    { phrases: ['dan toc'] },
    { phrases: ['quoc tich'] },
    { phrases: ['noi chet'] },
    { phrases: ['giam doc'] },
  ],
};
