import type { DragEvent } from 'react';

const PAGE = 'application/x-desk-page';

/** What can be dropped on a paper: a page of this draft, or files from outside the window. */
export type Dropped =
  | { readonly kind: 'page'; readonly pageId: string }
  | { readonly kind: 'files'; readonly files: readonly File[] };

export function startPageDrag(event: DragEvent, pageId: string): void {
  event.dataTransfer.setData(PAGE, pageId);
  event.dataTransfer.effectAllowed = 'move';
}

/** Says that a drop is welcome here; anything else (a text, a link) is left alone. */
export function welcomeDrop(event: DragEvent): boolean {
  const { types } = event.dataTransfer;
  if (!types.includes(PAGE) && !types.includes('Files')) return false;
  event.preventDefault();
  event.dataTransfer.dropEffect = types.includes(PAGE) ? 'move' : 'copy';
  return true;
}

export function findDropped(event: DragEvent): Dropped | null {
  const pageId = event.dataTransfer.getData(PAGE);
  if (pageId !== '') return { kind: 'page', pageId };
  const files = [...event.dataTransfer.files];
  return files.length === 0 ? null : { kind: 'files', files };
}
