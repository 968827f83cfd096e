import type { PaperKind } from '../paper/paper-kind.ts';
import { bareText } from '../reading/bare-text.ts';

const CARDS = [
  'chip-card-front',
  'chip-card-back',
  'identity-card-front',
  'identity-card-back',
] as const satisfies readonly PaperKind[];

type Asked = { readonly pattern: RegExp; readonly kinds: readonly PaperKind[] };

/** A row beginning with one of these asks for that form itself, whatever its name goes on to mention. */
const FORMS =
  /^(?:to khai|don\b|phieu (?:yeu cau|de nghi|tu khai)|giay de nghi|van ban (?:de nghi|yeu cau)|thong bao (?:thay doi|cham dut))/;

const ASKED: readonly Asked[] = [
  { pattern: /chung sinh/, kinds: ['birth-notice'] },
  { pattern: /bao tu/, kinds: ['death-notice'] },
  { pattern: /khai sinh/, kinds: ['birth-certificate'] },
  { pattern: /chung nhan ket hon/, kinds: ['marriage-certificate'] },
  { pattern: /tinh trang hon nhan/, kinds: ['marital-status-certificate'] },
  { pattern: /uy quyen/, kinds: ['power-of-attorney', 'notarised-contract'] },
  { pattern: /cccd|can cuoc/, kinds: CARDS },
  {
    pattern: /(?:chung nhan|gcn) dang ky (?:ho )?kinh doanh/,
    kinds: ['household-business-registration', 'business-registration'],
  },
  { pattern: /(?:chung nhan|gcn) dang ky doanh nghiep/, kinds: ['business-registration'] },
  {
    pattern: /(?:giay chung nhan|gcn)(?! dang ky| ket hon).*(?:dat|quyen|so huu|da cap|$)/,
    kinds: ['land-certificate-before-2024', 'land-certificate-2024'],
  },
  { pattern: /hop dong/, kinds: ['notarised-contract'] },
  { pattern: /giay phep lai xe/, kinds: ['driving-licence'] },
  { pattern: /trich luc|ban an|quyet dinh|chung tu\b/, kinds: ['official-document'] },
];

/**
 * Kinds of paper that a required document's name asks for, in the words of the catalogue: one name may allow several
 * ("Giấy khai sinh cũ, CCCD…"). Empty: it says nothing that could be recognised (drawings, photos, medical papers).
 */
export function kindsAskedBy(documentName: string): readonly PaperKind[] {
  const bare = bareText(documentName.normalize('NFC')).replace(/^\(xuat trinh\)\s*/, '');
  if (FORMS.test(bare)) return ['declaration-form'];
  // A health certificate "of the driver" or "of the child" is no licence and no birth certificate.
  if (/^giay kham suc khoe/.test(bare)) return [];
  return [...new Set(ASKED.filter(({ pattern }) => pattern.test(bare)).flatMap(({ kinds }) => kinds))];
}
