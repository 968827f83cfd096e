/// <reference lib="webworker" />
import {
  type Position,
  prepareZXingModule,
  type ReaderOptions,
  type ReadResult,
  readBarcodes,
} from 'zxing-wasm/reader';
import type { ReadCode } from '../../../shared/domain/reading/read-code.ts';
import type { FromCodeWorker, ToCodeWorker } from './code-worker-messages.ts';

/**
 * Reads QR and barcodes of one picture at a time, away from the window's thread: QR and the linear codes of offices.
 * PDF417 would cost as much as all of these together, and on the patterned ground of cards zxing sees DataMatrix codes
 * where there are none (both measured).
 */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode', 'Code128', 'Code39', 'EAN13'],
  // Without it one of 48 codes on whole pages was found, with it 39 (measured).
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  maxNumberOfSymbols: 8,
};

let ready: Promise<unknown> | null = null;

/** From the desk's own files; by default the package would ask a CDN. */
async function prepare(wasmUrl: string): Promise<void> {
  ready ??= fetch(wasmUrl)
    .then((answer) => answer.arrayBuffer())
    .then((wasmBinary) => prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }));
  await ready;
}

self.onmessage = async ({ data }: MessageEvent<ToCodeWorker>) => {
  const say = (word: FromCodeWorker): void => self.postMessage(word);
  try {
    await prepare(data.wasmUrl);
    say({ found: await find(data.picture, data.scales) });
  } catch (defect) {
    say({ failed: String(defect) });
  }
};

async function find(picture: Blob, scales: readonly number[]): Promise<readonly ReadCode[]> {
  const bitmap = await createImageBitmap(picture);
  try {
    for (const scale of scales) {
      const pixels = enlarged(bitmap, scale);
      const results = await readBarcodes(pixels, OPTIONS);
      if (results.length > 0) return results.map((each) => codeOf(each, pixels));
    }
  } finally {
    bitmap.close();
  }
  return [];
}

function enlarged(bitmap: ImageBitmap, scale: number): ImageData {
  const width = Math.round(bitmap.width * scale);
  const height = Math.round(bitmap.height * scale);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas to read codes on');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** The bytes are UTF-8 (domain.md §4.1); what zxing guesses from them may be another character set. */
function codeOf(result: ReadResult, { width, height }: ImageData): ReadCode {
  return {
    format: result.format === 'QRCode' ? 'qr' : 'barcode',
    symbology: result.format,
    text: new TextDecoder().decode(result.bytes).normalize('NFC'),
    box: boxOf(result.position, width, height),
  };
}

function boxOf(position: Position, width: number, height: number): ReadCode['box'] {
  const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  const x = corners.map((corner) => inside(corner.x / width));
  const y = corners.map((corner) => inside(corner.y / height));
  const [left, top] = [Math.min(...x), Math.min(...y)];
  return { x: left, y: top, width: Math.max(...x) - left, height: Math.max(...y) - top };
}
