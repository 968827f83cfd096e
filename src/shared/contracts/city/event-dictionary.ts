import { CATALOGUE_WORDS } from './catalogue-words.ts';

/**
 * What events look like, in the order in which they are written: with it, `Content-Encoding: dcz` (zstd with a
 * dictionary, RFC 9842) makes a batch about 900 bytes smaller than gzip. The SHA-256 of these very bytes goes with every
 * body, so a city that has other ones answers 415 and is sent gzip. What is most usual stands last, where zstd finds it
 * cheapest. Never edited in passing: every change costs the desks that still have the old one a 415. Everybody in it is
 * invented.
 */
export const EVENT_DICTIONARY = [
  CATALOGUE_WORDS,
  '"kind":"chip-card-front","kind":"chip-card-back","kind":"identity-card-front","kind":"identity-card-back",',
  '"kind":"birth-certificate","kind":"marriage-certificate","kind":"marital-status-certificate",',
  '"kind":"land-certificate-before-2024","kind":"land-certificate-2024","kind":"notarised-contract",',
  '"kind":"business-registration","kind":"household-business-registration","kind":"driving-licence",',
  '"kind":"birth-notice","kind":"death-notice","kind":"power-of-attorney","kind":"official-document",',
  '"name":"document-number","value":"name":"issue-date","value":"name":"person-name","value":"name":"document-title"',
  '"name":"issuing-body","name":"personal-id","name":"old-id","name":"birth-date","name":"sex","name":"ethnicity"',
  '"name":"nationality","name":"place-of-birth","name":"place-of-origin","name":"residence","name":"phone"',
  '"name":"expiry-date","name":"mother-name","name":"mother-birth-year","name":"mother-personal-id"',
  '"name":"father-name","name":"father-birth-year","name":"registration-place","name":"registration-date"',
  '"name":"declarant-name","name":"signer-name","name":"certificate-serial","name":"register-number"',
  '"name":"parcel-number","name":"map-sheet","name":"parcel-address","name":"area","name":"land-use"',
  '"source":"qr"}},"source":"barcode"}},"source":"mrz"}},"source":"text-layer"}},"source":"zone"}},',
  '"hidden":"blank","hidden":"separator","hidden":"by-officer","cut":"whole","cut":[{"x":0.0,"y":0.0},{"x":1,"y":0.0},',
  '"status":"presented","status":"not-needed","status":"owed","originals":0,"copies":1,"pages":[],"fields":[],"note":""},',
  'UBND cấp xã","UBND cấp tỉnh","Sở Tư pháp","Hộ tịch","Chứng thực","Đất đai","Cư trú","Hộ kinh doanh","Bảo trợ xã hội',
  'Tờ khai đăng ký (theo mẫu)","Đơn đề nghị","Giấy chứng sinh","Giấy khai sinh","Giấy chứng nhận kết hôn","Giấy chứng nhận quyền sử dụng đất',
  'Văn bản ủy quyền","(Xuất trình) Căn cước/CCCD/hộ chiếu của người yêu cầu","Bản sao","Giấy báo tử","Hợp đồng',
  '{"name":"Phí cấp bản sao","unitVnd":8000,"quantity":2,"checkedByOfficer":true}],"totalVnd":16000,"method":"bank-transfer',
  '"delegation":{"ownerName":"Lê Thị Mai","ownerId":"001190000025","document":"Giấy ủy quyền","ownerAddress":"","ownerPhone":"","ownerEmail":""}',
  '{"events":[{"id":"019aa5c0-7000-7000-8000-000000000001","desk":"CN02-Q03","seq":118,"prev":"',
  '","at":"2026-11-20T01:17:03.381Z","by":"ha.nt","command":"019aa5c0-7001-7000-8000-000000000002","fact":',
  '{"type":"officer-signed-in","officer":{"officerId":"ha.nt","fullName":"Nguyễn Thị Hà","role":"reception"}},"hash":"',
  '{"type":"officer-signed-out"},"hash":"',
  '{"type":"number-lease-received","lease":{"leaseId":"019aa5c0-7002-7000-8000-000000000003","kind":"dossier-code","unitCode":"H26.40.02","date":"2026-11-21","from":3001,"to":3040,"lentAt":"2026-11-20T01:00:00.000Z"}},"hash":"',
  '{"type":"dossier-submitted","dossierId":"019aa5c0-7003-7000-8000-000000000004"},"hash":"',
  '{"type":"dossier-approved","dossierId":"019aa5c0-7003-7000-8000-000000000004","contentHash":"',
  '{"type":"dossier-returned","dossierId":"019aa5c0-7003-7000-8000-000000000004","reason":"Thiếu trang 2"},"hash":"',
  '{"type":"dossier-corrected","dossierId":"019aa5c0-7003-7000-8000-000000000004","content":{"procedure":{"code":"',
  '{"type":"dossier-received","dossierId":"019aa5c0-7003-7000-8000-000000000004","code":"H26.40.02-261120-3017","leased":{"leaseId":"019aa5c0-7002-7000-8000-000000000003","number":3017},"content":{"procedure":{"code":"1.001193","name":"Đăng ký khai sinh","field":"Hộ tịch","authority":"UBND cấp xã","processing":{"value":5,"unit":"workingDays"},"referenceVersion":1},',
  '"applicant":{"fullName":"Trần Thị Ngọc Bích","personalId":"001190000017","birthDate":"1990-02-03","sex":"female","address":"Số 12 ngõ 34 phố Trần Thái Tông, phường Cầu Giấy, thành phố Hà Nội","phone":"0912345678","email":"","source":"card-qr"},"delegation":null,"papers":[',
  '{"paperId":"019aa5c0-7004-7000-8000-000000000005","name":"Tờ khai đăng ký khai sinh (theo mẫu)","requirement":0,"kind":"declaration-form","status":"submitted","originals":1,"copies":0,"pages":[',
  '{"sha256":"","mediaType":"image/png","byteLength":284113,"width":1240,"height":1754,"dpi":150,"pageId":"","rotation":0,"source":"file","origin":"giay-chung-sinh.jpg"},',
  '{"sha256":"","mediaType":"image/jpeg","byteLength":284113,"width":1654,"height":2339,"dpi":200,"pageId":"019aa5c0-7005-7000-8000-000000000006","rotation":0,"source":"scanner","origin":"Canon DR-C230"},{"sha256":"',
  '"}],"fields":[{"name":"person-name","value":"Trần Thị Ngọc Bích","proposed":null},{"name":"personal-id","value":"001190000017","proposed":{"name":"personal-id","value":"001190000017","raw":"001190000017","page":"","box":{"x":0.1042,"y":0.2513,"width":0.2718,"height":0.0144},"confidence":0.97,"source":"page"}}],"note":""},{"paperId":"',
  '"}],"fields":[],"note":""}],"resultDelivery":"public-post","resultDelivery":"at-desk","feeLines":[{"name":"Lệ phí","unitVnd":8000,"quantity":1,"checkedByOfficer":true}],"paymentMethod":"cash","note":""},"receivedAt":"2026-11-20T01:17:03.381Z","dueAt":"2026-11-27T10:00:00.000Z"},"hash":"',
  '{"type":"receipt-issued","dossierId":"019aa5c0-7003-7000-8000-000000000004","form":"EBL01","series":"26TAA","leased":{"leaseId":"019aa5c0-7006-7000-8000-000000000007","number":88},"lines":[{"name":"Lệ phí","unitVnd":8000,"quantity":1,"checkedByOfficer":true}],"totalVnd":8000,"method":"cash","payerName":"Trần Thị Ngọc Bích","payerAddress":"Số 12 ngõ 34 phố Trần Thái Tông, phường Cầu Giấy, thành phố Hà Nội","issuedAt":"2026-11-20T01:17:03.381Z"},"hash":"',
  '{"type":"intake-slip-issued","dossierId":"019aa5c0-7003-7000-8000-000000000004","leased":{"leaseId":"019aa5c0-7007-7000-8000-000000000008","number":99},"issuedAt":"2026-11-20T01:17:03.381Z"},"hash":"","signature":"',
].join('');
