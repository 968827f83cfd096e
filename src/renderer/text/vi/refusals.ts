import type { RefusalReason } from '../../../shared/contracts/city/events.ts';

const callAboutNumber =
  'Số đã in không khớp sổ cấp của thành phố. Giữ giấy đã in, đừng cấp số khác; gọi hỗ trợ, xong thì gửi lại.';
const callAboutLog =
  'Sổ của quầy không khớp thành phố. Gọi hỗ trợ ngay; hồ sơ vẫn giữ ở máy, hỗ trợ xong thì gửi lại.';

/** Why the city refused, and what to do. The compiler wants one for every reason of the contract. */
export const refusals = {
  'procedure-unknown':
    'Danh mục của thành phố không có thủ tục này. Chọn đúng thủ tục (cùng mức phí) rồi gửi lại.',
  'number-used': callAboutNumber,
  'number-outside-lease': callAboutNumber,
  'lease-unknown': callAboutNumber,
  'lease-differs': callAboutNumber,
  'code-differs': callAboutNumber,
  'four-eyes': 'Người ký duyệt trùng người tiếp nhận. Gửi lại, rồi nhờ lãnh đạo khác ký.',
  'status-forbids': 'Hồ sơ ở thành phố đang ở bước khác. Gửi lại cả hồ sơ để hai bên khớp nhau.',
  'already-issued':
    'Thành phố đã có biên lai hoặc giấy tiếp nhận khác của hồ sơ này. Giữ giấy đã in và gọi hỗ trợ, xong thì gửi lại.',
  'total-differs':
    'Tổng tiền trên biên lai không khớp các khoản. Biên lai đã in không được sửa: gọi hỗ trợ, xong thì gửi lại.',
  'dossier-known': 'Thành phố đã có hồ sơ khác mang mã này. Gọi hỗ trợ, đừng cấp mã khác; xong thì gửi lại.',
  'dossier-unknown': 'Thành phố chưa có hồ sơ này nên không ghi được bước sau. Gửi lại cả hồ sơ.',
  'seq-conflict': callAboutLog,
  'wrong-desk': callAboutLog,
  'wrong-hash': callAboutLog,
  'wrong-signature': callAboutLog,
  'chain-broken': callAboutLog,
  malformed: 'Thành phố không đọc được hồ sơ này, có thể do khác phiên bản. Gọi hỗ trợ, xong thì gửi lại.',
  'desk-differs': callAboutLog,
  'officer-unknown': 'Thành phố chưa có tên cán bộ này. Gọi hỗ trợ để thêm, xong thì gửi lại.',
  'cannot-store': 'Có nội dung thành phố không lưu được. Xem lại các ô có ký tự lạ, sửa rồi gửi lại.',
  'conflict-unknown': 'Thành phố không còn tin mà quầy đã trả lời. Gửi lại cả hồ sơ để hai bên khớp nhau.',
} satisfies Readonly<Record<RefusalReason, string>>;
