/** What the city is known to hold; "đã nhận đủ" only with its signed word. */
export const cityStanding = {
  waiting: 'Chờ đến lượt',
  factsAccepted: 'Thành phố có số liệu, ảnh đang gửi',
  complete: 'Thành phố đã nhận lúc {{at}}',
  refusedShort: 'Thành phố từ chối',
  refused: 'Thành phố từ chối: {{reason}}',
  waitingLong: 'Chưa gửi được tới thành phố. Hồ sơ nằm an toàn trên máy này, có đường truyền là tự gửi.',
  factsAcceptedLong: 'Thành phố đã có số liệu lúc {{at}}, ảnh đang gửi.',
  completeLong: 'Thành phố đã nhận đủ lúc {{at}}, có chữ ký.',
  refusedLong: 'Thành phố từ chối lúc {{at}}: {{reason}}',
};
