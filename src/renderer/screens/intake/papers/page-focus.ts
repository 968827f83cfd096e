import { createContext, useContext } from 'react';
import type { PagePlace } from '../draft/draft-edits.ts';
import type { Dropped } from './page-drag.ts';

/** Which paper and page the officer works on, and what may be done with pages from anywhere in the column. */
export type PageFocus = {
  readonly herePaper: PagePlace;
  readonly herePage: string | null;
  /** Someone has gone to a row or a page; until then the first row stands open of itself. */
  readonly chosen: boolean;
  readonly lookAt: (place: PagePlace, pageId: string | null) => void;
  readonly drop: (dropped: Dropped, place: PagePlace, index: number) => void;
  /** With an undo that stands in the corner for a while. */
  readonly remove: (pageId: string) => void;
  readonly turn: (pageId: string) => void;
  /** Hides a page that says nothing, or brings a hidden one back. */
  readonly toggleHidden: (pageId: string) => void;
  readonly shift: (pageId: string, by: -1 | 1) => void;
  readonly moveTo: (pageId: string, place: PagePlace) => void;
};

export const PageFocusContext = createContext<PageFocus | null>(null);

export function usePageFocus(): PageFocus {
  const focus = useContext(PageFocusContext);
  if (focus === null) throw new Error('no page focus around this part of the intake screen');
  return focus;
}
