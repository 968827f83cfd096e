/** Backups, restoring a desk and what follows from it. */
export const failuresBackup = {
  'backup-away':
    'Không thấy thư mục bản lưu. Cắm lại ổ hoặc nối lại thư mục chung; thấy lại là máy tự chép tiếp.',
  'backup-folder-missing':
    'Không thấy thư mục này. Kiểm tra ổ đã cắm hoặc thư mục chung đã nối, rồi chọn lại.',
  'backup-ahead':
    'Bản lưu có nhiều hơn sổ trên máy {{events}} việc nên máy không chép đè. Dừng nhận hồ sơ, giữ nguyên cả hai và gọi hỗ trợ ngay.',
  'backup-branched':
    'Bản lưu và sổ trên máy khác nhau từ việc số {{seq}} nên máy không chép đè. Dừng nhận hồ sơ, giữ nguyên cả hai và gọi hỗ trợ ngay.',
  'backup-taken-over': 'Quầy này đã được dựng lại trên máy khác từ bản lưu. Dừng dùng máy này và gọi hỗ trợ.',
  'backup-of-another-key':
    'Thư mục này giữ bản lưu của máy khác cùng tên quầy. Chọn thư mục khác, hoặc gọi hỗ trợ.',
  'backup-without-key': 'Bản lưu thiếu khóa ký của quầy nên không dựng lại được. Gọi hỗ trợ.',
  'backup-empty': 'Bản lưu này chưa có việc nào đọc được. Chọn bản khác, hoặc gọi hỗ trợ.',
  'recovery-code-length':
    'Mã còn thiếu hoặc thừa chữ: đã gõ {{letters}}, cần {{wanted}}. Nhập đủ tám nhóm trên tờ mã.',
  'recovery-code-group': 'Nhóm thứ {{group}} gõ chưa đúng. So lại nhóm này với tờ mã.',
  'recovery-code-wrong': 'Mã này không mở được bản lưu. Kiểm tra có phải tờ mã mới nhất của quầy này.',
  'recovery-code-over': 'Mã đã được cất, máy không giữ lại. Cần tờ khác thì chọn lại thư mục để lập mã mới.',
  'profile-not-empty':
    'Máy này đang là một quầy có hồ sơ nên không dựng lại đè lên được. Dùng máy khác, hoặc gọi hỗ trợ.',
  'supervisor-only': 'Việc này do lãnh đạo chi nhánh làm. Mời lãnh đạo đăng nhập rồi làm lại.',
  'desk-must-ask-city':
    'Quầy vừa dựng lại từ bản lưu, phải hỏi thành phố một lần trước khi làm việc. Nối mạng; có trả lời là mở ngay.',
  'desk-continued-elsewhere':
    'Quầy này đã được dựng lại và đang làm việc ở máy khác. Máy này chỉ xem được; dừng nhận hồ sơ và gọi hỗ trợ.',
  'events-do-not-follow': 'Việc lấy lại không khớp với sổ của quầy. Dừng nhận hồ sơ và gọi hỗ trợ ngay.',
  'city-gave-too-few': 'Thành phố trả lời chưa đủ phần còn thiếu. Quầy tự hỏi lại.',
};
