import { IconEye } from '@tabler/icons-react';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { momentText, moneyText } from '../../text/dates-and-money.ts';
import { type Text, useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { pageCount } from '../../ui/dossier/dossier-moments.ts';
import { useOfficerName } from '../../ui/dossier/use-officer-name.ts';
import { differsFromReading } from '../../ui/page/PapersViewer.tsx';
import { meaningIcons } from '../../ui/theme/meanings.ts';
import type { Finding } from './finding.ts';
import { findingWords } from './finding-words.ts';

/** Said only of what the desk itself has checked. */
function checkedLines(
  t: Text,
  dossier: DossierState,
  findings: readonly Finding[],
  receivedBy: string,
): readonly string[] {
  const { content, receipt, dueAt } = dossier;
  const found = new Set(findings.map(({ kind }) => kind));
  const lines: string[] = [
    t(content.applicant.source === 'card-qr' ? 'signOff.okApplicantCard' : 'signOff.okApplicantTyped'),
  ];
  const there = content.papers.filter(({ status }) => status === 'submitted' || status === 'presented');
  if (!found.has('owed')) {
    lines.push(t('signOff.okPapers', { n: there.length, pages: pageCount(dossier) }));
  }
  const asRead = content.papers
    .flatMap((paper) => paper.fields)
    .filter((field) => field.proposed !== null && !differsFromReading(field)).length;
  if (asRead > 0) lines.push(t('signOff.okFields', { n: asRead }));
  if (receipt !== null) {
    lines.push(
      t('signOff.okFee', {
        amount: moneyText(receipt.totalVnd),
        series: receipt.series,
        n: String(receipt.leased.number).padStart(8, '0'),
      }),
    );
  } else if (!found.has('feeNotTaken')) lines.push(t('signOff.okNoFee'));
  lines.push(dueAt === null ? t('signOff.okNoDue') : t('signOff.okDue', { at: momentText(dueAt) }));
  lines.push(t('signOff.okReceived', { name: receivedBy, at: momentText(dossier.receivedAt) }));
  for (const { status, name } of content.papers) {
    if (status === 'not-needed') lines.push(t('signOff.okNotNeeded', { paper: name }));
  }
  return lines;
}

/** First what is not plainly in order, then what was checked. */
export function ChecksCard({
  dossier,
  findings,
  now,
  onShow,
}: {
  readonly dossier: DossierState;
  readonly findings: readonly Finding[];
  readonly now: Date;
  readonly onShow: (at: NonNullable<Finding['at']>) => void;
}) {
  const t = useText();
  const officerName = useOfficerName();
  const Look = meaningIcons.look;
  const Done = meaningIcons.done;
  return (
    <Card flush label={t('signOff.look')} className="checks">
      <div className="scroll checks-scroll">
        <h2>{t('signOff.look')}</h2>
        {findings.length === 0 && (
          <p className="check check-done">
            <Done size={16} aria-hidden="true" />
            <span>{t('signOff.lookNone')}</span>
          </p>
        )}
        <ul className="plain-list">
          {findings.map((finding) => {
            const [first, second] = findingWords(t, finding, now);
            const { at } = finding;
            return (
              <li key={finding.key} className="check check-look">
                <Look size={16} aria-hidden="true" />
                <span>
                  <b>{first}</b>
                  <span className="small check-why">{second}</span>
                  {at !== null && (
                    <button type="button" className="check-see" onClick={() => onShow(at)}>
                      <IconEye size={14} aria-hidden="true" />
                      {t('signOff.goSee')}
                    </button>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
        <h2 className="checks-next">{t('signOff.checked')}</h2>
        <ul className="plain-list">
          {checkedLines(t, dossier, findings, officerName(dossier.correctedBy ?? dossier.receivedBy)).map(
            (line) => (
              <li key={line} className="check check-done">
                <Done size={16} aria-hidden="true" />
                <span>{line}</span>
              </li>
            ),
          )}
        </ul>
      </div>
    </Card>
  );
}
