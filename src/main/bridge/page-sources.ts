import { Sha256 } from '../../shared/base/ids.ts';
import { fail } from '../../shared/base/result.ts';
import { createPageImages, type PageImages } from '../page-images/page-images.ts';
import type { PageStore } from '../page-store/page-store.ts';
import type { ImportProcesses } from '../pages-in/process/import-in-process.ts';
import type { DeskDoor } from './desk-door.ts';
import { createDrawnPages } from './drawn-pages.ts';
import type { PageSources } from './page-routes.ts';
import { createSharedPictures } from './shared-pictures.ts';

/** Pages in all their detail, for the archival PDF; null when there is no such page, or it is no picture any more. */
export type WholePages = PageImages['whole'];

/** The page addresses over the open desk's page store; before it is open there are no pages. `importer` opens files. */
export function createPageSources(
  door: DeskDoor,
  importer: Pick<ImportProcesses, 'importFile'>,
): PageSources & { readonly whole: WholePages } {
  const pages = (): PageStore | null => door.desk()?.parts.pages ?? null;

  const readPage = async (sha256: string): Promise<Buffer | null> => {
    const page = await pages()?.readAll(Sha256.parse(sha256));
    return page?.ok === true ? page.value.bytes : null;
  };
  const images = createPageImages({ readPage });
  const drawn = createDrawnPages(pages);

  return {
    original: async (sha256) => {
      const page = await pages()?.readAll(Sha256.parse(sha256));
      return page?.ok === true ? { bytes: page.value.bytes, mediaType: page.value.meta.mediaType } : null;
    },
    upright: async (sha256, look, width) => images.upright(sha256, await drawn.lookAt(sha256, look), width),
    reading: createSharedPictures(async (sha256, look) =>
      images.reading(sha256, await drawn.lookAt(sha256, look)),
    ),
    whole: async (sha256, look) => images.whole(sha256, await drawn.lookAt(sha256, look)),
    quality: async (sha256, look) => images.quality(sha256, await drawn.lookAt(sha256, look)),
    textLayer: drawn.textLayer,
    importFile: async (name, bytes) => {
      if (pages() === null) return fail('desk-not-open', 'call-support');
      const imported = await importer.importFile({ name, bytes }, { putPage: drawn.putPage });
      return imported.ok ? { ok: true, value: imported.value.pages } : imported;
    },
    document: async (documentId) => {
      const document = await door.desk()?.parts.documents.readAll(Sha256.parse(documentId));
      return document?.ok === true ? document.value.bytes : null;
    },
  };
}
