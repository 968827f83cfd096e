import { z } from 'zod';
import { LocalDate } from '../../base/dates.ts';

/** Where the applicant's data came from; the QR text of a card is not signed, so it is only convenience. */
export const ApplicantSource = z.enum(['typed', 'card-qr']);

/** Người nộp hồ sơ / chủ hồ sơ as printed on Mẫu 01 (domain.md §2.1). */
export const Applicant = z.object({
  fullName: z.string().trim().min(2).max(120),
  /** 12 digits, or 9 (old CMND), or a passport number (domain.md §3.5). */
  personalId: z.string().regex(/^(?:\d{12}|\d{9}|[A-Z0-9]{6,12})$/),
  birthDate: LocalDate.nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  address: z.string().trim().min(1).max(300),
  phone: z.string().regex(/^(?:(?:\+84|0)\d{9,10})?$/),
  email: z.union([z.literal(''), z.email()]),
  source: ApplicantSource,
});
export type Applicant = Readonly<z.infer<typeof Applicant>>;

/**
 * Whose dossier it is when another files it, and on what paper (NĐ 118/2025 Đ15; Mẫu 01 TT 03/2025 item 6). Where the
 * owner is reached is absent in dossiers received before it was asked, '' where there is nothing to say.
 */
export const Delegation = z.object({
  ownerName: z.string().min(2),
  ownerId: z.string(),
  document: z.string().min(1),
  ownerAddress: z.string().max(300).optional(),
  ownerPhone: Applicant.shape.phone.optional(),
  ownerEmail: Applicant.shape.email.optional(),
});
export type Delegation = Readonly<z.infer<typeof Delegation>>;
