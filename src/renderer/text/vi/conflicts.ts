/** Where desk and city say different things of a dossier, and an officer decides. */
export const conflicts = {
  title: 'Cần quyết định',
  count: '{{n}} tin của thành phố khác với hồ sơ ở quầy',
  none: 'không có gì chờ',
  empty: 'Không có gì cần quyết định',
  emptyWhy: 'Khi thành phố rút, sửa một hồ sơ, hoặc thấy người đó còn hồ sơ ở nơi khác, tin sẽ hiện ở đây.',
  list: 'Tin chờ quyết định',
  open: 'Xem hồ sơ',
  short: {
    'dossier-withdrawn': 'Thành phố báo đã rút',
    'dossier-changed': 'Thành phố đã sửa',
    'dossier-elsewhere': 'Có hồ sơ ở nơi khác',
  },
  said: {
    'dossier-withdrawn': 'Lúc {{at}} thành phố báo hồ sơ này đã rút. Ở quầy hồ sơ vẫn đang làm.',
    'dossier-changed': 'Lúc {{at}} thành phố báo đã sửa hồ sơ này. Ở quầy vẫn là thông tin đã nhận.',
    'dossier-elsewhere':
      'Lúc {{at}} thành phố báo người này đang có một hồ sơ cùng thủ tục ở nơi khác. Hỏi lại công dân trước khi chọn.',
  },
  bothSides: 'Hai bên đặt cạnh nhau',
  deskSide: 'Quầy này',
  citySide: 'Thành phố',
  differs: 'khác',
  status: 'Trạng thái',
  askedBy: 'Ai yêu cầu',
  by: { citizen: 'Công dân', city: 'Thành phố' },
  reason: 'Lý do',
  takenAt: 'Nơi nhận',
  unknownHere: 'bản này chưa biết mục này',
  choose: 'Chọn một bên',
  chooseOne: 'Chọn một trong hai.',
  choice: {
    'dossier-withdrawn': { 'keep-desk': 'Vẫn làm tiếp hồ sơ', 'accept-city': 'Ghi nhận đã rút' },
    'dossier-changed': { 'keep-desk': 'Giữ bản của quầy', 'accept-city': 'Lấy bản của thành phố' },
    'dossier-elsewhere': { 'keep-desk': 'Giữ hồ sơ ở quầy này', 'accept-city': 'Rút hồ sơ ở quầy này' },
  },
  does: {
    'dossier-withdrawn': {
      'keep-desk': 'Hồ sơ làm tiếp như cũ. Thành phố được báo là quầy không rút.',
      'accept-city': 'Hồ sơ dừng lại, không ký nữa; mã, biên lai và diễn biến vẫn giữ.',
    },
    'dossier-changed': {
      'keep-desk': 'Hồ sơ giữ nguyên. Thành phố được báo để ghi lại theo quầy.',
      'accept-city': 'Hồ sơ đổi theo thành phố; bản cũ còn trong diễn biến.',
    },
    'dossier-elsewhere': {
      'keep-desk': 'Cả hai hồ sơ cùng làm. Thành phố được báo là quầy đã biết.',
      'accept-city': 'Hồ sơ ở quầy này dừng lại; hồ sơ nơi kia làm tiếp. Mã và biên lai vẫn giữ.',
    },
  },
  signAgain: 'Đã ký rồi nên lãnh đạo phải ký lại.',
  unfit: 'Máy này không ghi được giá trị của thành phố. Giữ bản của quầy, hoặc gọi hỗ trợ trước.',
  note: 'Vì sao chọn như vậy',
  noteHint: 'Ghi đã hỏi ai, lúc nào; ghi chú đi cùng quyết định và còn mãi.',
  noteShort: 'Cần ít nhất 3 chữ cái.',
  decide: 'Ghi quyết định',
  decided: {
    'keep-desk': 'Đã giữ bản của quầy: {{name}}',
    'accept-city': 'Đã theo thành phố: {{name}}',
  },
  supervisorDecides: 'Hồ sơ đã ký duyệt: lãnh đạo chi nhánh quyết định.',
  otherDecides: 'Người nhận hồ sơ ({{name}}) hoặc lãnh đạo chi nhánh quyết định.',
};
