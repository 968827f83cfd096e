import type {
  ConfirmedField,
  Paper,
  PaperFieldName,
  PaperStatus,
} from '../../../shared/domain/paper/paper.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
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
  readonly papers: readonly Paper[];
  readonly here: Paper | undefined;
  readonly field: PaperFieldName | null;
  readonly onPage: (pageId: string) => void;
  readonly onField: (field: ConfirmedField) => void;
};

/** The papers of the folder and, of the one on screen, what was read and confirmed. */
export function PapersCard({ papers, here, field, onPage, onField }: Props) {
  const t = useText();
  const pages = papers.reduce((count, paper) => count + paper.pages.length, 0);
  return (
    <Card
      flush
      title={t('dossier.papers')}
      aside={t('dossier.papersCount', { papers: papers.length, pages })}
      className="dossier-papers"
    >
      <ul className="scroll plain-list">
        {papers.map((paper) => {
          const first = paper.pages[0];
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
                    paper.originals > 0 ? t('dossier.originals', { n: paper.originals }) : '',
                    paper.copies > 0 ? t('dossier.copies', { n: paper.copies }) : '',
                    paper.pages.length > 0 ? t('dossier.pagesOf', { n: paper.pages.length }) : '',
                    paper.note,
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </button>
              {paper === here && <FieldLines paper={paper} field={field} onField={onField} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function FieldLines({
  paper,
  field,
  onField,
}: {
  readonly paper: Paper;
  readonly field: PaperFieldName | null;
  readonly onField: (field: ConfirmedField) => void;
}) {
  const t = useText();
  if (paper.fields.length === 0) return <p className="small field-lines">{t('dossier.noFields')}</p>;
  const source = ({ proposed }: ConfirmedField, differs: boolean): string => {
    if (proposed === null) return t('dossier.byHand');
    const percent = Math.round(proposed.confidence * 100);
    return differs
      ? t('dossier.readOther', { value: proposed.value, percent })
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
              <span className="strong">{each.value}</span>
              <span className="small field-line-source">{source(each, differs)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
