import type { FieldForm, FieldSpec } from '../field-form.ts';

const holder: readonly FieldSpec[] = [
  {
    name: 'person-name',
    sort: 'name',
    phrases: [
      'ho va ten / full name',
      'ho chu dem va ten khai sinh / full name',
      'ho ten / full name',
      'full name',
    ],
  },
  {
    name: 'birth-date',
    sort: 'day',
    phrases: ['ngay sinh / date of birth', 'ngay thang nam sinh / date of birth', 'date of birth'],
  },
  { name: 'sex', sort: 'sex', phrases: ['gioi tinh / sex', 'gioi tinh'] },
  { name: 'nationality', sort: 'nationality', lines: 2, phrases: ['quoc tich / nationality', 'nationality'] },
];

/** Both sides: a copy often has them on one sheet. */
export const CHIP_CARD: FieldForm = {
  // Beside the address, under the photograph, stands the day of expiry.
  columns: { second: 'noi thuong tru / place of residence', until: 'dac diem nhan dang' },
  generic: ['document-number', 'issue-date', 'person-name', 'document-title', 'issuing-body'],
  fields: [
    { name: 'personal-id', sort: 'personal-id', phrases: ['so / no', 'so i no', 'so l no'] },
    ...holder,
    {
      name: 'place-of-origin',
      sort: 'address',
      lines: 2,
      phrases: ['que quan / place of origin', 'place of origin'],
    },
    {
      name: 'residence',
      sort: 'address',
      lines: 3,
      phrases: ['noi thuong tru / place of residence', 'place of residence'],
    },
    { name: 'expiry-date', sort: 'day', lines: 2, phrases: ['co gia tri den', 'date of expiry'] },
    { name: 'issue-date', sort: 'day', phrases: ['ngay thang nam / date month year', 'date month year'] },
  ],
  headings: [
    { phrases: ['dac diem nhan dang / personal identification'] },
    { phrases: ['cuc truong cuc canh sat'] },
  ],
};

export const IDENTITY_CARD: FieldForm = {
  generic: ['document-number', 'issue-date', 'person-name', 'document-title', 'issuing-body'],
  fields: [
    {
      name: 'personal-id',
      sort: 'personal-id',
      lines: 2,
      phrases: [
        'so dinh danh ca nhan / personal identification number',
        'so dinh danh ca nhan / personal identification',
        'personal identification number',
      ],
    },
    ...holder,
    {
      name: 'residence',
      sort: 'address',
      lines: 3,
      phrases: ['noi cu tru / place of residence', 'place of residence'],
    },
    {
      name: 'place-of-birth',
      sort: 'address',
      lines: 2,
      phrases: ['noi dang ky khai sinh / place of birth', 'place of birth'],
    },
    { name: 'issue-date', sort: 'day', phrases: ['ngay thang nam cap / date of issue', 'date of issue'] },
    {
      name: 'expiry-date',
      sort: 'day',
      phrases: ['ngay thang nam het han / date of expiry', 'date of expiry'],
    },
  ],
  headings: [{ phrases: ['bo cong an'] }, { phrases: ['ministry of public security'] }],
};

export const DRIVING_LICENCE: FieldForm = {
  generic: ['document-number', 'issue-date', 'person-name', 'document-title', 'issuing-body'],
  fields: [
    { name: 'document-number', sort: 'licence-number', phrases: ['so / no', 'so i no', 'so l no'] },
    ...holder,
    { name: 'residence', sort: 'address', lines: 2, phrases: ['noi cu tru / address', 'address'] },
    { name: 'licence-class', sort: 'licence-class', phrases: ['hang / class', 'class'] },
    { name: 'expiry-date', sort: 'day', phrases: ['co gia tri den / expires', 'expires'] },
  ],
  headings: [{ phrases: ['ngay / date'] }, { phrases: ['tong cuc truong'] }, { phrases: ['giam doc'] }],
};
