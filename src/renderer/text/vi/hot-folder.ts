/** The folder that a scanner's own program writes to. */
export const hotFolder = {
  name: 'Thư mục quét',
  none: 'Chưa chọn: nơi phần mềm máy quét lưu tệp',
  choose: 'Chọn…',
  polling: 'Thư mục mạng: tự dò tệp mới',
  waiting: 'Thư mục quét: {{n}} tệp đang chờ.',
  take: 'Lấy vào',
  missing: 'Không mở được thư mục quét {{folder}} (mất mạng hoặc đã rút USB). Có lại là tự nhận tiếp.',
};
