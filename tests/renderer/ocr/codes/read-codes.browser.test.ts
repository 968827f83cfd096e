import { afterEach, describe, expect, it } from 'vitest';
import { type CodeReader, createCodeReader } from '../../../../src/renderer/ocr/codes/read-codes.ts';
import { ocrAssets } from '../../../../src/renderer/ocr/ocr-assets.ts';
import type { PagePicture } from '../../../../src/renderer/ocr/page-picture.ts';
import type { Sha256 } from '../../../../src/shared/base/ids.ts';
import { ok } from '../../../../src/shared/base/result.ts';
import { parseCardQr } from '../../../../src/shared/domain/applicant/parse-card-qr.ts';
import { isSeparator } from '../../../../src/shared/domain/checklist/separator.ts';
import frontUrl from '../../../fixtures/pages/id3_skew_front.jpg?url';
import decisionUrl from '../../../fixtures/pages/rd22_quyetdinh_nghieng3_200.jpg?url';
import separatorUrl from '../../../fixtures/pages/separator-sheet.png?url';

const request = { sha256: 'c'.repeat(64) as Sha256, rotation: 0, priority: 'looking' } as const;
const opened: CodeReader[] = [];

afterEach(() => {
  for (const reader of opened.splice(0)) reader.close();
});

function codeReader(largePicture: () => Promise<Blob | null> = async () => null): CodeReader {
  const reader = createCodeReader(ocrAssets(document.baseURI), largePicture);
  opened.push(reader);
  return reader;
}

const bytesOf = async (url: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());

/** A reading picture on which main saw something like a code. */
const seen = (png: Uint8Array<ArrayBuffer>, codesSeen = true): PagePicture => ({
  ...{
    width: 1654,
    height: 2339,
    dpi: 200,
    skewDegrees: 0,
    blank: false,
    codesSeen,
    upsideDown: false,
    darkGround: false,
  },
  png: async () => ok(png),
});

describe('QR and barcodes of a page', () => {
  it('the QR of a card is read with its Vietnamese letters and its place', async () => {
    const [code, ...more] = await codeReader().read(seen(await bytesOf(frontUrl)), request);
    expect(more).toEqual([]);
    expect(code).toMatchObject({ format: 'qr', symbology: 'QRCode' });
    const card = parseCardQr(code?.text ?? '');
    expect(card).toMatchObject({ ok: true, value: { fullName: 'Phùng Khánh Vy' } });
    expect(code?.box.x).toBeGreaterThan(0.7);
    expect(code?.box.width).toBeGreaterThan(0.1);
  });

  it('a page on which main saw nothing like a code is not even fetched', async () => {
    let fetched = 0;
    const reader = codeReader(async () => {
      fetched += 1;
      return null;
    });
    const png = async () => {
      fetched += 1;
      return ok(await bytesOf(frontUrl));
    };
    expect(await reader.read({ ...seen(new Uint8Array(), false), png }, request)).toEqual([]);
    expect(fetched).toBe(0);
  });

  it('a page of text has none', async () => {
    expect(await codeReader().read(seen(await bytesOf(decisionUrl)), request)).toEqual([]);
  });

  it.each([0, 90, 180, 270, 5, -8])(
    '[SEP-1] a separator sheet that lies at %i° is known',
    async (degrees) => {
      const sheet = await createImageBitmap(await (await fetch(separatorUrl)).blob());
      const side = Math.ceil(Math.hypot(sheet.width, sheet.height));
      const canvas = new OffscreenCanvas(side, side);
      const picture = canvas.getContext('2d');
      if (picture === null) throw new Error('no canvas');
      picture.fillStyle = 'white';
      picture.fillRect(0, 0, side, side);
      picture.translate(side / 2, side / 2);
      picture.rotate((degrees * Math.PI) / 180);
      picture.drawImage(sheet, -sheet.width / 2, -sheet.height / 2);
      const scanned = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      const codes = await codeReader().read(seen(scanned), request);
      expect(codes).toHaveLength(2);
      expect(isSeparator(codes)).toBe(true);
    },
  );

  it('a code too small for the reading picture is found on the page itself', async () => {
    const large = await (await fetch(frontUrl)).blob();
    const bitmap = await createImageBitmap(large, { resizeWidth: 420 });
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const small = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    expect(await codeReader().read(seen(small), request)).toHaveLength(0);
    expect(await codeReader(async () => large).read(seen(small), request)).toHaveLength(1);
  });

  it('bytes that are no picture, and a page that cannot be fetched, give no codes', async () => {
    const reader = codeReader(() => Promise.reject(new Error('main is going down')));
    expect(await reader.read(seen(new Uint8Array([1, 2, 3])), request)).toEqual([]);
    expect(await reader.read(seen(await bytesOf(frontUrl)), request)).toHaveLength(1);
  });
});
