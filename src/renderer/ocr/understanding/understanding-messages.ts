import type { ReadPage, UnderstoodPage } from './understand-page.ts';

export type ToUnderstanding = ReadPage;

export type FromUnderstanding = { readonly understood: UnderstoodPage } | { readonly failed: string };
