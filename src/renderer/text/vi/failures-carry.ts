/** Carrying by hand. Nothing is lost by any of these: what is unsent stays on this machine. */
export const failuresCarry = {
  'carry-not-a-file': 'Tệp này không phải tệp mang tay của quầy hay của thành phố. Xin Trung tâm chép lại.',
  'carry-newer-format': 'Tệp này do phiên bản mới hơn tạo ra. Gọi hỗ trợ để cập nhật phần mềm quầy.',
  'carry-other-key': 'Tệp này mã hóa cho khóa khác, máy này không mở được. Gọi hỗ trợ.',
  'carry-other-desk': 'Trả lời này của quầy {{deskId}}, không phải quầy này. Mang sang đúng quầy đó.',
  'carry-damaged': 'Tệp bị hỏng hoặc đã bị sửa nên không nhận gì từ tệp này. Xin Trung tâm chép lại.',
  'carry-not-signed': 'Tệp không có chữ ký đúng của thành phố nên không nhận gì. Gọi hỗ trợ.',
  'carry-stick-full': 'USB đã đầy khi đang chép. Xóa bớt tệp trên USB hoặc dùng USB khác.',
  'carry-stick-too-small':
    'USB còn {{freeMb}} MB, cần ít nhất {{neededMb}} MB. Xóa bớt tệp trên USB hoặc dùng USB khác.',
  'carry-stick-gone': 'USB không còn ở máy hoặc đang lỗi. Cắm lại rồi làm lại; hồ sơ vẫn an toàn ở máy.',
  'carry-stick-locked': 'USB không cho ghi. Gạt chốt khóa trên USB, hoặc dùng USB khác.',
  'carry-read-back-differs': 'Đọc lại không giống bản đã ghi: USB này hỏng. Dùng USB khác.',
  'carry-cancelled': 'Đã dừng theo yêu cầu.',
  'carry-city-key-missing':
    'Quầy chưa có khóa của thành phố để mã hóa tệp. Cần đường truyền một lần (mạng điện thoại cũng được), rồi làm lại.',
  'carry-nothing-unsent': 'Không còn gì chờ gửi, nên không cần chép ra USB.',
  'carry-no-reply': 'Không thấy trả lời của thành phố ở đây. Chọn đúng USB mang từ Trung tâm về.',
  'carry-not-kept': 'Máy này không lưu được trả lời (thường do ổ đĩa đầy). Dọn ổ đĩa rồi nhận lại từ USB.',
  'carry-too-early': 'Quầy đang mở sổ. Đợi vài giây rồi làm lại.',
  'carry-busy': 'Đang chép hoặc đang nhận. Đợi xong rồi làm tiếp.',
};
