import { z } from 'zod';
import { ok } from '../../shared/base/result.ts';
import { StoredPage } from '../../shared/domain/page/page.ts';
import { type ContentStore, openContentStore } from './content-store.ts';
import { createTextLayers, type TextLayers } from './text-layers.ts';

const PageMeta = StoredPage.omit({ sha256: true, byteLength: true });
export type PageMeta = Readonly<z.infer<typeof PageMeta>>;
/** `put` and `readAll().meta` give a `StoredPage`. */
export type PageStore = ContentStore<PageMeta> & TextLayers;

const DocumentMeta = z.object({ mediaType: z.literal('application/pdf'), fileName: z.string().max(200) });
export type DocumentMeta = Readonly<z.infer<typeof DocumentMeta>>;
export type DocumentStore = ContentStore<DocumentMeta>;

/** Page images as they came from the scanner or a file (`pages/ab/<sha256>`). `key`: 32 bytes derived for pages. */
export async function openPageStore(options: { readonly dir: string; readonly key: Uint8Array }) {
  const images = await openContentStore<PageMeta>({ ...options, meta: PageMeta });
  return images.ok ? ok({ ...images.value, ...createTextLayers(options.dir, options.key) }) : images;
}

/** Papers that the desk made (PDF). `key`: 32 bytes derived for documents. */
export const openDocumentStore = (options: { readonly dir: string; readonly key: Uint8Array }) =>
  openContentStore<DocumentMeta>({ ...options, meta: DocumentMeta });
