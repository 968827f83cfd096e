import type { ReadCode } from '../../../shared/domain/reading/read-code.ts';

/** One picture for the worker; `scales`: how it is enlarged, one after the other until a code is read. */
export type ToCodeWorker = {
  readonly wasmUrl: string;
  readonly picture: Blob;
  readonly scales: readonly number[];
};

export type FromCodeWorker = { readonly found: readonly ReadCode[] } | { readonly failed: string };
