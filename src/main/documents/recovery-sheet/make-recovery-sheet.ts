import { formatDateTime } from '../../../shared/base/format-date.ts';
import type { FontFiles } from '../layout/fonts.ts';
import { createPdfFile } from '../layout/pdf-file.ts';
import type { Sheet } from '../layout/sheet.ts';
import { createTextFlow } from '../layout/text-flow.ts';
import type { RecoveryFacts } from './recovery-facts.ts';

const A4 = { widthMm: 210, heightMm: 297 };
const MARGINS = { topMm: 22, rightMm: 22, bottomMm: 20, leftMm: 25 };
const GROUPS_A_ROW = 4;
const BOX = { widthMm: 37, heightMm: 20, gapMm: 4 };

/**
 * The sheet for the safe: the code in eight boxes, which desk it opens, where the copy lies, and what to do on the day.
 * No barcode on purpose: it is typed once in years, and a picture of it must not pass through a scanner.
 */
export async function makeRecoverySheet(facts: RecoveryFacts, fonts: FontFiles): Promise<Uint8Array> {
  const { desk, code, folder, at } = facts;
  const pdf = await createPdfFile(
    {
      title: 'Mã khôi phục quầy',
      subject: `Mở bản lưu của ${desk.name}`,
      createdAt: new Date(at),
      // The code itself stands in no field that a search of the disk would find; the moment is as good a name.
      identity: `recovery-sheet|${desk.deskId}|${at}`,
    },
    fonts,
  );
  const flow = createTextFlow(pdf, A4, MARGINS);
  const body = { sizePt: 13 };
  flow.write(desk.branch.name, { sizePt: 12, align: 'center' });
  flow.moveTo(flow.yMm() + 4);
  flow.write('MÃ KHÔI PHỤC QUẦY', { sizePt: 24, align: 'center' }, 'bold');
  flow.write('Cất trong két. Không chụp ảnh, không gửi qua mạng.', { sizePt: 14, align: 'center' }, 'bold');
  flow.moveTo(flow.yMm() + 6);
  for (const line of [
    `Quầy: ${desk.name} (${desk.deskId})`,
    `Bản lưu ở: ${folder}`,
    `Lập lúc ${formatDateTime(at)}. Tờ lập trước ngày này không còn dùng được.`,
  ])
    flow.write(line, body);
  flow.moveTo(flow.yMm() + 6);

  const sheet = flow.sheet();
  const topMm = flow.yMm();
  for (const [index, group] of code.split(' ').entries()) {
    const xMm = flow.leftMm + (index % GROUPS_A_ROW) * (BOX.widthMm + BOX.gapMm);
    const yMm = topMm + Math.floor(index / GROUPS_A_ROW) * (BOX.heightMm + BOX.gapMm);
    drawBox(sheet, xMm, yMm);
    flow.moveTo(yMm + 1.5);
    flow.write(`${index + 1}`, { sizePt: 9, xMm: xMm + 1.5, widthMm: 8 });
    flow.moveTo(yMm + 6.5);
    flow.write(group, { sizePt: 20, align: 'center', xMm, widthMm: BOX.widthMm }, 'bold');
  }
  flow.moveTo(topMm + 2 * BOX.heightMm + BOX.gapMm + 8);

  flow.write('Khi máy quầy hỏng hoặc mất', { sizePt: 15 }, 'bold');
  for (const [index, step] of STEPS.entries()) flow.write(`${index + 1}. ${step}`, body);
  flow.moveTo(flow.yMm() + 4);
  flow.write('Chữ trong mã', { sizePt: 15 }, 'bold');
  flow.write(
    'Chữ O và số 0 là một; chữ I, L và số 1 là một. Chữ hoa hay thường đều được. Chữ cuối mỗi nhóm để kiểm: gõ sai nhóm nào, máy báo nhóm ấy.',
    body,
  );
  flow.moveTo(flow.yMm() + 4);
  flow.write(
    'Ai có tờ này và bản lưu thì mở được mọi hồ sơ của quầy. Mất tờ này thì lãnh đạo chi nhánh lập mã mới ngay trên máy quầy (Đường truyền, Bản lưu).',
    body,
  );
  return pdf.save();
}

const STEPS = [
  'Ngừng hẳn máy cũ. Từ lúc dựng lại, máy cũ không được làm việc dưới tên quầy này nữa.',
  'Trên máy mới, mở chương trình, chọn “Dựng lại quầy từ bản lưu” rồi chọn thư mục ghi ở trên.',
  'Nhập tám nhóm chữ ở trên theo thứ tự.',
  'Nối mạng một lần: quầy hỏi thành phố phần còn thiếu rồi mới làm việc tiếp.',
];

function drawBox(sheet: Sheet, left: number, top: number): void {
  const [right, bottom] = [left + BOX.widthMm, top + BOX.heightMm];
  sheet.drawRule(left, top, right, top);
  sheet.drawRule(right, top, right, bottom);
  sheet.drawRule(left, bottom, right, bottom);
  sheet.drawRule(left, top, left, bottom);
}
