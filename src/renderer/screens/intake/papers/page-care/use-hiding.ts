import { useEffect } from 'react';
import type { PageQuality } from '../../../../../shared/contracts/bridge/page-quality.ts';
import { isSeparator } from '../../../../../shared/domain/checklist/separator.ts';
import type { DossierPage } from '../../../../../shared/domain/page/page.ts';
import { useActions } from '../../../../actions/actions-context.ts';
import { usePageQuality } from '../../../../state/page-qualities.ts';
import type { StoredReading } from '../../../../state/use-stored.ts';
import { useSession } from '../../draft/open-sessions.ts';
import { hidePage } from '../../draft/page-edits.ts';

/** Pages that the officer has brought back: the desk does not hide them a second time. */
const broughtBack = new Set<string>();
export const noteBroughtBack = (pageId: string): void => void broughtBack.add(pageId);

/**
 * Blank pages and separator sheets step aside by themselves, once; both can be brought back, and only blank ones count as
 * pages of a paper [CL-7].
 * @returns what is known of the picture
 */
export function useHiding(page: DossierPage, reading: StoredReading | undefined): PageQuality | undefined {
  const { findPageQuality } = useActions();
  const quality = usePageQuality(page, findPageQuality);
  const session = useSession();
  const separator = reading !== undefined && isSeparator(reading.codes);
  const why = separator ? 'separator' : quality?.blank === true ? 'blank' : null;
  useEffect(() => {
    if (why === null || page.hidden !== undefined || broughtBack.has(page.pageId)) return;
    session.getState().apply((draft) => hidePage(draft, page.pageId, why));
  }, [why, page.hidden, page.pageId, session]);
  return quality;
}
