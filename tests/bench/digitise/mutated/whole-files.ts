import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';

const page = (name: string): Buffer =>
  readFileSync(new URL(`../../../fixtures/pages/${name}`, import.meta.url));

/** A file as it comes, before it is damaged. */
export type WholeFile = { readonly kind: string; readonly bytes: Buffer };

const WIDTH = 480;

/** JPEG, PNG, TIFF and PDF in the ways that scanners, phones and programs write them; small, so that many can be tried. */
export async function wholeFiles(): Promise<readonly WholeFile[]> {
  const scan = () => sharp(page('vn31_tt150-2020_p06_bang.jpg')).resize(WIDTH);
  const grey = () => scan().greyscale().toColourspace('b-w');
  const print = () => grey().threshold(150);
  const made: [string, Promise<Buffer>][] = [
    ['jpeg', scan().jpeg({ quality: 80 }).toBuffer()],
    ['jpeg progressive', scan().jpeg({ progressive: true }).toBuffer()],
    ['jpeg grey', grey().jpeg().toBuffer()],
    ['jpeg cmyk', scan().toColourspace('cmyk').jpeg().toBuffer()],
    ['jpeg turned, with profile', scan().withMetadata({ orientation: 6, density: 300 }).jpeg().toBuffer()],
    ['png', scan().png().toBuffer()],
    ['png interlaced', scan().png({ progressive: true }).toBuffer()],
    ['png palette', scan().png({ palette: true }).toBuffer()],
    ['png 1 bit', print().png({ palette: false, colours: 2 }).toBuffer()],
    ['png 16 bit with alpha', scan().ensureAlpha(0.5).toColourspace('rgb16').png().toBuffer()],
    ['tiff g4', print().tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer()],
    ['tiff lzw', scan().tiff({ compression: 'lzw' }).toBuffer()],
    ['tiff deflate, tiled', scan().tiff({ compression: 'deflate', tile: true }).toBuffer()],
    ['tiff jpeg', scan().tiff({ compression: 'jpeg' }).toBuffer()],
    ['tiff none', grey().tiff({ compression: 'none' }).toBuffer()],
    ['tiff packbits, big', grey().tiff({ compression: 'packbits', bigtiff: true }).toBuffer()],
    ['tiff three pages', threePages()],
    ['pdf scanned', scannedPdf()],
    ['pdf drawn', drawnPdf(false)],
    ['pdf drawn, objects in streams', drawnPdf(true)],
    ['pdf by hand, forms within forms', Promise.resolve(nestedPdf())],
  ];
  return Promise.all(made.map(async ([kind, bytes]) => ({ kind, bytes: await bytes })));
}

async function threePages(): Promise<Buffer> {
  const { data, info } = await sharp(page('vn09_tt53-2025_p06_chuky.png'))
    .resize(300)
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height * 3, channels: 1 as const, pageHeight: info.height };
  return sharp(Buffer.concat([data, data, data]), { raw })
    .tiff({ compression: 'lzw' })
    .toBuffer();
}

async function scannedPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const jpeg = await sharp(page('vn31_tt150-2020_p06_bang.jpg')).resize(WIDTH).jpeg().toBuffer();
  const image = await pdf.embedJpg(jpeg);
  for (let n = 0; n < 2; n++)
    pdf.addPage([250, 356]).drawImage(image, { x: 0, y: 0, width: 250, height: 356 });
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

async function drawnPdf(useObjectStreams: boolean): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const drawn = pdf.addPage([300, 400]);
  for (let n = 0; n < 12; n++)
    drawn.drawText(`Don de nghi so ${n} cap ban sao`, { x: 20, y: 360 - 20 * n, size: 11 });
  drawn.drawRectangle({ x: 20, y: 20, width: 90, height: 60, borderColor: rgb(0.8, 0, 0), borderWidth: 3 });
  return Buffer.from(await pdf.save({ useObjectStreams }));
}

/** Objects that name each other: what damage easily turns into a ring. */
function nestedPdf(): Buffer {
  const stream = (head: string, body: string): string => {
    const packed = deflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    return `<< ${head} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
  };
  const form = (next: number) =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /XObject << /F ${next} 0 R >> >>`,
      'q 1 0 0 1 3 3 cm 0 0 40 40 re S /F Do Q',
    );
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>',
    stream('', '/F Do 20 300 m 200 300 l S'),
    form(6),
    form(7),
    stream('/Type /XObject /Subtype /Form /BBox [0 0 300 400]', '60 60 90 90 re f'),
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return Buffer.from(
    `${text}${head}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}
