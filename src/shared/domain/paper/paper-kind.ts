import { z } from 'zod';

/** Kinds of paper that the desk tells apart by what is printed on one page (domain.md §11.3). */
export const PaperKind = z.enum([
  /** CCCD with chip, 2021–6/2024; the QR is on the front. */
  'chip-card-front',
  'chip-card-back',
  /** Căn cước from 1/7/2024 (TT 16/2024/TT-BCA); the QR is on the back. */
  'identity-card-front',
  'identity-card-back',
  /** Giấy khai sinh, its copies and extracts (trích lục khai sinh). */
  'birth-certificate',
  'marriage-certificate',
  'marital-status-certificate',
  /** GCN QSDĐ of up to 7/2024, four pages, serial of six digits. */
  'land-certificate-before-2024',
  /** GCN QSDĐ from 1/8/2024, one sheet with a QR, serial of eight digits. */
  'land-certificate-2024',
  /** Tờ khai, đơn: a printed form that a citizen filled in. */
  'declaration-form',
  'notarised-contract',
  'business-registration',
  'household-business-registration',
  'driving-licence',
  /** Giấy chứng sinh of a hospital. */
  'birth-notice',
  /** Giấy báo tử. */
  'death-notice',
  'power-of-attorney',
  /** Has the zones of NĐ 30/2020, or a court's head; `OfficialKind` says which. */
  'official-document',
]);
export type PaperKind = z.infer<typeof PaperKind>;

/** What sort of official document, by its title (NĐ 30/2020 PL III, laws, courts, the desk's own slips). */
export const OfficialKind = z.enum([
  'decision',
  'official-letter',
  'notice',
  'plan',
  'report',
  'minutes',
  'submission',
  'resolution',
  'directive',
  'decree',
  'circular',
  'law',
  'judgment',
  'register-extract',
  'intake-slip',
  'receipt',
  'other',
]);
export type OfficialKind = z.infer<typeof OfficialKind>;
