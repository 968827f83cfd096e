import type { ArchivalAbout, ArchivalPage } from './archival-page.ts';

/** What the worker starts with. */
export type ArchivalStart = { readonly about: ArchivalAbout; readonly font: Uint8Array };

/** One question at a time; each is answered with the bytes that follow. */
export type ArchivalQuestion =
  | { readonly kind: 'page'; readonly page: ArchivalPage }
  | { readonly kind: 'end' };

/** `defect` is for the log only; the officer sees the failure's own sentence. */
export type ArchivalReply =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly defect: string };
