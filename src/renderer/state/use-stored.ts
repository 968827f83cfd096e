import { createContext, useContext } from 'react';
import type { Sha256 } from '../../shared/base/ids.ts';
import type { PageReading, ReadWord } from '../../shared/contracts/bridge/reading.ts';
import type { IntakeDraft } from '../../shared/domain/dossier/intake-draft.ts';
import type { PageCut } from '../../shared/domain/page/page.ts';

/**
 * A reading and the look that it was asked with; `rotation` is what the reader turned on top of that. Its words and text
 * are not there: they are a hundred times as large as all else, and only the page before the eyes needs them.
 */
export type StoredReading = Omit<PageReading, 'words' | 'text'> & {
  readonly requestedRotation: number;
  readonly requestedCut?: PageCut | undefined;
};

/** `failure`: code when the page could not be read; both undefined: still waiting. */
export type FoundReading = { readonly reading?: StoredReading; readonly failure?: string };

/** What a reading is kept by: the picture and what is cut out of it. */
type Picture = { readonly sha256: Sha256; readonly cut?: PageCut | undefined };

/** Live questions to the working copy; undefined while loading. Set by `main.tsx` (Dexie live queries). */
export type StoredViews = {
  readonly useDrafts: () => readonly IntakeDraft[] | undefined;
  readonly useReading: (page: Picture) => FoundReading;
  /** The words of a reading, of the page before the eyes; undefined while there are none. */
  readonly useWords: (page: Picture) => readonly ReadWord[] | undefined;
  /** Readings of several pages by `pictureKey`; those that are not there (yet) are absent. */
  readonly useReadings: (pages: readonly Picture[]) => ReadonlyMap<string, StoredReading>;
  readonly useReadingsWaiting: () => number;
};

export const StoredViewsContext = createContext<StoredViews | null>(null);

export function useStored(): StoredViews {
  const views = useContext(StoredViewsContext);
  if (views === null) throw new Error('no stored views around this screen');
  return views;
}
