/** What a person reads at the head of the official pages kept beside the project. */
export const HEADS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'rendered/rd01_quyetdinh_300.jpg': {
    'document-number': '117/QĐ-UBND',
    'issue-date': '2025-08-04',
    'document-title':
      'QUYẾT ĐỊNH Về việc kiện toàn tổ chuyển đổi số cộng đồng và giao nhiệm vụ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính',
    'issuing-body': 'ỦY BAN NHÂN DÂN PHƯỜNG AN THỊNH',
  },
  'rendered/rd03_thongbao_200.jpg': {
    'document-number': '30/TB-TTPVHCC',
    'issue-date': '2025-10-08',
    'document-title':
      'THÔNG BÁO Về việc tiếp nhận, trả kết quả giải quyết thủ tục hành chính không phụ thuộc vào địa giới hành chính',
    'issuing-body': 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  },
  'rendered/rd05_kehoach_300.jpg': {
    'document-number': '97/KH-UBND',
    'issue-date': '2025-11-07',
    'document-title': 'KẾ HOẠCH Cải cách hành chính nhà nước năm 2026',
    'issuing-body': 'ỦY BAN NHÂN DÂN PHƯỜNG AN THỊNH',
  },
  'rendered/rd07_bienban_300.jpg': {
    'document-number': '43/BB-UBND',
    'issue-date': '2025-06-27',
    'document-title': 'BIÊN BẢN Bàn giao hồ sơ, tài liệu khi sắp xếp đơn vị hành chính',
    'issuing-body': 'ỦY BAN NHÂN DÂN PHƯỜNG AN THỊNH',
  },
  'rendered/rd09_giaytiepnhan_bang_300.jpg': {
    'document-number': '000.26.07.H26-251121-0119',
    'issue-date': '2025-11-20',
    'document-title': 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'issuing-body': 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  },
  'rendered/rd16_quyetdinh_chup_300.jpg': {
    'document-number': '118/QĐ-UBND',
    'issue-date': '2025-08-05',
    'document-title':
      'QUYẾT ĐỊNH Về việc kiện toàn tổ chuyển đổi số cộng đồng và giao nhiệm vụ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính',
    'issuing-body': 'ỦY BAN NHÂN DÂN PHƯỜNG AN THỊNH',
  },
  'rendered/rd21_totrinh_kydechu_200.jpg': {
    'document-number': '67/TTr-TTPVHCC',
    'issue-date': '2025-07-21',
    'document-title': 'TỜ TRÌNH Về việc bố trí kinh phí mua sắm máy quét và trang thiết bị số hóa',
    'issuing-body': 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  },
  'rendered/rd24_congvan_photocopy_200.jpg': {
    'document-number': '425/UBND-TTPVHCC',
    'issue-date': '2025-09-11',
    'document-title': 'V/v tăng cường số hóa hồ sơ thủ tục hành chính',
    'issuing-body': 'ỦY BAN NHÂN DÂN PHƯỜNG AN THỊNH',
  },
  'real/vn28_tt150-2020_p01.jpg': {
    'document-number': '150/2020/TT-BCA',
    'issue-date': '2020-12-31',
    'document-title':
      'THÔNG TƯ Quy định về trang bị phương tiện phòng cháy, chữa cháy và cứu nạn, cứu hộ cho lực lượng dân phòng, lực lượng phòng cháy và chữa cháy cơ sở, lực lượng phòng cháy và chữa cháy chuyên ngành',
    'issuing-body': 'BỘ CÔNG AN',
  },
  'real/vn42_nd28-2021_p01.jpg': {
    'document-number': '28/2021/NĐ-CP',
    'issue-date': '2021-03-26',
    'document-title':
      'NGHỊ ĐỊNH Quy định cơ chế quản lý tài chính dự án đầu tư theo phương thức đối tác công tư',
  },
  'real/vn44_nd155-2020_p01.jpg': {
    'document-number': '155/2020/NĐ-CP',
    'issue-date': '2020-12-31',
    'document-title': 'NGHỊ ĐỊNH Quy định chi tiết thi hành một số điều của Luật Chứng khoán',
  },
};
