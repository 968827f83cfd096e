import type { FieldForm } from '../field-form.ts';

export const DECLARATION: FieldForm = {
  generic: ['document-number', 'issue-date', 'person-name', 'document-title', 'issuing-body'],
  fields: [
    { name: 'addressee', sort: 'text', phrases: ['kinh gui'] },
    {
      name: 'person-name',
      sort: 'name',
      phrases: [
        'ho chu dem ten nguoi yeu cau',
        'ho chu dem va ten',
        'ho chu dem ten',
        'ho va ten nguoi yeu cau',
        'ho va ten',
        'ten toi la',
        'toi ten la',
      ],
    },
    { name: 'birth-date', sort: 'day', phrases: ['ngay thang nam sinh', 'ngay sinh', 'sinh ngay'] },
    {
      name: 'personal-id',
      sort: 'personal-id',
      phrases: [
        'so dinh danh ca nhan',
        'so cccd / cmnd',
        'so cccd',
        'so cmnd',
        'giay to tuy than',
        'can cuoc cong dan so',
      ],
    },
    {
      name: 'residence',
      sort: 'address',
      lines: 2,
      phrases: [
        'noi cu tru',
        'noi thuong tru',
        'dia chi thuong tru',
        'dia chi',
        'cho o hien nay',
        'noi o hien tai',
      ],
    },
    { name: 'phone', sort: 'phone', phrases: ['so dien thoai', 'dien thoai', 'so dien thoai lien he'] },
    { name: 'request', sort: 'text', lines: 3, phrases: ['noi dung de nghi', 'noi dung yeu cau'] },
  ],
  headings: [
    { phrases: ['gioi tinh'] },
    { phrases: ['noi tam tru'] },
    { phrases: ['email'] },
    { phrases: ['toi cam doan', 'toi xin cam doan', 'toi xin chan thanh cam on'] },
    { phrases: ['lam tai'] },
    { phrases: ['quan he voi nguoi'] },
    { phrases: ['dan toc'] },
    { phrases: ['quoc tich'] },
  ],
};
