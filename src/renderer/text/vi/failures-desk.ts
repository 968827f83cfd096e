/** What the desk itself may refuse: keys, journal, disk, officers. */
export const failuresDesk = {
  unexpected: 'Máy gặp lỗi ngoài dự kiến; dữ liệu đã lưu vẫn an toàn. Thử lại, nếu vẫn vậy thì gọi hỗ trợ.',
  'bad-request': 'Màn hình gửi sai yêu cầu. Tải lại màn hình; nếu vẫn vậy thì gọi hỗ trợ.',
  'foreign-sender': 'Một cửa sổ lạ đã hỏi dữ liệu và bị từ chối. Đóng các cửa sổ khác rồi gọi hỗ trợ.',
  'draft-not-kept':
    'Ổ đĩa không ghi được nên chưa để lại được hồ sơ đang soạn. Đừng rời màn này; gọi hỗ trợ ngay.',
  'day-note-needed':
    'Giấy {{paper}} hồ sơ, quầy {{desk}}: tìm hồ sơ lệch, hoặc ghi vì sao lệch rồi chốt lại.',
  'day-counts-differ': 'Vừa có hồ sơ mới nên con số đã đổi. Xem lại rồi chốt lần nữa.',
  'day-not-begun': 'Ngày này chưa đến nên chưa chốt được. Chọn hôm nay hoặc hôm qua.',
  'disk-full':
    'Ổ đĩa đầy, việc này chưa ghi được. Xóa bớt tệp ngoài chương trình rồi thử lại; hồ sơ đã nhận vẫn nguyên.',
  'disk-error': 'Ổ đĩa báo lỗi khi ghi. Dừng nhận hồ sơ ở quầy này và gọi hỗ trợ ngay.',
  'desk-not-enrolled': 'Quầy này chưa ghi danh với thành phố. Nhập mã dùng một lần để ghi danh.',
  'desk-already-enrolled': 'Máy này đã ghi danh cho một quầy. Khởi động lại chương trình để vào quầy đó.',
  'desk-not-open': 'Quầy chưa mở xong. Đợi giây lát rồi thử lại; nếu vẫn vậy thì khởi động lại.',
  'already-signed-in': '{{name}} đang ngồi ở quầy này. Đăng xuất trước rồi mới đổi người.',
  'not-signed-in': 'Chưa ai đăng nhập. Đăng nhập rồi làm lại việc này.',
  'credential-expired': 'Mã PIN này đã hết hạn trên máy. Nối mạng để lấy danh sách mới, hoặc gọi hỗ trợ.',
  'pin-wrong': 'Mã PIN không đúng. Nhập lại; sai nhiều lần thì phải chờ.',
  'pin-paused': 'Sai mã PIN nhiều lần. Chờ {{seconds}} giây rồi nhập lại.',
  'passphrase-needed': 'Nhập cụm mật khẩu của máy này để mở hồ sơ.',
  'new-passphrase-needed': 'Máy này chưa có cụm mật khẩu. Đặt một cụm để niêm phong hồ sơ.',
  'wrong-passphrase': 'Cụm mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.',
  'key-file-damaged': 'Tệp khóa của máy bị hỏng. Đừng cài lại; gọi hỗ trợ để khôi phục từ bản lưu.',
  'profile-newer':
    'Hồ sơ trên máy này do bản chương trình mới hơn ghi nên bản này không mở, để khỏi làm hỏng. Cài bản mới rồi mở lại; không mất gì.',
  'key-missing': 'Không tìm thấy khóa mở hồ sơ trên máy. Đừng cài lại; gọi hỗ trợ.',
  'key-unreadable':
    'Kho khóa của hệ điều hành không mở được khóa của quầy. Đăng nhập máy bằng đúng tài khoản, rồi gọi hỗ trợ nếu vẫn vậy.',
  'signing-key-damaged': 'Khóa ký của quầy bị hỏng. Dừng nhận hồ sơ và gọi hỗ trợ.',
  'signing-key-missing': 'Không thấy khóa ký của quầy. Dừng nhận hồ sơ và gọi hỗ trợ.',
  'sealed-file-damaged': 'Một tệp niêm phong bị hỏng ({{name}}). Hồ sơ trong sổ không ảnh hưởng; gọi hỗ trợ.',
  'journal-closed': 'Sổ của quầy đang đóng. Khởi động lại chương trình rồi làm lại.',
  'journal-damaged': 'Sổ của quầy có chỗ hỏng. Dừng nhận hồ sơ, đừng cài lại, và gọi hỗ trợ ngay.',
  'journal-key-wrong': 'Sổ của quầy không mở được bằng khóa trên máy này. Đừng cài lại; gọi hỗ trợ.',
  'log-closed': 'Sổ đang đóng. Khởi động lại chương trình rồi làm lại.',
  'log-key-wrong': 'Sổ không mở được bằng khóa trên máy này. Đừng cài lại; gọi hỗ trợ.',
  'record-too-large': 'Hồ sơ quá lớn để ghi một lần. Bỏ bớt trang rồi làm lại; nếu vẫn vậy thì gọi hỗ trợ.',
  'commit-too-large': 'Hồ sơ quá lớn để ghi một lần. Bỏ bớt trang rồi làm lại; nếu vẫn vậy thì gọi hỗ trợ.',
  'commit-incomplete': 'Việc ghi thiếu một phần nên đã bị từ chối; không có gì dở dang. Gọi hỗ trợ.',
  'clock-of-window-differs':
    'Giờ trên màn hình lệch {{minutes}} phút so với giờ máy nên chưa lập giấy. Bấm lại; nếu vẫn vậy thì gọi hỗ trợ.',
  'head-moved': 'Sổ vừa có việc khác ghi xen vào. Bấm lại một lần nữa.',
  'fact-needs-officer': 'Việc này cần người đăng nhập. Đăng nhập lại rồi làm lại.',
  'fact-not-for-window': 'Màn hình không được phép ghi việc này. Tải lại màn hình và gọi hỗ trợ.',
  'copy-not-saved':
    'Hồ sơ {{code}} ĐÃ được tiếp nhận và nằm trong sổ, chỉ màn hình chưa ghi kịp. Đừng nhận lại; khởi động lại chương trình rồi in giấy, và gọi hỗ trợ.',
  'fact-not-shown':
    'Việc này ĐÃ ghi vào sổ, chỉ màn hình chưa ghi kịp. Đừng làm lại; khởi động lại chương trình và gọi hỗ trợ.',
  'copy-behind-journal':
    'Bản làm việc không theo kịp sổ nên chưa ghi thêm gì. Xóa bớt tệp nếu ổ đĩa đầy, khởi động lại chương trình; nếu vẫn vậy thì gọi hỗ trợ.',
  'journal-behind-copy':
    'Sổ của quầy thiếu {{events}} việc mà màn hình còn giữ. Chỉ xem, không nhận hồ sơ; đừng cài lại và gọi hỗ trợ ngay.',
  'copy-not-opened':
    'Bản làm việc trên máy không mở được. Bấm “Thử lại”; nếu vẫn vậy, tắt hẳn máy rồi bật lại. Hồ sơ nằm trong sổ và không mất.',
  'copy-unreadable': 'Bản làm việc không mở được và đang dựng lại từ sổ. Đợi giây lát; hồ sơ không mất.',
};
