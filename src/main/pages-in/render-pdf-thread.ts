import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import {
  getDocument,
  type PageViewport,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextLayer } from '../../shared/contracts/bridge/text-layer.ts';
import { type DrawingList, findCoveringScan } from './covering-scan.ts';
import { renderingDpi } from './pdf-page-size.ts';
import type { FromPdfThread, PdfThreadData, ToPdfThread } from './pdf-thread-messages.ts';
import { findTextLayer } from './text-layer/find-text-layer.ts';
import { type Font, readDrawnText } from './text-layer/read-drawn-text.ts';

/**
 * Entry of the thread that renders one PDF, page by page, when asked. Strangers' PDFs run here: pdf.js's own scripts
 * are off, it reads only its own fonts and tables from disk, and the thread is ended by whoever started it.
 */
const port = parentPort;
if (port === null) throw new Error('runs as a worker thread only');
const { bytes, maxPages, maxPixels }: PdfThreadData = workerData;
const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => join(assets, name) + sep;
const say = (message: FromPdfThread, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

async function open(): Promise<PDFDocumentProxy | null> {
  try {
    return await getDocument({
      data: bytes,
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      standardFontDataUrl: folder('standard_fonts'),
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      wasmUrl: folder('wasm'),
      iccUrl: folder('iccs'),
    }).promise;
  } catch (thrown) {
    const encrypted = thrown instanceof Error && thrown.name === 'PasswordException';
    say({ type: 'refused', why: encrypted ? 'encrypted' : 'damaged', defect: String(thrown) });
    return null;
  }
}

/** pdf.js's own canvas maker, so that its copy of the canvas library and ours can never be mixed. */
type Canvases = {
  create(
    width: number,
    height: number,
  ): {
    canvas: NonNullable<Parameters<PDFPageProxy['render']>[0]['canvas']>;
    context: {
      getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray<ArrayBuffer> };
    };
  };
  destroy(made: object): void;
};

function ownWords(
  page: PDFPageProxy,
  drawing: DrawingList,
  viewport: PageViewport,
  shown: { readonly pixels: Uint8ClampedArray; readonly width: number; readonly height: number },
): TextLayer | null {
  try {
    // pdf.js types what it keeps as unknown; a font of another shape has no letters to give
    const drawn = readDrawnText(drawing, (name) => page.commonObjs.get(name) as Font, viewport);
    return findTextLayer(drawn, shown.pixels, shown.width, shown.height).layer;
  } catch {
    // a drawing list that cannot be followed: the page is there to be read
    return null;
  }
}

async function render(document: PDFDocumentProxy, number: number): Promise<void> {
  const page = await document.getPage(number);
  const drawing = await page.getOperatorList({ intent: 'print' });
  const scan = findCoveringScan(drawing, page.view);
  const points = page.getViewport({ scale: 1 });
  const dpi = renderingDpi(points, scan, maxPixels);
  const viewport = page.getViewport({ scale: dpi / 72 });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  // typed `Object` by pdf.js
  const canvases = document.canvasFactory as Canvases;
  const made = canvases.create(width, height);
  await page.render({ canvas: made.canvas, viewport, background: 'white', intent: 'print' }).promise;
  // a copy: memory that belongs to the canvas library cannot be handed to another thread
  const pixels = new Uint8ClampedArray(made.context.getImageData(0, 0, width, height).data);
  canvases.destroy(made);
  // a scan's own text is somebody else's reading of it
  const textLayer = scan === null ? ownWords(page, drawing, viewport, { pixels, width, height }) : null;
  page.cleanup();
  say({ type: 'page', pixels, width, height, dpi, textLayer }, [pixels.buffer]);
}

const document = await open();
if (document !== null) {
  say({ type: 'opened', pages: document.numPages });
  let number = 0;
  port.on('message', async (_: ToPdfThread) => {
    number++;
    if (number > Math.min(document.numPages, maxPages)) return say({ type: 'done' });
    try {
      await render(document, number);
    } catch (thrown) {
      say({ type: 'refused', why: 'damaged', defect: String(thrown) });
    }
  });
}
