import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type PdfValue = null | boolean | number | string | readonly PdfValue[] | PdfDictionary;
export type PdfDictionary = { readonly [key: string]: PdfValue };
export type PdfObjects = {
  readonly trailer: PdfDictionary;
  /** By reference, e.g. `5 0 R`; a stream has its dictionary here and its bytes, decoded, in `streams`. */
  readonly objects: ReadonlyMap<string, PdfValue>;
  readonly streams: ReadonlyMap<string, Buffer>;
};

type Listed = {
  readonly value?: PdfValue;
  readonly stream?: { readonly dict: PdfDictionary; readonly data?: string };
};

/** All objects of a file as qpdf reads them, never as the code that wrote it would. */
export function pdfObjects(bytes: Uint8Array): PdfObjects {
  const folder = mkdtempSync(join(tmpdir(), 'quay-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    const json = execFileSync(
      'qpdf',
      ['--json', '--json-stream-data=inline', '--decode-level=generalized', file],
      {
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
      },
    );
    const listed = Object.entries((JSON.parse(json) as { qpdf: [unknown, Record<string, Listed>] }).qpdf[1]);
    const objects = new Map<string, PdfValue>();
    const streams = new Map<string, Buffer>();
    let trailer: PdfDictionary = {};
    for (const [name, { value, stream }] of listed) {
      if (name === 'trailer') trailer = value as PdfDictionary;
      const reference = name.replace('obj:', '');
      objects.set(reference, stream?.dict ?? value ?? null);
      if (stream?.data !== undefined) streams.set(reference, Buffer.from(stream.data, 'base64'));
    }
    return { trailer, objects, streams };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
