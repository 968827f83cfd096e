export const words = {
  cancel: 'Thôi',
  close: 'Đóng',
  save: 'Lưu',
  open: 'Mở',
  print: 'In',
  retry: 'Thử lại',
  undo: 'Hoàn tác',
  loading: 'Đang tải…',
  none: 'Không có',
  dismiss: 'Đã rõ',
  next: 'Tiếp tục',
  remove: 'Bỏ',
  male: 'Nam',
  female: 'Nữ',
  showTyped: 'Hiện hoặc giấu chữ đã gõ',
};

/** Five meanings, each with its word; screens give a fuller word where they have one. */
export const states = {
  done: 'Xong',
  look: 'Cần xem',
  wrong: 'Sai',
  moving: 'Đang đi',
  idle: 'Không cần',
  received: 'Đã nhận',
  submitted: 'Chờ ký duyệt',
  approved: 'Đã ký duyệt',
  returned: 'Bị trả lại',
  withdrawn: 'Đã rút',
};

export const remedies = {
  'retry-later': 'Thử lại sau',
  'officer-decides': 'Bạn quyết định',
  'call-support': 'Gọi hỗ trợ kỹ thuật',
};

export const unknown = {
  failure:
    'Việc này chưa làm được; dữ liệu đã lưu vẫn an toàn. Thử lại một lần; nếu vẫn vậy, đọc mã {{code}} cho hỗ trợ kỹ thuật.',
  problem: 'Còn một việc cần xem lại trước khi tiếp nhận (mã {{code}}).',
  refusal: 'Thành phố không nhận (mã {{code}}). Gọi hỗ trợ và đọc mã này; hồ sơ vẫn giữ ở máy.',
  actRefusal: 'Lý do của thành phố có mã {{code}}: đọc mã này cho hỗ trợ.',
  notice: 'Máy quầy có điều cần báo (mã {{code}}). Đọc mã này cho hỗ trợ kỹ thuật.',
};
