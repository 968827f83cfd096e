/** Hai điều trên giấy không thể cùng đúng: nói rõ điều gì và cán bộ cần làm gì. */
export const readingContradictions = {
  'date-figures-words':
    'Ngày ghi bằng số ({{figuresDate}}) khác ngày ghi bằng chữ ({{wordsDate}}). Xem lại bản giấy.',
  'amount-figures-words':
    'Số tiền bằng số ({{figuresVnd}}) khác số tiền bằng chữ ({{wordsVnd}}). Xem lại bản giấy.',
  'personal-id-birth-year':
    'Số định danh {{id}} không khớp năm sinh ({{bornDate}}). Đối chiếu lại số và ngày sinh.',
  'personal-id-sex': 'Số định danh {{id}} không khớp giới tính ({{sex}}). Đối chiếu với bản giấy.',
  'personal-id-province': 'Ba số đầu của số định danh {{id}} không phải mã tỉnh nào. Đọc lại số.',
  'sources-differ':
    'Chữ in, mã QR hoặc dòng MRZ ghi khác nhau: “{{first}}” và “{{second}}”. Xem lại bản giấy.',
  'mrz-check-digit':
    'Dòng MRZ mặt sau thẻ không khớp số kiểm tra: đọc sai hoặc thẻ có vấn đề. Quét lại mặt sau.',
  'expiry-before-issue': 'Ngày hết hạn ({{expiresDate}}) trước ngày cấp ({{issuedDate}}). Xem lại hai ngày.',
  'issue-before-birth': 'Ngày cấp ({{issuedDate}}) trước ngày sinh ({{bornDate}}). Xem lại hai ngày.',
};
