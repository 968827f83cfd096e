/** What the desk found or mended; shown at start and until understood. A failure code may come too. */
export const notices = {
  'lease-refused':
    'Thành phố cấp {{count}} dải số mà quầy không dùng (gần nhất: {{from}}–{{to}}, {{reason}}). Vẫn tiếp nhận bình thường; báo hỗ trợ trong ngày.',
  'copy-rebuilt': 'Đã dựng lại bản làm việc từ sổ của quầy: {{dossiers}} hồ sơ, đủ như trong sổ.',
  'copy-branched':
    'Sổ của quầy khác với bản làm việc; {{events}} việc chỉ có ở bản làm việc đã được cất riêng. Dừng nhận hồ sơ và gọi hỗ trợ ngay.',
  'drafts-restored': 'Đã lấy lại {{count}} hồ sơ đang soạn dở.',
  'draft-not-kept':
    'Chưa lưu được bản dự phòng của hồ sơ đang soạn. Nhận xong hồ sơ này rồi xem lại chỗ trống trên ổ đĩa.',
  'draft-not-saved':
    'Ổ đĩa không ghi được nên hồ sơ đang soạn chưa được lưu. Đừng rời màn này, đừng tắt máy; gọi hỗ trợ ngay.',
  'copy-unreadable': 'Bản làm việc không mở được nên đã dựng lại từ sổ; trang đã quét sẽ được đọc lại.',
  'no-keyring': 'Máy không có kho khóa; hồ sơ được niêm phong bằng cụm mật khẩu. Giữ cụm này ở nơi an toàn.',
  'journal-tail-cut': 'Lần trước máy tắt giữa lúc ghi; phần ghi dở đã bỏ, việc đã báo xong vẫn còn đủ.',
  'journal-witness-lost': 'Mất dấu đối chứng của sổ và đã lập lại. Báo hỗ trợ trong ngày.',
  'journal-damaged': 'Sổ của quầy có chỗ hỏng. Dừng nhận hồ sơ, đừng cài lại, và gọi hỗ trợ ngay.',
  'journal-signature-wrong': 'Chữ ký trong sổ không khớp ở dòng {{seq}}. Dừng nhận hồ sơ và gọi hỗ trợ ngay.',
  'city-log-tail-cut': 'Tin từ thành phố ghi dở lần trước đã bỏ; máy sẽ tải lại.',
  'city-log-witness-lost': 'Mất dấu đối chứng của sổ tin từ thành phố và đã lập lại. Báo hỗ trợ trong ngày.',
  'city-log-damaged': 'Tin từ thành phố có chỗ hỏng; máy sẽ tải lại khi có đường truyền.',
  'desk-restored': 'Quầy đã được dựng lại từ bản lưu. Máy cũ không được làm việc dưới tên quầy này nữa.',
  'desk-settled':
    'Thành phố đã trả lời: quầy có thêm {{events}} việc làm sau bản lưu. Các số cấp cũ đã đóng, quầy dùng số mới. Hồ sơ nhận sau bản lưu mà thành phố chưa có thì xem giấy của người dân để nhận lại.',
  'journal-repaired':
    'Sổ của quầy có chỗ hỏng và đã được sửa từ bản còn lành. Bản hỏng vẫn giữ; báo hỗ trợ trong ngày.',
  'journal-repair-ready': 'Thành phố có đủ phần sổ bị hỏng. Đóng rồi mở lại chương trình để dùng sổ đã sửa.',
  'journal-hole':
    'Sổ của quầy thiếu từ việc số {{from}}; chưa biết hồ sơ nào nằm sau chỗ thiếu. Chỉ xem, không nhận hồ sơ; nối bản lưu và mạng rồi mở lại, hoặc gọi hỗ trợ ngay.',
  'journal-hole-dossiers':
    'Sổ của quầy thiếu từ việc số {{from}} đến {{to}}; {{count}} hồ sơ nằm sau chỗ thiếu: {{dossiers}}. Chỉ xem, không nhận hồ sơ; nối bản lưu và mạng rồi mở lại, hoặc gọi hỗ trợ ngay.',
  'city-chain-differs': 'Sổ ở thành phố khác với bản lưu vừa dựng lại. Quầy chỉ xem được; gọi hỗ trợ ngay.',
};
