export const fieldCheck = {
  kind: 'Loại giấy',
  kindUnknown: 'Chưa nhận ra loại giấy',
  kindSure: 'máy nhận ra, chắc {{sure}} %',
  kindChosen: 'cán bộ chọn',
  notReadRows: '{{n}} mục khác của loại giấy này không thấy trên trang',
  showNotRead: 'Hiện để nhập tay',
  closeNotRead: 'Cất bớt',
  contradicted: 'trái nhau',
  acceptAnyway: 'vẫn nhận',
  sources: { qr: 'QR', barcode: 'mã vạch', mrz: 'MRZ', 'text-layer': 'PDF' },
  cardOf: 'Trang này có mã QR thẻ của {{name}}.',
  fillApplicant: 'Điền vào người nộp',
};
