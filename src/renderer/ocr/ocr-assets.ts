/** Where the engine's own files lie; all beside the page, never a CDN (pinned in build/ocr-assets). */
export type OcrAssets = { readonly worker: string; readonly folder: string };

/** `page` is `document.baseURI`; relative, because an absolute `app://` URL fails on the stand-in. */
export function ocrAssets(page: string): OcrAssets {
  const folder = new URL('ocr', page).href;
  return { worker: `${folder}/worker.min.js`, folder };
}
