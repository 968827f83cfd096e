/**
 * Family names borne by nearly all people of Viet Nam (Kinh and the larger minorities), as they are written. A name
 * that begins otherwise may be right, but an officer looks at it: form headings (`CHỦ HỘ`) stand behind the same labels.
 */
const SURNAMES: ReadonlySet<string> = new Set(
  (
    'an âu bạch bàn bàng bành bế bùi ca cà cái cao cầm châu chu chung chử cổ cù cung cự đái đàm đan đào đặng đậu đèo ' +
    'điêu điểu đinh đoàn đổng đồng đỗ đường dư dương giang giàng giáp hà hạng hạ hàn hầu hồ hoa hoàng hờ hứa huỳnh ' +
    'kha khổng khuất khúc khương kiều kim la lã lại lâm lầu lê liêu liễu linh lò lộc lô lỗ lương lường lưu lữ lục lù ly ' +
    'lý ma mã mạc mạch mai mạnh mẫn mùa nghiêm ngô ngọc ngụy nguyễn ngân nhan nhữ ninh nông ong ông phạm phan phí phó ' +
    'phù phùng phương quách quan quàng quảng sầm sằm siu sơn sùng tạ tăng tẩn tẩy thạch thái thân thang thào thẩm thi ' +
    'thiều thịnh thôi thòng tiêu tiết tô tôn tống tòng trà trác trần trang trầm triệu trình trịnh trương tưởng từ ung ' +
    'uông ứng văn vàng vi viên vũ võ vòng vương vừ xa xồng y yên'
  ).split(' '),
);

export const isSurname = (word: string): boolean => SURNAMES.has(word.toLowerCase().normalize('NFC'));
