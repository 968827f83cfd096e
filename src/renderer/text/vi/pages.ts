export const pages = {
  pageOf: 'Trang {{n}} / {{total}}',
  thumbLabel: 'Trang {{n}} của {{paper}}',
  loose: 'Trang chưa xếp',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  fitWidth: 'Vừa bề ngang',
  showWords: 'Hiện ô chữ',
  notShown: 'Không mở được ảnh trang này. Ảnh gốc vẫn nằm trong kho; thử mở lại.',
  viewer: 'Ảnh trang',
};
