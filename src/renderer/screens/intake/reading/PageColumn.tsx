import { ActionIcon } from '@mantine/core';
import { IconCrop, IconPhotoScan } from '@tabler/icons-react';
import { memo, useEffect, useMemo, useState } from 'react';
import type { DossierPage, PageCorners, PageCut } from '../../../../shared/domain/page/page.ts';
import type { ConfirmedField, PaperFieldName, ReadField } from '../../../../shared/domain/paper/paper.ts';
import type { PaperKind } from '../../../../shared/domain/paper/paper-kind.ts';
import type { ReadCode } from '../../../../shared/domain/reading/read-code.ts';
import { useActions } from '../../../actions/actions-context.ts';
import { usePageQuality } from '../../../state/page-qualities.ts';
import { useStored } from '../../../state/use-stored.ts';
import { failureSentence } from '../../../text/sentence-by-code.ts';
import { useText } from '../../../text/use-text.ts';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { CutEditor } from '../../../ui/page/CutEditor.tsx';
import { type MarkedBox, PageViewer } from '../../../ui/page/PageViewer.tsx';
import { StatePill } from '../../../ui/StatePill.tsx';
import { shortcuts, useShortcut } from '../../../ui/shortcuts.ts';
import { useLatest } from '../../../ui/use-latest.ts';
import { confirmField, findPage, setPaperKind } from '../draft/draft-edits.ts';
import { useDraft } from '../draft/open-sessions.ts';
import { cutPage } from '../draft/page-edits.ts';
import { usePageFocus } from '../papers/page-focus.ts';
import { useReadingMark } from '../papers/use-reading-mark.ts';
import { CardFill } from './CardFill.tsx';
import { FieldRows } from './FieldRows.tsx';
import { type FieldRow, fieldRows } from './field-states.ts';
import { KindRecord } from './KindRecord.tsx';
import { KindSelect } from './KindSelect.tsx';
import { paperContradictions } from './paper-contradictions.ts';
import { QualityNotes } from './QualityNotes.tsx';

/** Step 4 of the eye: the page itself and what was read from it. */
export const PageColumn = memo(function PageColumn() {
  const t = useText();
  const { herePage } = usePageFocus();
  const place = useDraft(({ draft }) => (herePage === null ? undefined : findPage(draft, herePage)?.place));
  const page = useDraft(({ draft }) => (herePage === null ? undefined : findPage(draft, herePage)?.page));
  if (page === undefined || place === undefined) {
    return (
      <Card flush label={t('pages.viewer')}>
        <EmptyState icon={IconPhotoScan} title={t('intake.noPage')}>
          {t('intake.noPageDo')}
        </EmptyState>
      </Card>
    );
  }
  return <ShownPage key={page.pageId} page={page} place={place} />;
});

/** The same each time, so that nothing is asked anew. */
const NO_PAGES: readonly DossierPage[] = [];

const NO_FIELDS: readonly ReadField[] = [];
const NO_CODES: readonly ReadCode[] = [];
const NOTHING_CONFIRMED: readonly ConfirmedField[] = [];

type ShownProps = { readonly page: DossierPage; readonly place: string | null };

function ShownPage({ page, place }: ShownProps) {
  const t = useText();
  const { readPage, findPageQuality } = useActions();
  const [cutting, setCutting] = useState(false);
  useShortcut('trim', () => setCutting(true));
  const quality = usePageQuality(page, findPageQuality);
  const apply = useDraft((session) => session.apply);
  const [here, setHere] = useState<PaperFieldName | null>(null);
  const paper = useDraft(({ draft }) => draft.papers.find((each) => each.paperId === place) ?? null);
  const confirmed = paper?.fields ?? NOTHING_CONFIRMED;
  const { reading, failure, meaning, words } = useReadingMark(page, useStored().useReading(page), confirmed);
  const printed = useStored().useWords(page);
  const paperName = paper?.name ?? t('pages.loose');
  const loosePages = useDraft(({ draft }) => (paper === null ? draft.loosePages : NO_PAGES));
  const index = (paper?.pages ?? loosePages).indexOf(page);
  const total = (paper?.pages ?? loosePages).length;
  const pages = paper?.pages ?? NO_PAGES;
  const readings = useStored().useReadings(pages);
  const against = useMemo(() => paperContradictions(pages, readings), [pages, readings]);
  const kind = paper?.kind ?? reading?.kind?.kind ?? null;
  const rows = useMemo(
    () =>
      fieldRows(confirmed, kind, reading?.fields ?? NO_FIELDS, [
        ...(reading?.contradictions ?? []),
        ...against,
      ]),
    [confirmed, kind, reading, against],
  );

  useEffect(() => {
    if (reading === undefined) readPage(page.sha256, page, 'looking');
  }, [page, reading === undefined, readPage]);

  const onChoose = useLatest(
    (chosen: PaperKind) => paper !== null && apply((now) => setPaperKind(now, paper.paperId, chosen)),
  );
  const onAccept = useLatest((row: FieldRow, value: string) => {
    if (paper === null) return;
    apply((now) => {
      const taken = confirmField(now, paper.paperId, { name: row.name, value, proposed: row.proposed });
      // Whoever accepts what was read of a kind of paper has seen that it is one.
      return kind === null ? taken : setPaperKind(taken, paper.paperId, kind);
    });
  });

  const boxes = rows.flatMap((row): MarkedBox[] => {
    const field = row.proposed;
    if (field === null || field.box === null || field.page !== page.sha256) return [];
    const look = row.state === 'doubtful' || row.state === 'contradicted';
    const mark = row.state === 'accepted' ? 'done' : look ? 'look' : 'idle';
    return [{ key: row.name, box: field.box, meaning: mark, here: here === row.name }];
  });

  const flawed = (quality?.flaws ?? []).flatMap((flaw): MarkedBox[] =>
    flaw.box === null ? [] : [{ key: flaw.code, box: flaw.box, meaning: 'look', here: false }],
  );

  if (cutting) {
    return (
      <Card flush label={t('pages.viewer')} className="page-column">
        <CutEditor
          page={page}
          size={page}
          corners={cornersOf(page.cut) ?? cornersOf(quality?.foundCut) ?? ALL_OF_IT}
          label={t('pageCare.cut')}
          onCancel={() => setCutting(false)}
          onDone={(cut) => {
            setCutting(false);
            apply((now) => cutPage(now, page.pageId, cut), { undoable: true });
          }}
        />
      </Card>
    );
  }
  return (
    <Card flush label={t('pages.viewer')} className="page-column">
      <QualityNotes page={page} index={index} paper={paper} readings={readings} quality={quality} />
      <PageViewer
        page={page}
        title={`${t('pages.pageOf', { n: index + 1, total })} · ${paperName}`}
        label={t('pages.thumbLabel', { n: index + 1, paper: paperName })}
        boxes={[...flawed, ...boxes]}
        {...(reading === undefined || printed === undefined ? {} : { words: printed })}
        tools={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('pageCare.cut')}
            title={`${t('pageCare.cut')} (${shortcuts.trim})`}
            onClick={() => setCutting(true)}
          >
            <IconCrop size={17} />
          </ActionIcon>
        }
        aside={
          meaning === 'moving' ? (
            <Progress>{words}</Progress>
          ) : (
            <StatePill meaning={meaning}>{words}</StatePill>
          )
        }
      />
      {failure !== undefined && (
        <Note meaning="look">{failureSentence(t, { code: failure, remedy: 'officer-decides' })}</Note>
      )}
      {place === null && <Note meaning="look">{t('intake.fieldsLoose')}</Note>}
      <CardFill codes={reading?.codes ?? NO_CODES} />
      {(reading !== undefined || paper?.kind !== undefined) && (
        <KindSelect
          chosen={paper?.kind}
          recognised={reading?.kind ?? null}
          disabled={paper === null}
          onChoose={onChoose}
        />
      )}
      <KindRecord kind={kind} />
      <FieldRows
        page={page}
        rows={rows}
        disabled={paper === null}
        waiting={reading === undefined && failure === undefined}
        here={here}
        onHere={setHere}
        onAccept={onAccept}
      />
    </Card>
  );
}

const cornersOf = (cut: PageCut | null | undefined): PageCorners | null =>
  cut === null || cut === undefined || cut === 'whole' ? null : cut;

/** A little inside the picture, where the corners can be taken hold of. */
const ALL_OF_IT: PageCorners = [
  { x: 0.02, y: 0.02 },
  { x: 0.98, y: 0.02 },
  { x: 0.98, y: 0.98 },
  { x: 0.02, y: 0.98 },
];
