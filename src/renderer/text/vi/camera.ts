export const camera = {
  open: 'Chụp',
  title: 'Chụp giấy tờ vào {{paper}}',
  choose: 'Máy chụp',
  starting: 'Đang mở máy chụp…',
  live: 'Hình trực tiếp từ máy chụp',
  shoot: 'Chụp trang',
  shooting: 'Đang giữ trang vừa chụp…',
  done: 'Xong',
  hint: 'Đặt giấy trên nền khác màu giấy, thấy đủ bốn mép. Mép và độ nghiêng máy tự sửa; ảnh gốc vẫn giữ.',
  taken: 'Đã chụp {{n}} trang',
  noEdges: 'Không thấy rõ bốn mép giấy: giữ cả ảnh. Có thể cắt lại bằng phím C ở cột bên phải.',
  tryAgain: 'Mở lại máy chụp',
  failures: {
    'camera-refused':
      'Máy tính không cho dùng máy chụp. Gọi hỗ trợ kỹ thuật để mở quyền camera cho phần mềm này.',
    'camera-none': 'Chưa thấy máy chụp. Cắm máy chụp vào máy tính, chờ vài giây rồi mở lại.',
    'camera-busy': 'Máy chụp đang được phần mềm khác dùng. Đóng phần mềm đó rồi mở lại.',
    'camera-lost': 'Máy chụp vừa bị rút ra. Những trang đã chụp vẫn giữ. Cắm lại rồi mở lại.',
  },
};
