import { createContext, useContext } from 'react';
import type { Sha256 } from '../../shared/base/ids.ts';
import type { PageReading } from '../../shared/contracts/bridge/reading.ts';
import type { IntakeDraft } from '../../shared/domain/dossier/intake-draft.ts';
import type { PageCut } from '../../shared/domain/page/page.ts';

/** A reading and the look that it was asked with; `rotation` is what the reader turned on top of that. */
export type StoredReading = PageReading & {
  readonly requestedRotation: number;
  readonly requestedCut?: PageCut | undefined;
};

/** What a reading is kept by: the picture and what is cut out of it. */
type Picture = { readonly sha256: Sha256; readonly cut?: PageCut | undefined };

/** Live questions to the working copy; undefined while loading. Set by `main.tsx` (Dexie live queries). */
export type StoredViews = {
  readonly useDrafts: () => readonly IntakeDraft[] | undefined;
  /** `failure`: code when the page could not be read; both undefined: still waiting. */
  readonly useReading: (page: Picture) => { readonly reading?: StoredReading; readonly failure?: string };
  /** Readings of several pages by `pictureKey`; undefined while loading. */
  readonly useReadings: (pages: readonly Picture[]) => ReadonlyMap<string, StoredReading> | undefined;
  readonly useReadingsWaiting: () => number;
};

export const StoredViewsContext = createContext<StoredViews | null>(null);

export function useStored(): StoredViews {
  const views = useContext(StoredViewsContext);
  if (views === null) throw new Error('no stored views around this screen');
  return views;
}
