import type { ReadPage, UnderstoodPage } from './understand-page.ts';

/** `model`: address of the n-gram model that repairs tone marks. */
export type ToUnderstanding = { readonly page: ReadPage; readonly model: string };

export type FromUnderstanding = { readonly understood: UnderstoodPage } | { readonly failed: string };
