/** The city and the line. Work at the desk goes on with all of these. */
export const failuresCity = {
  'no-name': 'Mạng không tìm ra địa chỉ của thành phố. Xem lại địa chỉ, hoặc báo người quản lý mạng.',
  'captive-portal': 'Mạng đòi đăng nhập. Mở trình duyệt, đăng nhập mạng rồi thử lại.',
  'proxy-login': 'Máy chủ proxy của mạng đòi tên và mật khẩu. Gọi người quản lý mạng.',
  'wrong-clock': 'Ngày giờ của máy này sai. Chỉnh lại rồi thử lại.',
  'wrong-certificate': 'Máy trả lời không có chứng thư đúng của thành phố. Gọi hỗ trợ kỹ thuật.',
  'line-limits-supervisor': 'Chỉ lãnh đạo chi nhánh đặt được giới hạn đường truyền. Nhờ lãnh đạo đăng nhập.',
  'line-limits-not-kept': 'Máy này không lưu được giới hạn, thường do ổ đĩa đầy. Xóa bớt tệp rồi lưu lại.',
  'no-network': 'Máy không có mạng. Kiểm tra dây mạng rồi thử lại.',
  'city-unreachable': 'Chưa tới được máy thành phố. Kiểm tra địa chỉ và đường truyền rồi thử lại.',
  'not-the-city':
    'Nơi trả lời không phải máy thành phố (có thể mạng đòi đăng nhập). Kiểm tra địa chỉ, rồi gọi hỗ trợ.',
  'city-failing': 'Máy thành phố đang lỗi. Cứ tiếp nhận bình thường, máy quầy sẽ tự gửi lại.',
  'city-refuses-desk': 'Thành phố không nhận quầy này. Gọi hỗ trợ; hồ sơ vẫn giữ ở máy.',
  'city-address-invalid': 'Địa chỉ thành phố chưa đúng. Chép lại cả https:// từ giấy được cấp.',
  'enrolment-code-unknown': 'Thành phố không biết mã này. Gõ lại đúng như trên giấy, hoặc xin mã mới.',
  'enrolment-code-used': 'Mã này đã dùng. Xin Trung tâm cấp mã mới cho quầy.',
  'enrolment-refused': 'Thành phố từ chối ghi danh ({{code}}). Gọi hỗ trợ của Trung tâm.',
  'city-log-damaged': 'Sổ tin từ thành phố có chỗ hỏng và sẽ tải lại. Gọi hỗ trợ nếu còn báo.',
  'city-log-key-wrong': 'Sổ tin từ thành phố không mở được bằng khóa máy này. Gọi hỗ trợ.',
};
