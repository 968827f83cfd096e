import { Instant } from '../../../src/shared/base/dates.ts';
import { emptyApplicant } from '../../../src/shared/domain/applicant/draft-applicant.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import type { IntakeDraft } from '../../../src/shared/domain/dossier/intake-draft.ts';
import { newDraft } from '../../../src/shared/domain/dossier/new-draft.ts';
import type { ProcedureCode } from '../../../src/shared/domain/procedure/procedure.ts';
import { createDeskDay, dung, ha, minh, withFields } from './desk-day.ts';

const owing = (content: DossierContent): DossierContent => {
  const last = content.papers.findLast((paper) => paper.status === 'submitted');
  return {
    ...content,
    papers: content.papers.map((paper) =>
      paper === last
        ? { ...paper, status: 'owed' as const, pages: [], note: 'Bệnh viện hẹn cấp lại chiều thứ Hai' }
        : paper,
    ),
  };
};

/** A morning with everything in it: signed, returned, owed, refused, sent, waiting. `who` is signed in at the end. */
export function busyDay(now: Date, who: typeof ha): DeskState {
  const day = createDeskDay(now);
  day.open();
  day.signIn(minh, 300);
  const residence = day.receive(1, 'Hoàng Gia Bảo', '1.004222', 290);
  const copy = day.receive(2, 'Lê Thị Hoa', '2.000635', 280);
  day.signIn(ha, 200);
  const birth = day.receive(3, 'Vũ Quốc Huy', '1.001193', 190, (content) => withFields(content));
  const sent = day.receive(4, 'Trần Minh Khôi', '2.000815', 170);
  const faulty = day.receive(5, 'Phạm Văn Bình', '1.013831', 150);
  const refused = day.receive(6, 'Bùi Thu Trang', '1.004194', 140);
  day.signIn(dung, 130);
  for (const dossierId of [residence, copy, sent, refused]) day.approve(dossierId, 128);
  day.sendBack(faulty, 'Số thửa trên đơn là 114, trên giấy chứng nhận là 141. Đề nghị xem lại.', 120);
  day.city(residence, 'complete', 110);
  day.city(copy, 'complete', 108);
  day.city(sent, 'accepted', 105);
  day.city(refused, 'refused', 100);
  day.signIn(ha, 90);
  day.receive(7, 'Đỗ Thị Mai', '1.001612', 38, (content) =>
    withFields(content, { 'document-number': '000.26.07.H26-251121-0110', 'person-name': 'Đỗ Thị Mai' }),
  );
  day.receive(8, 'Ngô Văn Sơn', '1.001193', 25, owing);
  day.receive(9, 'Đặng Hữu Nam', '1.004873', 9);
  day.receive(10, 'Nguyễn Thị Hồng Nhung', '2.000884', 3, (content) =>
    withFields(content, { 'person-name': 'Nguyễn Thị Hồng Nhung' }),
  );
  void birth;
  day.signIn(who, 1);
  return day.state();
}

/** As many dossiers as a desk has after a few months. */
export function manyDossiers(now: Date, count: number): DeskState {
  const day = createDeskDay(now);
  day.open();
  day.signIn(ha, count + 10);
  const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
  const given = ['Thị Hương', 'Văn Đức', 'Minh Khôi', 'Thu Trang', 'Quốc Huy', 'Gia Bảo', 'Hữu Nam'];
  const codes = ['1.001193', '2.000635', '1.004222', '2.000884', '1.004873'];
  for (let n = 1; n <= count; n += 1) {
    const name = `${family[n % family.length]} ${given[n % given.length]} ${n}`;
    day.receive(n, name, codes[n % codes.length] ?? '1.001193', Math.floor((count - n) / 4));
  }
  return day.state();
}

/** Two dossiers that Hà left open. */
export function openDrafts(now: Date): readonly IntakeDraft[] {
  const ago = (minutes: number) => Instant.parse(new Date(now.getTime() - minutes * 60_000).toISOString());
  const draft = (n: number, fullName: string, code: string, minutes: number): IntakeDraft => ({
    ...newDraft({
      draftId: `00000000-0009-7000-8000-00000000000${n}`,
      officerId: ha.officerId,
      now: ago(minutes),
    }),
    procedureCode: code as ProcedureCode,
    applicant: { ...emptyApplicant, fullName },
  });
  return [draft(1, 'Cao Thị Thu Hà', '1.000894', 12), draft(2, '', '2.000815', 55)];
}
