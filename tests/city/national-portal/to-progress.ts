import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { FactType } from '../../../src/shared/domain/desk-log/fact.ts';
import { MOST_PROGRESS, type ProgressRecord, type ProgressRequest } from './national-record.ts';
import { portalTime } from './portal-time.ts';

/** What the portal is told of as a step; everything else is the Center's own. */
const STEPS: Partial<Record<FactType, string>> = {
  'dossier-received': 'Tiếp nhận hồ sơ',
  'dossier-resent': 'Tiếp nhận lại hồ sơ sau khi sửa',
  'dossier-corrected': 'Sửa hồ sơ theo yêu cầu của lãnh đạo chi nhánh',
  'dossier-submitted': 'Trình lãnh đạo chi nhánh ký duyệt',
  'dossier-approved': 'Lãnh đạo chi nhánh ký duyệt hồ sơ',
  'dossier-returned': 'Lãnh đạo chi nhánh trả lại hồ sơ để sửa',
};

export type StepTaken = {
  readonly code: string;
  readonly dueAt: string | null;
  readonly event: DeskEvent;
  readonly officer: { readonly fullName: string; readonly title: string };
  /** Desk and branch. */
  readonly office: string;
};

/** A step, or nothing for a fact that is none. */
export function toProgress({ code, dueAt, event, officer, office }: StepTaken): ProgressRecord | null {
  const done = STEPS[event.fact.type];
  if (done === undefined) return null;
  return {
    MaHoSo: code,
    NguoiXuLy: officer.fullName.slice(0, 50),
    ChucDanh: officer.title,
    ThoiDiemXuLy: portalTime(event.at),
    PhongBanXuLy: office,
    NoiDungXuLy: done,
    TrangThai: '2',
    NgayBatDau: portalTime(event.at),
    NgayKetThucTheoQuyDinh: portalTime(dueAt),
  };
}

/** In order, ten at a time. */
export function toProgressRequests(steps: readonly ProgressRecord[]): readonly ProgressRequest[] {
  return Array.from({ length: Math.ceil(steps.length / MOST_PROGRESS) }, (_, i) => ({
    service: 'CapNhatTienDoHoSoMC',
    data: steps.slice(i * MOST_PROGRESS, (i + 1) * MOST_PROGRESS),
  }));
}
