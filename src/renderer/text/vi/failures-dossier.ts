/** What the rules of dossiers, numbers and sign-off may refuse. */
export const failuresDossier = {
  'applicant-invalid': 'Thông tin người nộp chưa đúng. Xem các ô được đánh dấu.',
  'content-invalid':
    'Hồ sơ thiếu phần bắt buộc nên chưa ghi ({{where}}). Tải lại màn hình; nếu vẫn vậy thì gọi hỗ trợ.',
  'content-changed': 'Hồ sơ {{code}} đã thay đổi sau khi bạn mở. Mở lại, xem rồi mới ký.',
  'draft-incomplete': 'Còn {{count}} việc chưa xong. Xem danh sách việc còn lại rồi tiếp nhận.',
  'dossier-already-received': 'Hồ sơ này đã tiếp nhận rồi. Xem ở mục Hồ sơ, đừng nhận lần nữa.',
  'dossier-unknown': 'Không tìm thấy hồ sơ này trong sổ. Mở lại danh sách; nếu vẫn vậy thì gọi hỗ trợ.',
  'dossier-numbers-exhausted':
    'Hết mã hồ sơ cấp sẵn cho hôm nay. Cần đường truyền để xin thêm số; hồ sơ cứ để dở.',
  'receipt-numbers-exhausted': 'Hết số biên lai cấp sẵn. Cần đường truyền để xin thêm số; hồ sơ cứ để dở.',
  'intake-slip-numbers-exhausted':
    'Hết số giấy tiếp nhận cấp sẵn. Cần đường truyền để xin thêm số; hồ sơ cứ để dở.',
  'lease-already-held': 'Dải số này đã có trên máy. Không cần làm gì.',
  'lease-empty': 'Thành phố cấp một dải số không có số nào. Gọi hỗ trợ.',
  'lease-not-for-this-unit': 'Dải số được cấp cho đơn vị khác ({{unitCode}}). Gọi hỗ trợ.',
  'lease-out-of-range': 'Dải số vượt quá giới hạn của mẫu. Gọi hỗ trợ.',
  'lease-overlaps': 'Dải số mới trùng với dải đã có. Gọi hỗ trợ.',
  'lease-unknown': 'Số này không thuộc dải nào của quầy. Gọi hỗ trợ.',
  'number-already-used': 'Số này đã dùng. Bấm lại để lấy số tiếp theo; nếu vẫn vậy thì gọi hỗ trợ.',
  'number-not-of-lease': 'Số này không thuộc dải đã cấp. Gọi hỗ trợ.',
  'number-outside-lease': 'Số này nằm ngoài dải đã cấp. Gọi hỗ trợ.',
  'number-voided': 'Số này đã hủy. Bấm lại để lấy số tiếp theo.',
  'paper-disagrees': 'Giấy in ra không khớp hồ sơ nên chưa lập. Gọi hỗ trợ.',
  'paper-without-facts': 'Hồ sơ này chưa có giấy đó. Kiểm tra lại mục phí hoặc trạng thái hồ sơ.',
  'procedure-outdated': 'Thủ tục {{name}} vừa đổi bản mới. Chọn lại thủ tục và xem lại giấy tờ.',
  'procedure-unknown': 'Thủ tục này không còn trong danh mục. Chọn thủ tục khác.',
  'reference-missing': 'Máy chưa có danh mục thủ tục. Cần đường truyền một lần để lấy về.',
  'own-dossier': 'Bạn đã nhận hoặc sửa hồ sơ này nên không được tự ký. Nhờ lãnh đạo khác ký.',
  'role-may-not': 'Bạn không có quyền làm việc này. Nhờ người có quyền đăng nhập.',
  'status-forbids': 'Hồ sơ không còn ở trạng thái làm được việc này. Mở lại để xem trạng thái mới.',
  'reason-missing': 'Cần ghi lý do. Viết một câu để người nhận biết phải sửa gì.',
};
