/** The dialog after a dossier was received. */
export const result = {
  title: 'Đã tiếp nhận',
  resubmitted: 'Đã nộp lại để ký',
  resent: 'Đã sửa và xếp gửi lại',
  earlier:
    'Lần bấm trước đã ghi xong hồ sơ này, đúng như lúc đó. Phần sửa sau đó chưa vào hồ sơ, được giữ làm bản sửa: nhờ lãnh đạo trả lại hồ sơ rồi nộp bản sửa.',
  kept: 'Hồ sơ đã ghi vào sổ của quầy và chờ lãnh đạo ký duyệt.',
  code: 'Mã hồ sơ',
  due: 'Hẹn trả',
  'intake-slip': 'Giấy tiếp nhận và hẹn trả',
  'fee-receipt': 'Biên lai thu phí, lệ phí',
  making: 'Đang lập…',
  openOf: 'Mở {{paper}}',
  saveOf: 'Lưu {{paper}}',
  printOf: 'In {{paper}}',
  printAll: 'In tất cả',
  printing: 'Đang gửi ra máy in…',
  printed: 'Đã gửi ra máy in',
  savedTo: 'Đã lưu: {{path}}',
  notSaved: 'Chưa lưu',
  next: 'Hồ sơ tiếp theo',
  look: 'Xem hồ sơ',
};
