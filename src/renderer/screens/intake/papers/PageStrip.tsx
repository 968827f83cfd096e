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
import { type KeyboardEvent, memo, type RefObject, useMemo, useRef, useState } from 'react';
import type { DossierPage } from '../../../../shared/domain/page/page.ts';
import type { ConfirmedField } from '../../../../shared/domain/paper/paper.ts';
import { useStored } from '../../../state/use-stored.ts';
import { useText } from '../../../text/use-text.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { PageThumb } from '../../../ui/page/PageThumb.tsx';
import { shortcuts } from '../../../ui/shortcuts.ts';
import { useLatest } from '../../../ui/use-latest.ts';
import type { PagePlace } from '../draft/draft-edits.ts';
import { useDraft } from '../draft/open-sessions.ts';
import { useHiding } from './page-care/use-hiding.ts';
import { type Dropped, findDropped, startPageDrag, welcomeDrop } from './page-drag.ts';
import { usePageFocus } from './page-focus.ts';
import { useReadingMark } from './use-reading-mark.ts';

type Props = {
  readonly place: PagePlace;
  readonly paperName: string;
  readonly pages: readonly DossierPage[];
  /** What was taken over of this paper. */
  readonly confirmed: readonly ConfirmedField[];
};

/** The pages of one paper: arrows go, R turns, M moves elsewhere, Ctrl ← → reorder, Delete removes; or drag. */
export const PageStrip = memo(function PageStrip({ place, paperName, pages, confirmed }: Props) {
  const t = useText();
  const focus = usePageFocus();
  const strip = useRef<HTMLFieldSetElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const [hiddenToo, setHiddenToo] = useState(false);
  const here = pages.find((page) => page.pageId === focus.herePage);
  const hidden = pages.filter((page) => page.hidden !== undefined);
  const shown = hiddenToo ? pages : pages.filter((page) => page.hidden === undefined || page === here);

  const focusThumb = (index: number) => {
    setTimeout(() => strip.current?.querySelectorAll<HTMLElement>('.thumb')[index]?.focus());
  };

  /** The menu belongs to the page at hand, whose tools are drawn first. */
  const openMoveMenu = () => {
    setTimeout(() => tools.current?.querySelector<HTMLElement>('[data-move-page]')?.click());
  };

  const onKeyDown = useLatest((event: KeyboardEvent, page: DossierPage) => {
    const index = shown.indexOf(page);
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
  });
  const onLook = useLatest((page: DossierPage) => focus.lookAt(place, page.pageId));
  const onDropBefore = useLatest((page: DossierPage, dropped: Dropped) =>
    focus.drop(dropped, place, pages.indexOf(page)),
  );
  const numbers = useMemo(() => new Map(pages.map((page, index) => [page, index + 1])), [pages]);
  if (pages.length === 0) return null;

  return (
    <>
      <fieldset className="strip" ref={strip} aria-label={t('intake.pagesLong', { paper: paperName })}>
        {shown.map((page) => (
          <StripThumb
            key={page.pageId}
            page={page}
            number={numbers.get(page) ?? 0}
            paperName={paperName}
            confirmed={confirmed}
            here={page === here}
            onKey={onKeyDown}
            onLook={onLook}
            onDropBefore={onDropBefore}
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
        <StripTools
          tools={tools}
          page={here}
          place={place}
          number={numbers.get(here) ?? 0}
          alone={pages.length === 1}
          last={pages.at(-1) === here}
        />
      )}
    </>
  );
});

type ToolsProps = {
  readonly tools: RefObject<HTMLDivElement | null>;
  readonly page: DossierPage;
  readonly place: PagePlace;
  readonly number: number;
  readonly alone: boolean;
  readonly last: boolean;
};

/** What can be done to the page at hand. */
const StripTools = memo(function StripTools({ tools, page, place, number, alone, last }: ToolsProps) {
  const t = useText();
  const focus = usePageFocus();
  return (
    <div className="strip-tools" ref={tools}>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRotateClockwise size={14} />}
        rightSection={<Kbd of="rotate" />}
        onClick={() => focus.turn(page.pageId)}
      >
        {t('intake.rotate')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={page.hidden === undefined ? <IconEyeOff size={14} /> : <IconEye size={14} />}
        rightSection={<Kbd of="hide" />}
        onClick={() => focus.toggleHidden(page.pageId)}
      >
        {t(page.hidden === undefined ? 'pageCare.hide' : 'pageCare.restore')}
      </Button>
      <MoveMenu page={page} number={number} place={place} />
      {!alone && (
        <>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('intake.earlier')}
            title={`${t('intake.earlier')} (${shortcuts.earlier})`}
            disabled={number === 1}
            onClick={() => focus.shift(page.pageId, -1)}
          >
            <IconArrowLeft size={14} />
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('intake.later')}
            title={`${t('intake.later')} (${shortcuts.later})`}
            disabled={last}
            onClick={() => focus.shift(page.pageId, 1)}
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
        onClick={() => focus.remove(page.pageId)}
      >
        {t('words.remove')}
      </Button>
    </div>
  );
});

type ThumbProps = {
  readonly page: DossierPage;
  readonly number: number;
  readonly paperName: string;
  readonly confirmed: readonly ConfirmedField[];
  readonly here: boolean;
  readonly onLook: (page: DossierPage) => void;
  readonly onKey: (event: KeyboardEvent, page: DossierPage) => void;
  readonly onDropBefore: (page: DossierPage, dropped: Dropped) => void;
};

/** Drawn anew only when something of its own changes: two hundred of them stand in a large bundle. */
const StripThumb = memo(function StripThumb(props: ThumbProps) {
  const { page, number, paperName, confirmed, here, onLook, onKey, onDropBefore } = props;
  const t = useText();
  const found = useStored().useReading(page);
  const mark = useReadingMark(page, found, confirmed);
  const quality = useHiding(page, found.reading);
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
        onDropBefore(page, dropped);
      }}
      onClick={() => onLook(page)}
      onKeyDown={(event) => onKey(event, page)}
    />
  );
});

type MoveProps = {
  readonly page: DossierPage;
  readonly number: number;
  readonly place: PagePlace;
};

function MoveMenu({ page, number, place }: MoveProps) {
  const t = useText();
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
        <MoveTargets page={page} place={place} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Looks at the papers only while the menu is open. */
function MoveTargets({ page, place }: Omit<MoveProps, 'number'>) {
  const t = useText();
  const focus = usePageFocus();
  const papers = useDraft((session) => session.draft.papers);
  return (
    <>
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
    </>
  );
}
