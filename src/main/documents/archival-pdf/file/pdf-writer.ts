import { deflateSync } from 'node:zlib';
import { pdfReference } from './pdf-syntax.ts';

/**
 * Writes PDF objects one after another and forgets them: only their places are kept, so a document of any length takes
 * the memory of one page. The caller takes what was written and puts it where it likes.
 */
export type PdfWriter = {
  /** A number for an object that is written later, or refers to one that is. */
  readonly reserve: () => number;
  /** @param body what stands between `obj` and `endobj` */
  readonly object: (number: number, body: string) => void;
  /** @param entries of its dictionary, without `/Length`; bytes as their `/Filter` says */
  readonly stream: (number: number, entries: string, bytes: Uint8Array) => void;
  /** As `stream`, compressed here. */
  readonly deflated: (number: number, entries: string, bytes: Uint8Array | string) => void;
  /** What was written since it was last asked. */
  readonly take: () => Uint8Array<ArrayBuffer>;
  /** Cross-reference table and trailer; every reserved number must have been written. */
  readonly end: (trailer: { readonly root: number; readonly info: number; readonly idHex: string }) => void;
};

/** PDF/A asks for a line of bytes above 127, so that nobody takes the file for text. */
const BINARY_MARK = Buffer.from([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]);

export function createPdfWriter(version: '1.4' | '1.7'): PdfWriter {
  const places: number[] = [];
  let waiting: Uint8Array[] = [];
  let length = 0;

  const put = (piece: string | Uint8Array): void => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    waiting.push(bytes);
    length += bytes.length;
  };
  const begin = (number: number): void => {
    places[number] = length;
    put(`${number} 0 obj\n`);
  };
  const stream: PdfWriter['stream'] = (number, entries, bytes) => {
    begin(number);
    put(`<< ${entries} /Length ${bytes.length} >>\nstream\n`);
    put(bytes);
    put('\nendstream\nendobj\n');
  };

  put(`%PDF-${version}\n`);
  put(BINARY_MARK);
  let reserved = 0;

  return {
    reserve: () => {
      reserved += 1;
      return reserved;
    },
    object: (number, body) => {
      begin(number);
      put(`${body}\nendobj\n`);
    },
    stream,
    deflated: (number, entries, bytes) =>
      stream(number, `${entries} /Filter /FlateDecode`, deflateSync(bytes, { level: 9 })),
    take: () => {
      const taken = new Uint8Array(waiting.reduce((sum, { length: each }) => sum + each, 0));
      let at = 0;
      for (const bytes of waiting) {
        taken.set(bytes, at);
        at += bytes.length;
      }
      waiting = [];
      return taken;
    },
    end: ({ root, info, idHex }) => {
      const start = length;
      const rows = Array.from({ length: reserved }, (_, at) => {
        const place = places[at + 1];
        if (place === undefined) throw new Error(`PDF object ${at + 1} was never written`);
        return `${String(place).padStart(10, '0')} 00000 n \n`;
      });
      put(`xref\n0 ${reserved + 1}\n0000000000 65535 f \n${rows.join('')}`);
      put(`trailer\n<< /Size ${reserved + 1} /Root ${pdfReference(root)} /Info ${pdfReference(info)}`);
      put(` /ID [<${idHex}> <${idHex}>] >>\nstartxref\n${start}\n%%EOF\n`);
    },
  };
}
