import type { RefusalReason } from '../../../shared/contracts/city/events.ts';

const callAboutNumber = 'Số này không khớp sổ cấp của thành phố. Gọi hỗ trợ, đừng cấp lại.';
const callAboutStep = 'Thành phố không nhận bước này. Gọi hỗ trợ; hồ sơ vẫn giữ ở máy.';
const callAboutLog = 'Sổ của quầy không khớp thành phố. Gọi hỗ trợ ngay.';

/** Why the city refused, and what to do. The compiler wants one for every reason of the contract. */
export const refusals = {
  'procedure-unknown': 'Thành phố không có thủ tục này. Gọi hỗ trợ.',
  'number-used': callAboutNumber,
  'number-outside-lease': callAboutNumber,
  'lease-unknown': callAboutNumber,
  'lease-differs': callAboutNumber,
  'code-differs': callAboutNumber,
  'four-eyes': 'Người ký duyệt trùng người tiếp nhận. Nhờ lãnh đạo khác ký duyệt.',
  'status-forbids': callAboutStep,
  'already-issued': callAboutStep,
  'total-differs': callAboutStep,
  'dossier-known': callAboutStep,
  'dossier-unknown': callAboutStep,
  'seq-conflict': callAboutLog,
  'wrong-desk': callAboutLog,
  'wrong-hash': callAboutLog,
  'wrong-signature': callAboutLog,
  'chain-broken': callAboutLog,
  malformed: callAboutLog,
  'desk-differs': callAboutLog,
  'officer-unknown': callAboutLog,
  'cannot-store': callAboutLog,
} satisfies Readonly<Record<RefusalReason, string>>;
