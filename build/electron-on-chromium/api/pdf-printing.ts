import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron';
import type { DevtoolsSession } from '../chromium/devtools-pipe.ts';
import { notImplemented } from '../not-implemented.ts';

type Inches = Readonly<{ width: number; height: number }>;
const MICRONS_PER_INCH = 25_400;
const DEFAULT_MARGIN_INCHES = 0.4;

const SIZES: Readonly<Record<string, Inches>> = {
  A3: { width: 11.7, height: 16.54 },
  A4: { width: 8.27, height: 11.7 },
  A5: { width: 5.83, height: 8.27 },
  A6: { width: 4.13, height: 5.83 },
  Letter: { width: 8.5, height: 11 },
  Legal: { width: 8.5, height: 14 },
};

const paperSize = (size: PrintToPDFOptions['pageSize']): Inches =>
  typeof size === 'object' ? size : (SIZES[size ?? 'Letter'] ?? notImplemented(`pageSize '${size}'`));

/** webContents.printToPDF: sizes and margins in inches. */
export async function pageToPdf(page: DevtoolsSession, options: PrintToPDFOptions = {}): Promise<Buffer> {
  const { width, height } = paperSize(options.pageSize);
  const { stream } = await page.send<{ stream: string }>('Page.printToPDF', {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth: width,
    paperHeight: height,
    marginTop: options.margins?.top ?? DEFAULT_MARGIN_INCHES,
    marginBottom: options.margins?.bottom ?? DEFAULT_MARGIN_INCHES,
    marginLeft: options.margins?.left ?? DEFAULT_MARGIN_INCHES,
    marginRight: options.margins?.right ?? DEFAULT_MARGIN_INCHES,
    pageRanges: options.pageRanges ?? '',
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    transferMode: 'ReturnAsStream',
  });
  const parts: Buffer[] = [];
  for (let ended = false; !ended; ) {
    const part = await page.send<{ data: string; base64Encoded?: boolean; eof: boolean }>('IO.read', {
      handle: stream,
      size: 1 << 20,
    });
    parts.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'utf8'));
    ended = part.eof;
  }
  await page.send('IO.close', { handle: stream });
  return Buffer.concat(parts);
}

/** webContents.print: there is no printer here, the sheet is written to `folder` as a PDF. */
export async function printIntoFolder(
  page: DevtoolsSession,
  folder: string,
  options: WebContentsPrintOptions,
): Promise<string> {
  const size = options.pageSize ?? 'A4';
  const pdf = await pageToPdf(page, {
    printBackground: options.printBackground ?? false,
    landscape: options.landscape ?? false,
    pageSize:
      typeof size === 'object'
        ? { width: size.width / MICRONS_PER_INCH, height: size.height / MICRONS_PER_INCH }
        : size,
  });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `print-${Date.now()}-${process.hrtime.bigint() % 1_000_000n}.pdf`);
  writeFileSync(file, pdf);
  return file;
}
