import { useCallback, useMemo } from 'react';
import { v7 as newId } from 'uuid';
import type { DossierPage, PageSource, StoredPage } from '../../../../shared/domain/page/page.ts';
import { useActions } from '../../../actions/actions-context.ts';
import { behindKeys, keysFirst } from '../../../state/behind-keys.ts';
import { addPages, type PagePlace } from '../draft/draft-edits.ts';
import { useDraft } from '../draft/open-sessions.ts';
import { replacePage } from '../draft/page-edits.ts';
import { addFault, arrivalsOf, changeArrivals } from './arrivals.ts';
import type { ScanSettings } from './scan/scan-settings.ts';
import { noteStoppedScan } from './scan/stopped-scan.ts';

export type PageIntake = {
  /** One after the other; a file that fails is told and the next goes on. */
  readonly importFiles: (
    files: readonly File[],
    place: PagePlace,
    source: PageSource,
  ) => Promise<readonly DossierPage[]>;
  readonly scanPages: (settings: ScanSettings, place: PagePlace) => Promise<void>;
};

/** Ways for pages to come into the open draft. `onArrived` hears each first page of a batch, to show it. */
export function usePageIntake(onArrived: (page: DossierPage) => void): PageIntake {
  const { importFile, scan, readPage } = useActions();
  const apply = useDraft((session) => session.apply);
  const draftId = useDraft((session) => session.draft.draftId);

  const take = useCallback(
    (stored: readonly StoredPage[], place: PagePlace, source: PageSource, origin: string) => {
      const pages = stored.map(
        (page): DossierPage => ({ ...page, pageId: newId(), rotation: 0, source, origin }),
      );
      const { replacing } = arrivalsOf(draftId);
      const [first, ...others] = pages;
      if (replacing !== null && first !== undefined) {
        changeArrivals(draftId, () => ({ replacing: null }));
        apply((draft) => replacePage(draft, replacing, first), { undoable: true });
        if (others.length > 0) apply((draft) => addPages(draft, place, others));
      } else apply((draft) => addPages(draft, place, pages));
      for (const page of pages) readPage(page.sha256, page, 'background');
      return pages;
    },
    [apply, readPage, draftId],
  );

  const importFiles = useCallback<PageIntake['importFiles']>(
    async (files, place, source) => {
      const arrived: DossierPage[] = [];
      for (const [index, file] of files.entries()) {
        changeArrivals(draftId, () => ({
          importing: { name: file.name, n: index + 1, total: files.length },
        }));
        const imported = await importFile(file);
        await keysFirst();
        if (!imported.ok) {
          addFault(draftId, { id: newId(), subject: file.name, failure: imported.failure });
          continue;
        }
        const pages = take(imported.value, place, source, file.name);
        if (pages[0] !== undefined && arrived.length === 0) onArrived(pages[0]);
        arrived.push(...pages);
      }
      changeArrivals(draftId, () => ({ importing: null }));
      return arrived;
    },
    [draftId, importFile, take, onArrived],
  );

  const scanPages = useCallback<PageIntake['scanPages']>(
    async ({ scannerName, into, ...settings }, paperAtHand) => {
      const place = into === undefined ? paperAtHand : into;
      const scanId = newId();
      let arrived = 0;
      const keep = (pages: readonly StoredPage[]) => {
        arrived += pages.length;
        const [first] = take(pages, place, 'scanner', scannerName);
        if (first !== undefined) onArrived(first);
        changeArrivals(draftId, () => ({ scanning: { scanId, count: arrived } }));
      };
      changeArrivals(draftId, () => ({ scanning: { scanId, count: 0 } }));
      const reply = await scan({ scanId, ...settings }, (page, count) => {
        behindKeys(() => {
          if (count > arrived) keep([page]);
        });
      });
      // Behind the pages whose notices came before the reply.
      await keysFirst();
      // The reply names every page again: what a lost notice kept back comes in now.
      if (reply.ok) {
        const missed = reply.value.pages.slice(arrived);
        if (missed.length > 0) keep(missed);
        const { fault } = reply.value;
        if (fault !== null) {
          const failure = { code: fault.code, facts: fault.facts, remedy: 'officer-decides' } as const;
          addFault(draftId, { id: newId(), subject: scannerName, failure });
        }
      } else addFault(draftId, { id: newId(), subject: scannerName, failure: reply.failure });
      // A rest that could not even begin still waits.
      const at = reply.ok ? reply.value.resume : settings.resume;
      noteStoppedScan(
        draftId,
        at === null ? null : { settings: { ...settings, scannerName }, into: place, at },
      );
      changeArrivals(draftId, () => ({ scanning: null }));
    },
    [draftId, scan, take, onArrived],
  );

  return useMemo(() => ({ importFiles, scanPages }), [importFiles, scanPages]);
}
