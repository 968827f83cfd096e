export const paperFields = {
  'document-number': 'Số, ký hiệu',
  'issue-date': 'Ngày cấp',
  'person-name': 'Họ tên',
  'document-title': 'Tên giấy tờ',
  'issuing-body': 'Cơ quan cấp',
};
