import { Procedure } from '../../../src/shared/domain/procedure/procedure.ts';

const parse = (value: unknown): Procedure => Procedure.parse(value);

/** One fee that is confirmed, one paper that must be there, one that is only shown, one under a condition. */
export const residence = parse({
  code: '1.004222',
  name: 'Đăng ký thường trú',
  field: 'Cư trú',
  level: 'commune',
  authority: 'Công an cấp xã',
  documents: [
    { name: 'Tờ khai thay đổi thông tin cư trú', originals: 1, copies: 0, required: true },
    {
      name: 'Giấy tờ chứng minh chỗ ở hợp pháp',
      originals: 0,
      copies: 1,
      required: true,
      condition: 'Thay bằng CSDL đất đai',
    },
    { name: '(Xuất trình) Căn cước', originals: 0, copies: 0, required: true, presentOnly: true },
    { name: 'Văn bản ủy quyền', originals: 1, copies: 0, required: false, condition: 'Khi nộp thay' },
  ],
  processing: { value: 7, unit: 'workingDay' },
  fees: [
    { name: 'Nộp trực tiếp', amountVnd: 20_000, basis: 'direct', confirmed: true },
    { name: 'Nộp trực tuyến', amountVnd: 10_000, basis: 'online', confirmed: true },
  ],
  notes: '',
  certainty: 'high',
});

/** A fee that nobody vouches for. */
export const singleStatus = parse({
  code: '1.004873',
  name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  field: 'Hộ tịch',
  level: 'commune',
  authority: 'UBND cấp xã',
  documents: [{ name: 'Tờ khai', originals: 1, copies: 0, required: true }],
  processing: { value: 3, unit: 'workingDay' },
  fees: [{ name: 'Lệ phí (cần kiểm tra)', amountVnd: 10_000, basis: 'perDossier', confirmed: false }],
  notes: '',
  certainty: 'medium',
});

/** Nothing to pay, due the same day. */
export const birth = parse({
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  level: 'commune',
  authority: 'UBND cấp xã',
  documents: [
    { name: 'Tờ khai đăng ký khai sinh', originals: 1, copies: 0, required: true },
    { name: 'Giấy chứng sinh', originals: 1, copies: 0, required: true },
  ],
  processing: { value: 0, unit: 'sameDay' },
  fees: [{ name: 'Đăng ký đúng hạn', amountVnd: 0, basis: 'onTime', confirmed: true }],
  notes: '',
  certainty: 'high',
});

export const sampleProcedures: readonly Procedure[] = [birth, residence, singleStatus];
