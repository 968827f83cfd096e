export const signIn = {
  title: 'Ai đang ngồi ở quầy?',
  hint: 'Chọn tên bằng phím mũi tên, rồi nhập mã PIN.',
  officers: 'Cán bộ của quầy này',
  pin: 'Mã PIN',
  pinOf: 'Mã PIN của {{name}}',
  go: 'Vào ca',
  going: 'Đang kiểm mã PIN…',
  noOfficers: 'Chưa có danh sách cán bộ trên máy này.',
  noOfficersDo: 'Máy cần đường truyền một lần để lấy danh sách từ thành phố. Kiểm tra dây mạng rồi thử lại.',
};
