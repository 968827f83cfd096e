import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OfficerId } from '../../src/shared/base/ids.ts';
import type { Branch } from '../../src/shared/domain/branch/branch.ts';
import { calendar2026 } from '../../src/shared/domain/due-date/calendar-2026.ts';
import type { Officer } from '../../src/shared/domain/officer/officer.ts';
import { Procedure } from '../../src/shared/domain/procedure/procedure.ts';

/** Everybody and everything here is invented for practice; only the names of procedures are real. */
export const practiceBranch: Branch = {
  branchId: 'CN02',
  name: 'Chi nhánh số 02 · Cầu Giấy',
  unitCode: 'H26.40.02',
  address: '36 Trần Đăng Ninh, phường Cầu Giấy, thành phố Hà Nội',
  phone: '024 0000 0002',
  collectorName: 'Chi nhánh số 02 - Trung tâm Phục vụ hành chính công thành phố Hà Nội',
  collectorTaxCode: '0100000001',
  parentName: 'UBND THÀNH PHỐ HÀ NỘI',
  place: 'Hà Nội',
};

export type PracticeOfficer = { readonly officer: Officer; readonly pin: string };

const officer = (officerId: string, fullName: string, title: string, role: Officer['role'], pin: string) => ({
  officer: { officerId: OfficerId.parse(officerId), fullName, role, title },
  pin,
});

export const practiceOfficers: readonly PracticeOfficer[] = [
  officer('ha.nt', 'Nguyễn Thu Hà', 'chị', 'reception-officer', '135790'),
  officer('tuan.pm', 'Phạm Minh Tuấn', 'anh', 'reception-officer', '192837'),
  officer('dung.lq', 'Lê Quang Dũng', 'anh', 'branch-supervisor', '246810'),
];

export type PracticeDesk = { readonly deskId: string; readonly name: string; readonly code: string };

/** Desk `n` of the practice branch and the one-time code that enrols it. */
export function practiceDesk(n: number): PracticeDesk {
  const two = String(n).padStart(2, '0');
  return { deskId: `CN02-Q${two}`, name: `Quầy ${two}`, code: `QUAY-${two}-THUC-HANH` };
}

/** Reference data of the practice city; `procedures` are a sample, not legal reference. */
export function practiceReference() {
  const text = readFileSync(join(import.meta.dirname, 'sample-catalogue', 'procedures.json'), 'utf8');
  return {
    effectiveFrom: '2026-07-01',
    sample: true,
    procedures: z.array(Procedure).parse(JSON.parse(text)),
    calendar: calendar2026,
    receipt: { form: 'EBL01', series: '26TAA' },
  };
}
