import type { PageBox } from '../paper/paper.ts';

/** A QR or barcode found on a page, as it was decoded (UTF-8); `symbology` as the reader names it (`QRCode`, `Code128`). */
export type ReadCode = {
  readonly format: 'qr' | 'barcode';
  readonly symbology: string;
  readonly text: string;
  readonly box: PageBox;
};
