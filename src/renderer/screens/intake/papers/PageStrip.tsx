import { Button, Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsExchange,
  IconEye,
  IconEyeOff,
  IconRotateClockwise,
  IconTrash,
} from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { DossierPage } from '../../../../shared/domain/page/page.ts';
import { useText } from '../../../text/use-text.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { PageThumb } from '../../../ui/page/PageThumb.tsx';
import { shortcuts } from '../../../ui/shortcuts.ts';
import type { PagePlace } from '../draft/draft-edits.ts';
import { useDraft } from '../draft/open-sessions.ts';
import { useHiding } from './page-care/use-hiding.ts';
import { findDropped, startPageDrag, welcomeDrop } from './page-drag.ts';
import { usePageFocus } from './page-focus.ts';
import { useReadingMark } from './use-reading-mark.ts';

type Props = {
  readonly place: PagePlace;
  readonly paperName: string;
  readonly pages: readonly DossierPage[];
};

/** The pages of one paper: arrows go, R turns, M moves elsewhere, Ctrl ← → reorder, Delete removes; or drag. */
export function PageStrip({ place, paperName, pages }: Props) {
  const t = useText();
  const focus = usePageFocus();
  const strip = useRef<HTMLFieldSetElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const [hiddenToo, setHiddenToo] = useState(false);
  const here = pages.find((page) => page.pageId === focus.herePage);
  const hidden = pages.filter((page) => page.hidden !== undefined);
  const shown = hiddenToo ? pages : pages.filter((page) => page.hidden === undefined || page === here);
  if (pages.length === 0) return null;

  const focusThumb = (index: number) => {
    setTimeout(() => strip.current?.querySelectorAll<HTMLElement>('.thumb')[index]?.focus());
  };

  /** The menu belongs to the page at hand, whose tools are drawn first. */
  const openMoveMenu = () => {
    setTimeout(() => tools.current?.querySelector<HTMLElement>('[data-move-page]')?.click());
  };

  const onKeyDown = (event: KeyboardEvent, page: DossierPage, index: number) => {
    const arrow = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (arrow !== 0) {
      const next = Math.max(0, Math.min(shown.length - 1, index + arrow));
      if (event.ctrlKey) focus.shift(page.pageId, arrow);
      else focus.lookAt(place, shown[next]?.pageId ?? page.pageId);
      focusThumb(next);
    } else if (event.ctrlKey || event.altKey || event.metaKey) return;
    else if (event.key.toLowerCase() === 'r') focus.turn(page.pageId);
    else if (event.key.toLowerCase() === 'h') focus.toggleHidden(page.pageId);
    else if (event.key.toLowerCase() === 'm') {
      focus.lookAt(place, page.pageId);
      openMoveMenu();
    } else if (event.key === 'Delete') {
      focus.remove(page.pageId);
      focusThumb(Math.max(0, Math.min(index, shown.length - 2)));
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <fieldset className="strip" ref={strip} aria-label={t('intake.pagesLong', { paper: paperName })}>
        {shown.map((page, index) => (
          <StripThumb
            key={page.pageId}
            page={page}
            number={pages.indexOf(page) + 1}
            paperName={paperName}
            here={page.pageId === focus.herePage}
            onKeyDown={(event) => onKeyDown(event, page, index)}
            onClick={() => focus.lookAt(place, page.pageId)}
            onDropHere={(dropped) => focus.drop(dropped, place, pages.indexOf(page))}
          />
        ))}
      </fieldset>
      {hidden.length > 0 && (
        <button type="button" className="hidden-pages" onClick={() => setHiddenToo(!hiddenToo)}>
          {t('pageCare.hiddenPages', { n: hidden.length })} ·{' '}
          {t(hiddenToo ? 'pageCare.closeHidden' : 'pageCare.showHidden')}
        </button>
      )}
      {here !== undefined && (
        <div className="strip-tools" ref={tools}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRotateClockwise size={14} />}
            rightSection={<Kbd of="rotate" />}
            onClick={() => focus.turn(here.pageId)}
          >
            {t('intake.rotate')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={here.hidden === undefined ? <IconEyeOff size={14} /> : <IconEye size={14} />}
            rightSection={<Kbd of="hide" />}
            onClick={() => focus.toggleHidden(here.pageId)}
          >
            {t(here.hidden === undefined ? 'pageCare.hide' : 'pageCare.restore')}
          </Button>
          <MoveMenu page={here} number={pages.indexOf(here) + 1} place={place} />
          {pages.length > 1 && (
            <>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('intake.earlier')}
                title={`${t('intake.earlier')} (${shortcuts.earlier})`}
                disabled={pages[0] === here}
                onClick={() => focus.shift(here.pageId, -1)}
              >
                <IconArrowLeft size={14} />
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('intake.later')}
                title={`${t('intake.later')} (${shortcuts.later})`}
                disabled={pages.at(-1) === here}
                onClick={() => focus.shift(here.pageId, 1)}
              >
                <IconArrowRight size={14} />
              </Button>
            </>
          )}
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconTrash size={14} />}
            rightSection={<Kbd of="remove" />}
            onClick={() => focus.remove(here.pageId)}
          >
            {t('words.remove')}
          </Button>
        </div>
      )}
    </>
  );
}

type ThumbProps = {
  readonly page: DossierPage;
  readonly number: number;
  readonly paperName: string;
  readonly here: boolean;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onDropHere: (dropped: NonNullable<ReturnType<typeof findDropped>>) => void;
};

function StripThumb({ page, number, paperName, here, onDropHere, ...rest }: ThumbProps) {
  const t = useText();
  const mark = useReadingMark(page);
  const quality = useHiding(page);
  // An almost blank page may be what it is; everything else wants another scan while the citizen is here.
  const flawed =
    page.hidden === undefined && (quality?.flaws ?? []).some(({ code }) => !code.endsWith('blank'));
  const state = page.hidden === undefined ? mark.words : t(`pageCare.hiddenAs.${page.hidden}`);
  const label = `${t('pages.thumbLabel', { n: number, paper: paperName })}, ${flawed ? `${t('pageCare.flawed')}, ` : ''}${state}`;
  return (
    <PageThumb
      page={page}
      number={number}
      here={here}
      mark={flawed ? 'wrong' : mark.meaning}
      label={label}
      data-page={page.pageId}
      data-rotation={page.rotation}
      data-hidden={page.hidden}
      draggable
      onDragStart={(event) => startPageDrag(event, page.pageId)}
      onDragOver={welcomeDrop}
      onDrop={(event) => {
        const dropped = findDropped(event);
        if (dropped === null) return;
        event.preventDefault();
        event.stopPropagation();
        onDropHere(dropped);
      }}
      {...rest}
    />
  );
}

type MoveProps = {
  readonly page: DossierPage;
  readonly number: number;
  readonly place: PagePlace;
};

function MoveMenu({ page, number, place }: MoveProps) {
  const t = useText();
  const focus = usePageFocus();
  const papers = useDraft((session) => session.draft.papers);
  return (
    <Menu position="bottom-start" transitionProps={{ duration: 0 }} width={320}>
      <Menu.Target>
        <Button
          data-move-page
          size="compact-xs"
          variant="default"
          leftSection={<IconArrowsExchange size={14} />}
          rightSection={<Kbd of="move" />}
        >
          {t('intake.moveTo')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('intake.pageMenu', { n: number })}</Menu.Label>
        {papers
          .filter((paper) => paper.paperId !== place)
          .map((paper) => (
            <Menu.Item key={paper.paperId} onClick={() => focus.moveTo(page.pageId, paper.paperId)}>
              {paper.name}
            </Menu.Item>
          ))}
        {place !== null && (
          <Menu.Item onClick={() => focus.moveTo(page.pageId, null)}>{t('pages.loose')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
