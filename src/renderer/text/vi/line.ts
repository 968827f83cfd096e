/** The line in words: since when, how many wait, how long it will take. */
export const line = {
  'never-tried': 'Chưa thử đường truyền',
  up: 'Thành phố đã nhận đủ',
  upWaiting: 'Có đường truyền · {{n}} hồ sơ chờ gửi',
  sending: 'Đang gửi {{n}} hồ sơ',
  'no-network': 'Mất mạng từ {{since}} · {{n}} hồ sơ chờ gửi',
  'city-unreachable': 'Mất đường truyền từ {{since}} · {{n}} hồ sơ chờ gửi',
  'not-the-city': 'Mạng đòi đăng nhập, chưa tới thành phố · {{n}} chờ gửi',
  'city-failing': 'Máy thành phố đang lỗi từ {{since}} · {{n}} chờ gửi',
  'city-refuses-desk': 'Thành phố không nhận quầy này · gọi hỗ trợ',
  'clock-differs': 'Đồng hồ máy này sai giờ · {{n}} hồ sơ chờ gửi',
  'desk-cannot-keep': 'Máy này không lưu được trả lời của thành phố · {{n}} chờ gửi',
  minutesLeft: 'còn khoảng {{n}} phút',
  underAMinute: 'còn dưới 1 phút',
  pillLabel: 'Đường truyền: {{state}}',
};
