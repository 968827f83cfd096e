/** Documents and printers. */
export const failuresPaperOut = {
  'document-font-missing': 'Thiếu phông chữ để lập giấy. Gọi hỗ trợ; hồ sơ đã ghi, in lại sau được.',
  'document-maker-hung': 'Lập giấy quá lâu nên đã dừng. Thử lại; hồ sơ đã ghi, in lại sau được.',
  'document-not-made': 'Chưa lập được giấy. Hồ sơ đã ghi an toàn; gọi hỗ trợ rồi in lại từ mục Hồ sơ.',
  'document-not-opened': 'Chưa mở được tệp PDF. Lưu tệp ra rồi mở bằng chương trình khác.',
  'document-not-saved': 'Chưa lưu được tệp. Chọn thư mục khác hoặc kiểm tra ổ USB.',
  'no-printer': 'Chưa thấy máy in. Bật máy in, kiểm tra dây, rồi in lại.',
  'paper-still-reading': 'Còn {{pages}} trang của giấy này đang đọc chữ. Chờ đọc xong rồi bấm lại.',
  'paper-without-pages': 'Không có trang nào để lập tệp PDF. Quét hoặc chọn tệp của giấy này trước.',
  'printer-hung': 'Máy in không trả lời. Xem đã ra giấy chưa; nếu chưa, tắt bật máy in rồi in lại.',
  'printer-refused': 'Máy in không nhận lệnh. Xem giấy và mực, rồi in lại.',
  'printing-not-installed':
    'Máy này chưa in thẳng được (Windows, hoặc chưa cài CUPS). Lưu PDF, mở tệp đó ra và in; gọi hỗ trợ để cài in.',
};
