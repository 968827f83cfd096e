import { assertNever, type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';
import { fileKindOf } from './file-kind.ts';
import { refuse } from './import-failure.ts';
import { importPdf } from './import-pdf.ts';
import { importPicture } from './import-picture.ts';
import { importTiff } from './import-tiff.ts';
import { LIMITS, type Limits, PDF_GUARD, type PdfGuard } from './limits.ts';
import type { PutPage } from './put-page.ts';

export type ImportFilePorts = {
  readonly putPage: PutPage;
  /** Told after each page is in the store: `count` pages so far. */
  readonly onPage?: (page: StoredPage, count: number) => void;
  /** Program of the PDF thread; by default the file beside this one, in source and when built. */
  readonly pdfThreadUrl?: URL;
  readonly limits?: Partial<Limits>;
  readonly pdfGuard?: Partial<PdfGuard>;
};

const THREAD_BESIDE = new URL(
  import.meta.url.endsWith('.ts') ? './render-pdf-thread.ts' : './render-pdf-thread.js',
  import.meta.url,
);

/**
 * Turns one file into page images in the page store. What the file is, its bytes say, never its name:
 * - JPEG and PNG are kept byte for byte;
 * - TIFF: each picture a page (grey lossless PNG, colour JPEG of quality 92);
 * - PDF: each page rendered at 200 dpi, a scan at its own resolution up to 300 dpi.
 *
 * All or nothing: a refusal on page 50 refuses the file (pages written before it stay in the store, unused).
 * Failures: see `ImportFailureCode`, all for the officer to decide; and whatever `putPage` refuses, e.g. a full disk.
 */
export async function importFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  ports: ImportFilePorts,
): Promise<Result<{ readonly pages: readonly StoredPage[] }, Failure>> {
  const limits = { ...LIMITS, ...ports.limits };
  const { name } = file;
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (bytes.length === 0) return refuse('file-empty', { name });
  if (bytes.length > limits.fileBytes) {
    const megabyte = 1024 * 1024;
    return refuse('file-too-large', {
      name,
      megabytes: Math.ceil(bytes.length / megabyte),
      limitMegabytes: Math.floor(limits.fileBytes / megabyte),
    });
  }
  let count = 0;
  const put: PutPage = async (page, facts, textLayer) => {
    const stored = await ports.putPage(page, facts, textLayer);
    if (stored.ok) ports.onPage?.(stored.value, ++count);
    return stored;
  };
  const imported = await importByKind(bytes, name, limits, ports, put);
  return imported.ok ? ok({ pages: imported.value }) : imported;
}

function importByKind(
  bytes: Buffer,
  name: string,
  limits: Limits,
  ports: ImportFilePorts,
  put: PutPage,
): Promise<Result<readonly StoredPage[], Failure>> {
  const kind = fileKindOf(bytes);
  switch (kind.is) {
    case 'jpeg':
      return importPicture(bytes, 'image/jpeg', name, limits, put);
    case 'png':
      return importPicture(bytes, 'image/png', name, limits, put);
    case 'tiff':
      return importTiff(bytes, name, limits, put);
    case 'pdf':
      return importPdf(bytes, {
        name,
        limits,
        guard: { ...PDF_GUARD, ...ports.pdfGuard },
        threadUrl: ports.pdfThreadUrl ?? THREAD_BESIDE,
        put,
      });
    case 'other-picture':
      return Promise.resolve(refuse('picture-kind-unsupported', { name, kind: kind.kind }));
    case 'not-a-picture':
      return Promise.resolve(refuse('file-not-a-picture', { name, kind: kind.kind }));
    default:
      return assertNever(kind);
  }
}
