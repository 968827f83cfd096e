import { Button } from '@mantine/core';
import { IconCopyPlus, IconScan } from '@tabler/icons-react';
import { useMemo } from 'react';
import { v7 as newId } from 'uuid';
import type { PageFlaw, PageQuality } from '../../../../shared/contracts/bridge/page-quality.ts';
import { findPaperFlaws, type PaperFlaw } from '../../../../shared/domain/checklist/paper-flaws.ts';
import type { DraftPaper } from '../../../../shared/domain/dossier/intake-draft.ts';
import type { DossierPage } from '../../../../shared/domain/page/page.ts';
import { pictureKey } from '../../../../shared/domain/page/page-look.ts';
import { type Text, useText } from '../../../text/use-text.ts';
import { Note } from '../../../ui/Note.tsx';
import { useDraft } from '../draft/open-sessions.ts';
import { splitPage } from '../draft/page-edits.ts';
import { changeArrivals, useArrivals } from '../papers/arrivals.ts';
import type { PaperReadings } from './paper-contradictions.ts';

type Props = {
  readonly page: DossierPage;
  readonly index: number;
  readonly paper: DraftPaper | null;
  /** What was read of the paper's pages so far. */
  readonly readings: PaperReadings | undefined;
  readonly quality: PageQuality | undefined;
};

/** What must be put right while the citizen is still here: of this picture, and of its paper as a whole. */
export function QualityNotes({ page, index, paper, readings, quality }: Props) {
  const t = useText();
  const apply = useDraft((session) => session.apply);
  const draftId = useDraft((session) => session.draft.draftId);
  const { replacing } = useArrivals(draftId);
  const paperFlaws = useMemo(() => paperFlawsOf(paper, readings), [paper, readings]).filter(
    (flaw) => flaw.pageId === page.pageId,
  );
  const flaws = page.hidden === undefined ? (quality?.flaws ?? []) : [];
  const cards = quality?.cards ?? [];
  const sayReplacing = (pageId: string | null) => changeArrivals(draftId, () => ({ replacing: pageId }));
  const rescan = (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconScan size={14} />}
      onClick={() => sayReplacing(page.pageId)}
    >
      {t('pageCare.rescan')}
    </Button>
  );

  if (replacing === page.pageId) {
    return (
      <Note
        meaning="moving"
        action={
          <Button size="compact-xs" variant="default" onClick={() => sayReplacing(null)}>
            {t('pageCare.rescanCancel')}
          </Button>
        }
      >
        {t('pageCare.rescanning', { n: index + 1, paper: paper?.name ?? t('pages.loose') })}
      </Note>
    );
  }
  return (
    <>
      {flaws.length > 0 && (
        <Note meaning="look" action={rescan}>
          {flaws.map((flaw) => (
            <div key={flaw.code}>{flawSentence(t, flaw)}</div>
          ))}
        </Note>
      )}
      {paperFlaws.map((flaw) => (
        <Note key={flaw.code} meaning="look">
          {paperFlawSentence(t, flaw)}
        </Note>
      ))}
      {cards.length > 1 && page.cut === undefined && (
        <Note
          meaning="idle"
          action={
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconCopyPlus size={14} />}
              onClick={() =>
                apply((draft) => splitPage(draft, page.pageId, cards, newId), { undoable: true })
              }
            >
              {t('pageCare.splitSides')}
            </Button>
          }
        >
          {t('pageCare.twoSides', { n: cards.length })}
        </Note>
      )}
    </>
  );
}

const flawSentence = (t: Text, { code, facts }: PageFlaw): string => t(`pageCare.flaws.${code}`, facts);

function paperFlawSentence(t: Text, flaw: PaperFlaw): string {
  return flaw.code === 'card-side-missing'
    ? t('pageCare.flaws.card-side-missing', { side: t(`pageCare.side.${flaw.missing}`) })
    : t('pageCare.flaws.paper-kind-unexpected', { found: t(`paperKinds.${flaw.found}`) });
}

function paperFlawsOf(paper: DraftPaper | null, readings: PaperReadings | undefined): readonly PaperFlaw[] {
  if (paper === null || readings === undefined) return [];
  const seen = paper.pages.filter((page) => page.hidden === undefined);
  // A side that is still being read is not missing.
  if (seen.some((page) => !readings.has(pictureKey(page)))) return [];
  return findPaperFlaws(
    paper.name,
    seen.map((page) => ({ pageId: page.pageId, kind: readings.get(pictureKey(page))?.kind ?? null })),
  );
}
