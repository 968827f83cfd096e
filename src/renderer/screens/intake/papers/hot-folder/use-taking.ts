import { useCallback, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { FileOutcome, TakenFile } from '../../../../../shared/contracts/bridge/hot-folder.ts';
import type { DossierPage } from '../../../../../shared/domain/page/page.ts';
import { useActions } from '../../../../actions/actions-context.ts';
import { failureSentence } from '../../../../text/sentence-by-code.ts';
import { useText } from '../../../../text/use-text.ts';
import { addPages } from '../../draft/draft-edits.ts';
import { useSession } from '../../draft/open-sessions.ts';
import { addFault, changeArrivals } from '../arrivals.ts';

/**
 * Takes waiting files into the open draft, as loose pages, one after the other. A file leaves the folder for good only
 * when the draft that holds its pages is kept.
 */
export function useTaking(): {
  readonly taking: boolean;
  readonly takeFiles: (names: readonly string[]) => Promise<void>;
} {
  const t = useText();
  const { hotFolder, readPage } = useActions();
  const session = useSession();
  const [taking, setTaking] = useState(false);

  const keep = useCallback(
    async (name: string, { pages: stored, fault }: TakenFile): Promise<FileOutcome> => {
      const { draft, apply, flush } = session.getState();
      if (fault !== null) {
        const failure = { code: fault.code, facts: fault.facts, remedy: 'officer-decides' } as const;
        addFault(draft.draftId, { id: newId(), subject: name, failure });
        return { became: 'refused', sentence: failureSentence(t, failure) };
      }
      const pages = stored.map(
        (page): DossierPage => ({
          ...page,
          pageId: newId(),
          rotation: 0,
          source: 'hot-folder',
          origin: name,
        }),
      );
      apply((now) => addPages(now, null, pages));
      const arrived = session.getState().draft.loosePages.some(({ pageId }) => pageId === pages[0]?.pageId);
      // the dossier was received meanwhile: it takes no more pages
      if (!arrived) return { became: 'nothing' };
      await flush();
      for (const page of pages) readPage(page.sha256, page, 'background');
      return { became: 'pages' };
    },
    [session, readPage, t],
  );

  const takeFiles = useCallback(
    async (names: readonly string[]) => {
      const { draftId } = session.getState().draft;
      setTaking(true);
      try {
        for (const [index, name] of names.entries()) {
          changeArrivals(draftId, () => ({ importing: { name, n: index + 1, total: names.length } }));
          const taken = await hotFolder.take(name, (file) => keep(name, file));
          if (!taken.ok) addFault(draftId, { id: newId(), subject: name, failure: taken.failure });
        }
      } finally {
        changeArrivals(draftId, () => ({ importing: null }));
        setTaking(false);
      }
    },
    [session, hotFolder, keep],
  );

  return { taking, takeFiles };
}
