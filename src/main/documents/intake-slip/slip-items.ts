import { formatMoment } from '../../../shared/base/format-date.ts';
import type { DossierContent } from '../../../shared/domain/dossier/dossier-received.ts';
import type { ProcessingTerm } from '../../../shared/domain/procedure/procedure.ts';
import { span } from '../layout/text-flow.ts';
import type { Span } from '../layout/wrap-text.ts';
import { codeItem } from './slip-code.ts';
import type { IntakeSlipFacts } from './slip-facts.ts';

/** One line of the form: wording of the law, then what was filled in. */
export type SlipItem = readonly Span[];

const label = (text: string): Span => span(`${text} `);
const important = (text: string): Span => span(text, 'bold');
/** An empty field of a form is shown as such, so that nobody thinks it was cut off. */
const orNone = (text: string): string => (text.trim() === '' ? '(không có)' : text);

/** Items 1 to 8 of Mẫu 01 TT 03/2025; the table of papers follows. */
export function itemsBeforePapers(facts: IntakeSlipFacts): readonly SlipItem[] {
  const { content } = facts.dossier;
  const { applicant } = content;
  const { branch, name: deskName } = facts.desk;
  return [
    codeItem(facts),
    [
      label('Trung tâm Phục vụ hành chính công/Bộ phận Tiếp nhận và Trả kết quả:'),
      span(`${branch.name}, ${deskName}`),
    ],
    [label('Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức:'), important(applicant.fullName)],
    [label('Số định danh cá nhân/tổ chức:'), span(applicant.personalId)],
    [label('Địa chỉ:'), span(applicant.address)],
    [
      label('Số điện thoại:'),
      span(orNone(applicant.phone)),
      label('; Email:'),
      span(orNone(applicant.email)),
    ],
    ...delegationItems(content),
    [
      label('Nội dung yêu cầu giải quyết:'),
      important(content.procedure.name),
      span(` (mã thủ tục: ${content.procedure.code})`),
    ],
    [span('Thành phần hồ sơ nộp gồm:')],
  ];
}

/** Items 9 to 14. */
export function itemsAfterPapers(facts: IntakeSlipFacts): readonly SlipItem[] {
  const { content, receivedAt, dueAt, dueEstimated } = facts.dossier;
  const entry = facts.registerEntry ?? { volume: '………', number: '………' };
  return [
    [label('Số lượng hồ sơ:'), span('01 (bộ)')],
    [label('Thời gian giải quyết hồ sơ theo quy định là:'), span(termInWords(content.procedure.processing))],
    [label('Thời gian nhận hồ sơ:'), span(formatMoment(receivedAt))],
    [
      label('Thời gian trả kết quả giải quyết hồ sơ:'),
      important(dueAt === null ? 'Không có ngày hẹn trả cụ thể theo quy định' : formatMoment(dueAt)),
      ...(dueAt !== null && dueEstimated === true ? [span(' (tạm tính)')] : []),
    ],
    [label('Đăng ký nhận kết quả tại:'), span(deliveryInWords(facts))],
    [span(`Vào Sổ theo dõi hồ sơ, Quyển số ${entry.volume} Số thứ tự ${entry.number} (nếu có)`)],
  ];
}

/** A dossier of before the field was asked shows nothing, rather than that there is none. */
const whenAsked = (title: string, typed: string | undefined): readonly Span[] =>
  typed === undefined ? [] : [label(title), span(orNone(typed))];

function delegationItems({ delegation }: DossierContent): readonly SlipItem[] {
  if (delegation === null) return [];
  return [
    [
      label('Trường hợp ủy quyền: Họ và tên người ủy quyền:'),
      important(delegation.ownerName),
      ...whenAsked('; Địa chỉ:', delegation.ownerAddress),
      label('; Số định danh:'),
      span(orNone(delegation.ownerId)),
      ...whenAsked('; Số điện thoại:', delegation.ownerPhone),
      ...whenAsked('; Email:', delegation.ownerEmail),
      label('; Giấy tờ ủy quyền:'),
      span(delegation.document),
    ],
  ];
}

/** "05 ngày làm việc", "trong ngày"; units of TT 03/2025 Mẫu 01 and domain.md §6.2. */
export function termInWords({ value, unit }: ProcessingTerm): string {
  const count = String(value).padStart(2, '0');
  switch (unit) {
    case 'sameDay':
      return 'trong ngày';
    case 'hours':
      return `${count} giờ làm việc`;
    case 'workingDay':
      return `${count} ngày làm việc`;
    case 'calendarDay':
      return `${count} ngày`;
  }
}

function deliveryInWords({ desk, dossier }: IntakeSlipFacts): string {
  switch (dossier.content.resultDelivery) {
    case 'at-desk':
      return `${desk.branch.name}, ${desk.branch.address}`;
    case 'public-post':
      return 'Địa chỉ của người nộp hồ sơ, qua dịch vụ bưu chính công ích';
  }
}
