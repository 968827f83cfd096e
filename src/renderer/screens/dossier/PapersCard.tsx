import type { DossierId } from '../../../shared/base/ids.ts';
import type { DossierPage } from '../../../shared/domain/page/page.ts';
import type {
  ConfirmedField,
  Paper,
  PaperFieldName,
  PaperStatus,
} from '../../../shared/domain/paper/paper.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useStored } from '../../state/use-stored.ts';
import { fieldText } from '../../text/field-text.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { PaperOut } from '../../ui/PaperOut.tsx';
import { differsFromReading } from '../../ui/page/PapersViewer.tsx';
import { StatePill } from '../../ui/StatePill.tsx';
import type { Meaning } from '../../ui/theme/meanings.ts';

const statusMeaning: Readonly<Record<PaperStatus, Meaning>> = {
  submitted: 'done',
  presented: 'done',
  'not-needed': 'idle',
  owed: 'look',
};

type Props = {
  readonly dossierId: DossierId;
  readonly papers: readonly Paper[];
  readonly here: Paper | undefined;
  readonly page: DossierPage | undefined;
  readonly field: PaperFieldName | null;
  readonly onPage: (pageId: string) => void;
  readonly onField: (field: ConfirmedField) => void;
};

/** The papers of the folder and, of the one on screen, what was read and confirmed. */
export function PapersCard({ dossierId, papers, here, page, field, onPage, onField }: Props) {
  const t = useText();
  const { makeDigitisedPaper } = useActions();
  const taken = papers.filter(({ status }) => status === 'submitted');
  const pages = papers.reduce((count, paper) => count + paper.pages.length, 0);
  return (
    <Card
      flush
      title={t('dossier.papers')}
      aside={t('dossier.papersCount', { papers: taken.length, pages })}
      className="dossier-papers"
    >
      <ul className="scroll plain-list">
        {papers.map((paper) => {
          const first = paper.pages[0];
          // Of the others the counts say what the procedure asks for, not what lies in the folder.
          const kept = paper.status === 'submitted';
          return (
            <li key={paper.paperId}>
              <button
                type="button"
                className="paper-line"
                aria-current={paper === here ? 'true' : undefined}
                disabled={first === undefined}
                onClick={() => first !== undefined && onPage(first.pageId)}
              >
                <span className="paper-line-name">{paper.name}</span>
                <StatePill meaning={statusMeaning[paper.status]}>{t(`dossier.${paper.status}`)}</StatePill>
                <span className="small paper-line-count">
                  {[
                    kept && paper.originals > 0 ? t('dossier.originals', { n: paper.originals }) : '',
                    kept && paper.copies > 0 ? t('dossier.copies', { n: paper.copies }) : '',
                    paper.pages.length > 0 ? t('dossier.pagesOf', { n: paper.pages.length }) : '',
                    paper.note,
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </button>
              {paper === here && page !== undefined && (
                <>
                  <FieldLines paper={paper} page={page} field={field} onField={onField} />
                  <div className="paper-as-pdf">
                    <PaperOut
                      paper={t('dossier.asPdf')}
                      detail={t('dossier.asPdfWhat')}
                      make={() => makeDigitisedPaper(dossierId, paper)}
                    />
                  </div>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function FieldLines({
  paper,
  page,
  field,
  onField,
}: {
  readonly paper: Paper;
  readonly page: DossierPage;
  readonly field: PaperFieldName | null;
  readonly onField: (field: ConfirmedField) => void;
}) {
  const t = useText();
  const { reading } = useStored().useReading(page);
  // Read, but nobody stands for it: shown as such, never as a value of the dossier.
  const unconfirmed = (reading?.fields ?? []).filter(
    (read) => !paper.fields.some((field) => field.name === read.name),
  );
  if (paper.fields.length + unconfirmed.length === 0)
    return <p className="small field-lines">{t('dossier.noFields')}</p>;
  const source = ({ proposed }: ConfirmedField, differs: boolean): string => {
    if (proposed === null) return t('dossier.byHand');
    const percent = Math.round(proposed.confidence * 100);
    return differs
      ? t('dossier.readOther', { value: fieldText(proposed.name, proposed.value), percent })
      : t('dossier.asRead', { percent });
  };
  return (
    <ul className="plain-list field-lines" aria-label={t('dossier.fields')}>
      {paper.fields.map((each) => {
        const differs = differsFromReading(each);
        return (
          <li key={each.name}>
            <button
              type="button"
              className="field-line"
              aria-current={each.name === field ? 'true' : undefined}
              data-differs={differs || undefined}
              onClick={() => onField(each)}
            >
              <span className="small">{t(`paperFields.${each.name}`)}</span>
              <span className="strong">{fieldText(each.name, each.value)}</span>
              <span className="small field-line-source">{source(each, differs)}</span>
            </button>
          </li>
        );
      })}
      {unconfirmed.map((read) => (
        <li key={`read:${read.name}`} className="field-line field-line-unconfirmed">
          <span className="small">{t(`paperFields.${read.name}`)}</span>
          <span>{fieldText(read.name, read.value)}</span>
          <span className="small field-line-source">
            {t('dossier.unconfirmed', { percent: Math.round(read.confidence * 100) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
