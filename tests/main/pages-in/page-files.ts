import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { type ImportFilePorts, importFile } from '../../../src/main/pages-in/import-file.ts';
import type { PageFacts } from '../../../src/main/pages-in/put-page.ts';
import { Sha256 } from '../../../src/shared/base/ids.ts';
import { ok } from '../../../src/shared/base/result.ts';
import type { TextLayer } from '../../../src/shared/contracts/bridge/text-layer.ts';

export const fixture = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/pages/${name}`, import.meta.url)));

/** Imports into a store that only remembers. */
export async function importInto(
  bytes: Uint8Array,
  ports: Partial<ImportFilePorts> = {},
  onLayer: (layer: TextLayer | null) => void = () => undefined,
) {
  const stored: { bytes: Buffer; facts: PageFacts }[] = [];
  const result = await importFile(
    { name: 'don.bin', bytes },
    {
      putPage: async (page, facts, layer) => {
        onLayer(layer ?? null);
        stored.push({ bytes: page, facts });
        const sha256 = Sha256.parse(createHash('sha256').update(page).digest('hex'));
        return ok({ sha256, byteLength: page.length, ...facts });
      },
      ...ports,
    },
  );
  return { result, stored };
}

export const codeOf = (result: Awaited<ReturnType<typeof importFile>>): string =>
  result.ok ? 'ok' : result.failure.code;

/** A flat white picture. */
export const blankPicture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'white' } });

/** A PDF whose pages each hold one picture that covers them. */
export async function scannedPdf(pictures: readonly Buffer[], pointsWide: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  for (const picture of pictures) {
    const image = await pdf.embedJpg(picture);
    const height = (pointsWide * image.height) / image.width;
    const page = pdf.addPage([pointsWide, height]);
    page.drawImage(image, { x: 0, y: 0, width: pointsWide, height });
  }
  return pdf;
}

/** The start of a PNG that says it is `width` × `height`; there is next to nothing behind it. */
export function pngClaiming(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(content.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), 4 + body.length);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
