import { Instant } from '../../../src/shared/base/dates.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { createDeskDay, dossierIdOf, dung, ha, minh } from './desk-day.ts';

/** A day on which the city says something else of three dossiers; `who` is signed in at the end. */
export function conflictDay(now: Date, who: typeof ha): DeskState {
  const day = createDeskDay(now);
  const ago = (minutes: number) => Instant.parse(new Date(now.getTime() - minutes * 60_000).toISOString());
  day.open();
  day.signIn(ha, 290);
  const withdrawn = day.receive(1, 'Hoàng Gia Bảo', '1.004222', 280);
  const changed = day.receive(2, 'Lê Thị Hoa', '2.000635', 270);
  const elsewhere = day.receive(3, 'Vũ Quốc Huy', '1.001193', 260);
  const refused = day.receive(4, 'Trần Minh Khôi', '2.000815', 250);
  day.signIn(minh, 240);
  day.receive(5, 'Đỗ Thị Mai', '1.001612', 230);
  day.signIn(dung, 200);
  day.approve(changed, 190);
  for (const dossierId of [withdrawn, changed, elsewhere]) day.city(dossierId, 'complete', 180);
  day.city(refused, 'refused', 170, '');
  day.says(
    {
      type: 'dossier-withdrawn',
      dossierId: withdrawn,
      by: 'citizen',
      reason: 'Chuyển công tác, không đăng ký nữa',
    },
    150,
  );
  day.says(
    {
      type: 'dossier-changed',
      dossierId: changed,
      changes: [
        { field: 'applicant.phone', to: '0987654321' },
        { field: 'applicant.address', to: 'Số 15 ngõ 7 phố Trần Thái Tông, phường Cầu Giấy, Hà Nội' },
        { field: 'applicant.fullName', to: 'Lê Thị Hoa' },
      ],
    },
    120,
  );
  day.says(
    {
      type: 'dossier-elsewhere',
      dossierId: elsewhere,
      code: 'H26.40.05-261119-2017',
      unit: 'Quầy 01 · Chi nhánh số 05 · Tây Hồ',
      procedureName: 'Đăng ký khai sinh',
      receivedAt: ago(1500),
    },
    40,
  );
  day.signIn(who, 1);
  return day.state();
}

export const ofDay = {
  withdrawn: dossierIdOf(1),
  changed: dossierIdOf(2),
  elsewhere: dossierIdOf(3),
  refused: dossierIdOf(4),
};
