import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useMemo, useState } from 'react';
import type { DossierPage } from '../../../../shared/domain/page/page.ts';
import { useActions } from '../../../actions/actions-context.ts';
import { useText } from '../../../text/use-text.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import {
  findPage,
  movePage,
  type PagePlace,
  pagesAt,
  removePage,
  shiftPage,
  turnPage,
} from '../draft/draft-edits.ts';
import { useArrangement, useDraft } from '../draft/open-sessions.ts';
import { hidePage, showPage } from '../draft/page-edits.ts';
import { noteBroughtBack } from './page-care/use-hiding.ts';
import type { PageFocus } from './page-focus.ts';
import { noteTurnByHand } from './use-reading-mark.ts';

type PageDesk = {
  readonly focus: Omit<PageFocus, 'drop'>;
  readonly dropPage: (pageId: string, place: PagePlace, index: number) => void;
  /** Brings a page that has just come in before the eyes. */
  readonly show: (page: DossierPage) => void;
};

/** Which paper and page are at hand, and everything that can be done to a page, each with its undo. */
export function usePageDesk(): PageDesk {
  const t = useText();
  const { readPage } = useActions();
  const draft = useArrangement();
  const apply = useDraft((session) => session.apply);
  const undo = useDraft((session) => session.undo);
  const [paperId, setPaperId] = useState<PagePlace>(null);
  const [pageId, setPageId] = useState<string | null>(null);

  const firstPaper = draft.papers[0]?.paperId ?? null;
  const stillThere = paperId !== null && draft.papers.some((paper) => paper.paperId === paperId);
  const found = pageId === null ? undefined : findPage(draft, pageId);
  const herePaper = found !== undefined ? found.place : stillThere ? paperId : firstPaper;

  const lookAt = useCallback((place: PagePlace, page: string | null) => {
    setPaperId(place);
    setPageId(page);
  }, []);
  const show = useCallback((page: DossierPage) => setPageId(page.pageId), []);

  const focus = useMemo((): Omit<PageFocus, 'drop'> => {
    const undoable = { undoable: true };
    return {
      herePaper,
      herePage: found?.page.pageId ?? null,
      chosen: found !== undefined || stillThere,
      lookAt,
      turn: (id) => {
        const page = findPage(draft, id)?.page;
        if (page === undefined) return;
        noteTurnByHand(id);
        apply((now) => {
          const turned = turnPage(now, id, 90);
          readPage(page.sha256, findPage(turned, id)?.page ?? page, 'looking');
          return turned;
        }, undoable);
      },
      toggleHidden: (id) => {
        const page = findPage(draft, id)?.page;
        if (page === undefined) return;
        if (page.hidden !== undefined) noteBroughtBack(id);
        apply(
          (now) => (page.hidden === undefined ? hidePage(now, id, 'by-officer') : showPage(now, id)),
          undoable,
        );
      },
      shift: (id, by) => apply((now) => shiftPage(now, id, by), undoable),
      moveTo: (id, place) => {
        apply((now) => movePage(now, id, place, pagesAt(now, place).length), undoable);
        lookAt(place, id);
      },
      remove: (id) => {
        const at = findPage(draft, id);
        if (at === undefined) return;
        const neighbours = pagesAt(draft, at.place).filter((page) => page.pageId !== id);
        const next = neighbours[Math.min(at.index, neighbours.length - 1)];
        apply((now) => removePage(now, id), undoable);
        lookAt(at.place, next?.pageId ?? null);
        const paper = draft.papers.find((each) => each.paperId === at.place)?.name ?? t('pages.loose');
        const notice = `removed-${id}`;
        notifications.show({
          id: notice,
          color: 'gray',
          message: (
            <span className="row">
              <span>{t('intake.removedPage', { n: at.index + 1, paper })}</span>
              <Button
                size="xs"
                variant="default"
                className="push"
                rightSection={<Kbd of="undo" />}
                onClick={() => {
                  undo();
                  lookAt(at.place, id);
                  notifications.hide(notice);
                }}
              >
                {t('words.undo')}
              </Button>
            </span>
          ),
        });
      },
    };
  }, [draft, apply, undo, herePaper, found, stillThere, lookAt, readPage, t]);

  const dropPage = useCallback<PageDesk['dropPage']>(
    (pageId, place, index) => {
      apply((now) => movePage(now, pageId, place, index), { undoable: true });
      lookAt(place, pageId);
    },
    [apply, lookAt],
  );

  return useMemo(() => ({ focus, dropPage, show }), [focus, dropPage, show]);
}
