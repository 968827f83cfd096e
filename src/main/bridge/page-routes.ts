import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import type { Failure, Result } from '../../shared/base/result.ts';
import { type PictureFacts, pictureHeaders } from '../../shared/contracts/bridge/page-picture.ts';
import type { PageQuality } from '../../shared/contracts/bridge/page-quality.ts';
import type { TextLayer } from '../../shared/contracts/bridge/text-layer.ts';
import { type PageLook, PageRotation, type StoredPage } from '../../shared/domain/page/page.ts';
import { parseCut } from '../../shared/domain/page/page-look.ts';

/** What the page URLs need from the page store and the page images (see contracts/bridge/page-urls.ts). */
export type PageSources = {
  readonly original: (
    sha256: string,
  ) => Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | null>;
  readonly upright: (sha256: string, look: PageLook, width: number) => Promise<Uint8Array | null>;
  readonly reading: (
    sha256: string,
    look: PageLook,
  ) => Promise<(PictureFacts & { readonly png: Uint8Array; readonly whiteRow: number | null }) | null>;
  /** What is wrong with the picture of a page, and where; null when there is no such page. */
  readonly quality: (sha256: string, look: PageLook) => Promise<PageQuality | null>;
  /** The words that a born-digital PDF's page itself carried; null when there are none to trust. */
  readonly textLayer: (sha256: string) => Promise<TextLayer | null>;
  readonly importFile: (name: string, bytes: Uint8Array) => Promise<Result<readonly StoredPage[], Failure>>;
  readonly document: (documentId: string) => Promise<Uint8Array | null>;
};

const WIDEST = 4000;
/** A file this long is refused before it is in memory. */
export const LARGEST_FILE_BYTES = 100 * 1024 * 1024;

const PAGE = /^\/pages\/([0-9a-f]{64})(?:\/(upright|reading|quality))?$/;
const TEXT_LAYER = /^\/pages\/([0-9a-f]{64})\/text-layer$/;
const DOCUMENT = /^\/documents\/([0-9a-f]{64})\.pdf$/;

const notFound = (): Response => new Response(null, { status: 404 });

/** Content-addressed: what lies under the name never changes. */
const FOR_EVER = 'private, max-age=31536000, immutable';

const picture = (bytes: Uint8Array, mediaType: string, more: Record<string, string> = {}): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'content-type': mediaType, 'cache-control': FOR_EVER, ...more },
  });

function refusal(failure: Failure, status: number): Response {
  return Response.json({ failure }, { status });
}

async function readBody(request: Request): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.byteLength;
    if (length > LARGEST_FILE_BYTES) {
      await reader.cancel();
      return 'too-large';
    }
    chunks.push(value);
  }
}

async function takeFile(sources: PageSources, url: URL, request: Request): Promise<Response> {
  const body = await readBody(request);
  if (body === 'too-large') {
    const facts = { limitMegabytes: LARGEST_FILE_BYTES / 1024 / 1024 };
    return refusal({ code: 'file-too-large', remedy: 'officer-decides', facts }, 413);
  }
  const imported = await sources.importFile(url.searchParams.get('name') ?? '', body);
  return imported.ok ? Response.json({ pages: imported.value }) : refusal(imported.failure, 422);
}

/** Answers `/pages…` and `/documents…`; null for every other address. */
export function createPageRoutes(sources: PageSources): (request: Request) => Promise<Response | null> {
  // One file in memory at a time, however many are dropped at once: each may have 100 MB.
  const inTurn = oneAtATime();
  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/pages') {
      return request.method === 'POST'
        ? inTurn(() => takeFile(sources, url, request))
        : new Response(null, { status: 405 });
    }
    const asksHead = request.method === 'HEAD' && PAGE.exec(url.pathname)?.[2] === 'reading';
    if (request.method !== 'GET' && !asksHead && (DOCUMENT.test(url.pathname) || PAGE.test(url.pathname))) {
      return new Response(null, { status: 405 });
    }
    const document = DOCUMENT.exec(url.pathname);
    if (document?.[1] !== undefined) {
      const bytes = await sources.document(document[1]);
      return bytes === null ? notFound() : picture(bytes, 'application/pdf');
    }
    const drawn = TEXT_LAYER.exec(url.pathname);
    if (drawn?.[1] !== undefined) {
      if (request.method !== 'GET') return new Response(null, { status: 405 });
      const layer = await sources.textLayer(drawn[1]);
      return layer === null ? notFound() : Response.json(layer, { headers: { 'cache-control': 'no-store' } });
    }
    const page = PAGE.exec(url.pathname);
    if (page?.[1] === undefined) return null;
    const asked = PageRotation.safeParse(Number(url.searchParams.get('rotation') ?? 0));
    const cut = parseCut(url.searchParams.get('cut'));
    if (!asked.success || cut === null) return new Response(null, { status: 400 });
    const look = { rotation: asked.data, cut };

    if (page[2] === 'upright') {
      const width = Number(url.searchParams.get('width'));
      if (!Number.isInteger(width) || width < 16 || width > WIDEST)
        return new Response(null, { status: 400 });
      const bytes = await sources.upright(page[1], look, width);
      return bytes === null ? notFound() : picture(bytes, 'image/jpeg');
    }
    if (page[2] === 'reading') {
      const reading = await sources.reading(page[1], look);
      if (reading === null) return notFound();
      // Made anew each time: a better way of making it must not meet what an older one left in a cache.
      const headers = { 'cache-control': 'no-store', ...pictureHeaders(reading) };
      return asksHead ? new Response(null, { headers }) : picture(reading.png, 'image/png', headers);
    }
    if (page[2] === 'quality') {
      const quality = await sources.quality(page[1], look);
      // judged anew by a later version of the desk
      return quality === null
        ? notFound()
        : Response.json(quality, { headers: { 'cache-control': 'no-store' } });
    }
    const original = await sources.original(page[1]);
    return original === null ? notFound() : picture(original.bytes, original.mediaType);
  };
}
