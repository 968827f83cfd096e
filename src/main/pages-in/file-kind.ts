/** What a file is, read from its first bytes. The name and its ending are never asked: they lie too often. */
export type FileKind =
  | { readonly is: 'jpeg' | 'png' | 'tiff' | 'pdf' }
  /** A picture, but of a kind that cannot go into a dossier; `kind` is the name that an officer knows. */
  | { readonly is: 'other-picture'; readonly kind: string }
  | { readonly is: 'not-a-picture'; readonly kind: string };

/** ISO base media brands of the pictures that phones make. */
const HEIF_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']);

/** Readers accept a PDF whose header comes a little late (mail gateways and scanners put bytes before it). */
const PDF_HEADER_WITHIN = 1024;

/**
 * Names the kind of a file by its magic bytes.
 * @param bytes the file, or at least its first 1,024 bytes
 */
export function fileKindOf(bytes: Buffer): FileKind {
  const hex = bytes.toString('hex', 0, 8);
  const ascii = bytes.toString('latin1', 0, 16);
  if (hex.startsWith('ffd8ff')) return { is: 'jpeg' };
  if (hex === '89504e470d0a1a0a') return { is: 'png' };
  if (['49492a00', '4d4d002a', '49492b00', '4d4d002b'].includes(hex.slice(0, 8))) return { is: 'tiff' };
  if (bytes.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-')) return { is: 'pdf' };
  if (ascii.slice(4, 8) === 'ftyp') {
    const brand = ascii.slice(8, 12);
    if (HEIF_BRANDS.has(brand)) return { is: 'other-picture', kind: 'HEIC' };
    if (brand.startsWith('avi')) return { is: 'other-picture', kind: 'AVIF' };
    return { is: 'not-a-picture', kind: 'video' };
  }
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return { is: 'other-picture', kind: 'WebP' };
  if (ascii.startsWith('GIF8')) return { is: 'other-picture', kind: 'GIF' };
  if (ascii.startsWith('BM')) return { is: 'other-picture', kind: 'BMP' };
  if (hex.startsWith('0000000c6a502020') || hex.startsWith('ff4fff51'))
    return { is: 'other-picture', kind: 'JPEG 2000' };
  if (hex.startsWith('504b0304')) return { is: 'not-a-picture', kind: zipKind(bytes) };
  if (hex === 'd0cf11e0a1b11ae1') return { is: 'not-a-picture', kind: 'Word/Excel (.doc, .xls)' };
  if (ascii.startsWith('MZ') || hex.startsWith('7f454c46')) return { is: 'not-a-picture', kind: 'program' };
  return { is: 'not-a-picture', kind: 'unknown' };
}

/** Office files are ZIP archives; the first entries' names tell them apart. */
function zipKind(bytes: Buffer): string {
  const start = bytes.subarray(0, 8192);
  if (start.includes('word/')) return 'Word (.docx)';
  if (start.includes('xl/')) return 'Excel (.xlsx)';
  return 'ZIP';
}
