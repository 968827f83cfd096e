import { useEffect, useMemo } from 'react';
import type { DossierPage } from '../../../../shared/domain/page/page.ts';
import type { ConfirmedField } from '../../../../shared/domain/paper/paper.ts';
import { isDoubtful } from '../../../../shared/domain/reading/candidate.ts';
import type { FoundReading, StoredReading } from '../../../state/use-stored.ts';
import { useText } from '../../../text/use-text.ts';
import type { Meaning } from '../../../ui/theme/meanings.ts';
import { adoptTurn } from '../draft/draft-edits.ts';
import { useSession } from '../draft/open-sessions.ts';
import { fitsLook, uprightAt } from './upright-reading.ts';

/** Pages that the officer turned by hand: the reader's opinion no longer counts. */
const turnedByHand = new Set<string>();
export const noteTurnByHand = (pageId: string): void => void turnedByHand.add(pageId);

export type ReadingMark = {
  /** Only when its boxes fit the page as it is shown. */
  readonly reading: StoredReading | undefined;
  readonly failure: string | undefined;
  readonly meaning: Meaning;
  readonly words: string;
};

/**
 * What reading gave for a page, in a mark and words. A page found lying is turned upright here, once.
 * @param found what the working copy has of the page
 * @param confirmed the fields of the page's paper that an officer has taken over or corrected: no second look is needed
 */
export function useReadingMark(
  page: DossierPage,
  { reading, failure }: FoundReading,
  confirmed: readonly ConfirmedField[],
): ReadingMark {
  const t = useText();
  const session = useSession();
  const upright = reading === undefined ? page.rotation : uprightAt(reading);
  const fits = reading !== undefined && fitsLook(reading, page);
  const doubtful = useMemo(() => {
    const names = new Set(confirmed.map(({ name }) => name));
    return (reading?.fields ?? []).filter((field) => isDoubtful(field) && !names.has(field.name)).length;
  }, [reading, confirmed]);

  useEffect(() => {
    if (reading === undefined || fits || page.rotation !== 0 || turnedByHand.has(page.pageId)) return;
    session.getState().apply((draft) => adoptTurn(draft, page.pageId, upright));
  }, [reading, fits, upright, page.rotation, page.pageId, session]);

  if (failure !== undefined) {
    return { reading: undefined, failure, meaning: 'look', words: t('intake.readNothing') };
  }
  if (!fits) return { reading: undefined, failure: undefined, meaning: 'moving', words: t('intake.reading') };
  if (reading.blank) return { reading, failure, meaning: 'look', words: t('intake.readBlank') };
  if (doubtful > 0) {
    return { reading, failure, meaning: 'look', words: t('intake.toCheck', { n: doubtful }) };
  }
  return { reading, failure, meaning: 'done', words: t('intake.readDone') };
}
