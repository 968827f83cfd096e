/**
 * Middle and given names that are common, one syllable each. A name with another syllable may be right, but the marks of
 * one letter make `Chi` into `Chỉ`, which nobody is called: an officer looks at it.
 */
const GIVEN = new Set(
  (
    'an ân anh ánh ái âu ba bá bạch bách băng bằng bảo bắc bích biên bình bội bửu cảnh cát cẩm cao can cầm châu chân chấn chi chí chiến chiêu chinh chính chung chương chuyên công ' +
    'cúc cường cương dân danh di diễm diên diễn diện diệp diệu dinh doanh du dung dũng duy duyên dương đà đại đàm đạm đan đào đạo đạt đăng đắc đăng đệ điền điệp đình đính định đoan đoàn độ đôn đông ' +
    'đồng đức được gấm gia giang giáp giàu hà hạ hạc hải hàm hân hán hảo hạnh hằng hậu hiên hiền hiển hiến hiện hiệp hiếu hiệu hinh hoa hòa hoà hoài hoan hoàn hoàng hoạt học hồi hồng hợp huân huấn huệ hùng huy ' +
    'huyên huyền hưng hương hường hướng hưởng hữu hỷ kha khả khải khang khanh khánh khắc khiêm khiết khoa khoát khôi khuê khương kiên kiều kiệt kim kính kỳ lam lãm lan lành lãnh lâm lân lập lệ lê liêm liên ' +
    'liễu linh lĩnh loan long lộc lợi luân luận lụa lực lượng lương lưu ly lý mai mạnh mẫn mẫu mậu mây mến miên minh mộc mộng my mỹ nam năm nga ngà ngân nghi nghị nghĩa nghiêm nghiệp ngọc ngôn nguyên nguyệt nhã nhan ' +
    'nhàn nhạn nhân nhâm nhật nhi nhiên nho nhu nhung nhuận như nhượng ninh nữ nương oanh phan phát phi phong phóng phú phúc phụng phước phương phượng quân quang quảng quế quốc quý quyên quyền quyết quỳnh sa san sang ' +
    'sáng sao sâm sen sinh sơn sửu sương tài tại tâm tân tấn tập tế thạch thái tham thanh thành thạnh thảo thắm thăng thắng thân thất thế thể thi thị thiên thiện thiệp thiết thiều thiệu thịnh thọ thoa thoại thơ thơm thu ' +
    'thụ thuận thục thúy thuý thùy thuỳ thủy thuỷ thụy thuyên thuyền thuyết thư thương thường thức tiên tiến tín tinh tình tĩnh tịnh toàn toại toán tố trà trác trang trâm trân trầm tri trí trình trinh triệu triết triều trọng trúc trung ' +
    'truyền trực trường trưởng tú tuân tuấn tuệ tùng tuy tuyên tuyến tuyền tuyết tư tự từ tường tưởng tý uy uyên uyển út vân văn vận vi vĩ việt viên vinh vĩnh võ vũ vui vượng vương vy vỹ xuân xuyên xuyến xương ý yên yến'
  ).split(' '),
);

export const isGivenName = (word: string): boolean => GIVEN.has(word.toLowerCase().normalize('NFC'));
