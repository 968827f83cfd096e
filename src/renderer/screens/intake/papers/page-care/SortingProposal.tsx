import { Button } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { SortedPage } from '../../../../../shared/domain/checklist/group-pages.ts';
import { isSeparator } from '../../../../../shared/domain/checklist/separator.ts';
import {
  type SortingProposal as Proposal,
  proposeSorting,
} from '../../../../../shared/domain/checklist/sort-pages.ts';
import type { DossierPage } from '../../../../../shared/domain/page/page.ts';
import { pictureKey } from '../../../../../shared/domain/page/page-look.ts';
import { type StoredReading, useStored } from '../../../../state/use-stored.ts';
import { useText } from '../../../../text/use-text.ts';
import { Kbd } from '../../../../ui/Kbd.tsx';
import { useShortcut } from '../../../../ui/shortcuts.ts';
import { useArrangement, useDraft } from '../../draft/open-sessions.ts';
import { sortPages } from '../../draft/page-edits.ts';
import { useDraftProcedure } from '../../draft/use-draft-check.ts';

/** Surer than this a recognised kind is a reason to propose a place; the officer sees it before it is done. */
const SURE_ENOUGH = 0.6;

/** What the desk would do with the loose pages: said row by row, done by one key, undone by one key. */
export function SortingProposal() {
  const t = useText();
  const draft = useArrangement();
  const apply = useDraft((session) => session.apply);
  const procedure = useDraftProcedure();
  const readings = useStored().useReadings(draft.loosePages);

  const proposals = useMemo(() => {
    const rows = draft.papers.map((paper) => ({
      paperId: paper.paperId,
      name: paper.name,
      hasPages: paper.pages.length > 0,
      presentOnly:
        paper.requirement !== null && procedure?.documents[paper.requirement]?.presentOnly === true,
    }));
    const pages = draft.loosePages.map((page) => sortedPage(page, readings.get(pictureKey(page))));
    return proposeSorting(pages, rows);
  }, [draft, procedure, readings]);

  // Blank pages go along with their paper; the officer counts what can be seen.
  const seen = new Set(
    draft.loosePages.flatMap(({ pageId, hidden }) => (hidden === undefined ? pageId : [])),
  );
  const seenOf = ({ pageIds }: Proposal) => pageIds.filter((pageId) => seen.has(pageId)).length;
  const count = proposals.reduce((sum, proposal) => sum + seenOf(proposal), 0);
  const sort = () => apply((now) => sortPages(now, proposals), { undoable: true });
  useShortcut('sort', () => (count === 0 ? false : sort()));
  if (count === 0) return null;
  const nameOf = (paperId: string) => draft.papers.find((paper) => paper.paperId === paperId)?.name ?? '';
  return (
    <section className="sorting" aria-label={t('pageCare.sortTitle', { n: count })}>
      <b>{t('pageCare.sortTitle', { n: count })}</b>
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.pageIds[0]}>
            <span className="clip" title={nameOf(proposal.paperId)}>
              {nameOf(proposal.paperId)}
            </span>
            <span className="push quiet">{t('pageCare.sortPages', { n: seenOf(proposal) })}</span>
          </li>
        ))}
      </ul>
      <Button
        size="compact-sm"
        leftSection={<IconArrowsSort size={14} />}
        rightSection={<Kbd of="sort" />}
        onClick={sort}
      >
        {t('pageCare.sortAll')}
      </Button>
    </section>
  );
}

function sortedPage(page: DossierPage, reading: StoredReading | undefined): SortedPage {
  const kind = reading?.kind ?? null;
  const title = reading?.fields.find((field) => field.name === 'document-title');
  return {
    pageId: page.pageId,
    kind: kind !== null && kind.confidence >= SURE_ENOUGH ? kind.kind : null,
    title: title?.value ?? null,
    separator: page.hidden === 'separator' || (reading !== undefined && isSeparator(reading.codes)),
    blank: page.hidden === 'blank' || reading?.blank === true,
  };
}
