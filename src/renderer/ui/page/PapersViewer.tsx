import './papers-viewer.css';
import { IconFileOff } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ConfirmedField, Paper, PaperFieldName } from '../../../shared/domain/paper/paper.ts';
import { useStored } from '../../state/use-stored.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../Card.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { PageThumb } from './PageThumb.tsx';
import { type MarkedBox, PageViewer } from './PageViewer.tsx';
import { type PlacedPage, pagesInOrder } from './papers-in-order.ts';

type Props = {
  readonly papers: readonly Paper[];
  /** pageId of the page shown; null: the first. */
  readonly here: string | null;
  readonly onHere: (pageId: string) => void;
  /** Field whose box is brought into sight. */
  readonly field: PaperFieldName | null;
};

const spaced = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The officer wrote something else than what was read there. */
export const differsFromReading = (field: ConfirmedField): boolean =>
  field.proposed !== null && spaced(field.proposed.value) !== spaced(field.value);

/** A received dossier's papers: one page large, all of them small beneath. `←` `→` turn the pages. */
export function PapersViewer({ papers, here, onHere, field }: Props) {
  const t = useText();
  const strip = useRef<HTMLDivElement>(null);
  const pages = pagesInOrder(papers);
  const at = Math.max(
    0,
    pages.findIndex(({ page }) => page.pageId === here),
  );
  const shown = pages[at];

  useEffect(() => {
    const box = strip.current;
    const thumb = box?.querySelector<HTMLElement>('[aria-current]');
    if (box == null || thumb == null) return;
    // The strip alone moves: on a zoomed screen the whole window must not jump to the page.
    box.scrollLeft = thumb.offsetLeft - (box.clientWidth - thumb.offsetWidth) / 2;
  }, [shown?.page.pageId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = pages[at + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onHere(next.page.pageId);
    strip.current?.querySelectorAll('button')[at + step]?.focus();
  };

  if (shown === undefined) {
    return (
      <Card flush label={t('pages.viewer')} className="papers-viewer">
        <EmptyState icon={IconFileOff} title={t('dossier.noPages')}>
          {t('dossier.noPagesWhy')}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card flush label={t('pages.viewer')} className="papers-viewer">
      <ShownPage placed={shown} field={field} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go from one thumbnail to the next */}
      <div className="papers-strip" ref={strip} onKeyDown={onKeyDown}>
        {pages.map(({ paper, page, number }, index) => (
          <PageThumb
            key={page.pageId}
            page={page}
            number={index + 1}
            label={t('pages.thumbLabel', { n: number, paper: paper.name })}
            here={page.pageId === shown.page.pageId}
            // One stop for Tab; the arrows do the rest.
            tabIndex={page.pageId === shown.page.pageId ? 0 : -1}
            onClick={() => onHere(page.pageId)}
          />
        ))}
      </div>
    </Card>
  );
}

function ShownPage({
  placed,
  field,
}: {
  readonly placed: PlacedPage;
  readonly field: PaperFieldName | null;
}) {
  const t = useText();
  const { paper, page, number } = placed;
  const words = useStored().useWords(page);
  const boxes = paper.fields.flatMap((each): MarkedBox[] => {
    if (each.proposed === null || each.proposed.box === null || each.proposed.page !== page.sha256) return [];
    return [
      {
        key: each.name,
        box: each.proposed.box,
        meaning: differsFromReading(each) ? 'look' : 'done',
        here: each.name === field,
      },
    ];
  });
  return (
    <PageViewer
      page={page}
      title={paper.name}
      label={t('pages.thumbLabel', { n: number, paper: paper.name })}
      boxes={boxes}
      {...(words === undefined ? {} : { words })}
      aside={<span>{t('pages.pageOf', { n: number, total: paper.pages.length })}</span>}
    />
  );
}
