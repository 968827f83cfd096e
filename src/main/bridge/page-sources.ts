import { Sha256 } from '../../shared/base/ids.ts';
import { fail } from '../../shared/base/result.ts';
import type { PageStore } from '../page-store/page-store.ts';
import type { ImportProcesses } from '../pages-in/process/import-in-process.ts';
import type { DeskDoor } from './desk-door.ts';
import type { PageSources } from './page-routes.ts';
import { createShownPages, type WholePages } from './shown-pages.ts';

/** The page addresses over the open desk's page store; before it is open there are no pages. `importer` opens files. */
export function createPageSources(
  door: DeskDoor,
  importer: Pick<ImportProcesses, 'importFile' | 'makeReady'>,
): PageSources & {
  readonly whole: WholePages;
  /** An officer has begun an intake: files come soon. */
  readonly makeReady: () => void;
} {
  const pages = (): PageStore | null => door.desk()?.parts.pages ?? null;

  const { putPage, ...shown } = createShownPages(pages);

  return {
    original: async (sha256) => {
      const page = await pages()?.readAll(Sha256.parse(sha256));
      return page?.ok === true ? { bytes: page.value.bytes, mediaType: page.value.meta.mediaType } : null;
    },
    ...shown,
    importFile: async (name, bytes) => {
      if (pages() === null) return fail('desk-not-open', 'call-support');
      const imported = await importer.importFile({ name, bytes }, { putPage });
      return imported.ok ? { ok: true, value: imported.value.pages } : imported;
    },
    makeReady: () => {
      importer.makeReady();
      shown.makeReady();
    },
    document: async (documentId) => {
      const document = await door.desk()?.parts.documents.readAll(Sha256.parse(documentId));
      return document?.ok === true ? document.value.bytes : null;
    },
  };
}
