/** Numbers that run out, what happens then, and codes that were given later. */
export const supply = {
  codes: {
    out: 'Hết mã hồ sơ hôm nay. Cứ tiếp nhận: hồ sơ mang mã tạm và tự có mã chính thức khi có đường truyền.',
    soon: 'Chỉ còn {{left}} mã hồ sơ cho hôm nay. Hết thì hồ sơ mang mã tạm; có đường truyền là tự lấy thêm.',
    low: 'Mất đường truyền thì mã hồ sơ chỉ đủ {{days}} ngày làm việc. Nối đường truyền để lấy thêm.',
  },
  receipts: {
    out: 'Hết số biên lai. Cứ tiếp nhận nhưng không thu tiền; có số thì thu sau ở hồ sơ đó.',
    soon: 'Chỉ còn {{left}} số biên lai. Hết thì không được thu tiền; có đường truyền là tự lấy thêm.',
    low: 'Còn {{left}} số biên lai, {{lasts}}. Nối đường truyền để lấy thêm.',
  },
  slips: {
    out: 'Hết số giấy tiếp nhận. Giấy in ra lấy mã hồ sơ làm số; không phải làm gì thêm.',
    soon: 'Chỉ còn {{left}} số giấy tiếp nhận. Hết thì giấy lấy mã hồ sơ làm số.',
    low: 'Còn {{left}} số giấy tiếp nhận, {{lasts}}. Nối đường truyền để lấy thêm.',
  },
  nextYear: {
    out: 'Chưa có số biên lai của năm mới: từ 01/01 không thu tiền được. Nối đường truyền trước ngày đó.',
  },
  brief: {
    'dossier-numbers-exhausted': 'Hết mã hồ sơ: hồ sơ mang mã tạm, tự có mã chính thức khi có đường truyền.',
    'receipt-numbers-exhausted': 'Hết số biên lai: không thu tiền bây giờ, thu sau.',
    'intake-slip-numbers-exhausted': 'Hết số giấy tiếp nhận: giấy lấy mã hồ sơ làm số.',
  },
  lasts: 'đủ khoảng {{n}} ngày làm việc',
  lastsNoDay: 'chưa đủ một ngày làm việc',
  daysOf: '{{n}} ngày',
  waiting: '{{n}} hồ sơ còn mang mã tạm, chờ đường truyền',
  provisional: 'mã tạm',
  formerly: 'mã tạm đã cấp: {{code}}',
  received:
    'Hết mã cấp sẵn nên hồ sơ mang mã tạm. Nói với công dân: mã này vẫn tra cứu được; khi có mã chính thức sẽ báo.',
  isProvisional: 'Hồ sơ đang mang mã tạm. Có đường truyền là quầy tự lấy mã chính thức; mã tạm vẫn tra được.',
  changed: 'Đã có mã chính thức, thay mã tạm {{old}}. In lại giấy tiếp nhận và báo công dân.',
  told: 'Đã báo công dân',
  feeLater: 'Chưa thu {{amount}}: hết số biên lai. Không nhận tiền bây giờ; thu sau khi có số.',
  feeOwed: 'Chưa thu {{amount}} vì lúc tiếp nhận hết số biên lai. Công dân nộp thì bấm để lập biên lai.',
  collectCash: 'Thu tiền mặt',
  collectTransfer: 'Thu chuyển khoản',
  notCollected: 'Chưa thu, chưa có biên lai.',
};
