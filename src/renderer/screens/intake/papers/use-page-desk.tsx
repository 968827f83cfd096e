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
import { useDraft, useSession } from '../draft/open-sessions.ts';
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

/**
 * Which paper and page are at hand, and everything that can be done to a page, each with its undo. It looks at the draft
 * only when something is done: a page that comes in draws nothing anew here.
 */
export function usePageDesk(): PageDesk {
  const t = useText();
  const { readPage } = useActions();
  const session = useSession();
  const [paperId, setPaperId] = useState<PagePlace>(null);
  const [pageId, setPageId] = useState<string | null>(null);

  const firstPaper = useDraft(({ draft }) => draft.papers[0]?.paperId ?? null);
  const stillThere = useDraft(
    ({ draft }) => paperId !== null && draft.papers.some((paper) => paper.paperId === paperId),
  );
  /** Undefined: no page is at hand, or it is gone. */
  const foundAt = useDraft(({ draft }) => (pageId === null ? undefined : findPage(draft, pageId)?.place));
  const herePaper = foundAt !== undefined ? foundAt : stillThere ? paperId : firstPaper;
  const herePage = foundAt === undefined ? null : pageId;

  const lookAt = useCallback((place: PagePlace, page: string | null) => {
    setPaperId(place);
    setPageId(page);
  }, []);
  const show = useCallback((page: DossierPage) => setPageId(page.pageId), []);

  const focus = useMemo((): Omit<PageFocus, 'drop'> => {
    const undoable = { undoable: true };
    const { apply, undo } = session.getState();
    const draftNow = () => session.getState().draft;
    return {
      herePaper,
      herePage,
      chosen: herePage !== null || stillThere,
      lookAt,
      turn: (id) => {
        const page = findPage(draftNow(), id)?.page;
        if (page === undefined) return;
        noteTurnByHand(id);
        apply((now) => {
          const turned = turnPage(now, id, 90);
          readPage(page.sha256, findPage(turned, id)?.page ?? page, 'looking');
          return turned;
        }, undoable);
      },
      toggleHidden: (id) => {
        const page = findPage(draftNow(), id)?.page;
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
        const draft = draftNow();
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
  }, [session, herePaper, herePage, stillThere, lookAt, readPage, t]);

  const dropPage = useCallback<PageDesk['dropPage']>(
    (pageId, place, index) => {
      session.getState().apply((now) => movePage(now, pageId, place, index), { undoable: true });
      lookAt(place, pageId);
    },
    [session, lookAt],
  );

  return useMemo(() => ({ focus, dropPage, show }), [focus, dropPage, show]);
}
