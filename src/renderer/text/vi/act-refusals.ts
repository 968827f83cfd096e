import type { RefusalReason } from '../../../shared/contracts/city/events.ts';

const logDiffers = 'Sổ của quầy không khớp sổ của thành phố: gọi hỗ trợ ngay.';

/**
 * Why the city refused what belongs to no dossier: nothing here can be corrected or sent again. Reasons that only a
 * dossier can have are told by their code.
 */
export const actRefusals = {
  'number-used': 'Ở thành phố số này đã được dùng. Giữ lại tờ giấy mang số này, nếu có.',
  'number-outside-lease': 'Số này nằm ngoài dải số mà thành phố cấp cho quầy.',
  'lease-unknown': 'Thành phố không có dải số này trong sổ cấp. Hồ sơ mang số của dải có thể bị từ chối.',
  'lease-differs':
    'Dải số này ở thành phố bắt đầu hoặc kết thúc ở số khác. Hồ sơ mang số của dải có thể bị từ chối.',
  'officer-unknown': 'Thành phố chưa có tên cán bộ này: nhờ hỗ trợ thêm vào danh sách.',
  'desk-differs': 'Thành phố giữ tên hoặc khóa khác cho quầy này: gọi hỗ trợ ngay.',
  'cannot-store': 'Việc này có nội dung mà thành phố không lưu được.',
  malformed: 'Thành phố không đọc được việc này, có thể do khác phiên bản.',
  'seq-conflict': logDiffers,
  'wrong-desk': logDiffers,
  'wrong-hash': logDiffers,
  'wrong-signature': logDiffers,
  'chain-broken': logDiffers,
} satisfies Readonly<Partial<Record<RefusalReason, string>>>;
