import type { Delegation } from '../../../shared/domain/applicant/applicant.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { owesFee } from '../../../shared/domain/dossier/owes-fee.ts';
import { provisionalCodeOf } from '../../../shared/domain/dossier/provisional-code.ts';
import { useActions } from '../../actions/actions-context.ts';
import { dayText, momentText, moneyText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { useOfficerName } from '../../ui/dossier/use-officer-name.ts';
import { ReadRow } from '../../ui/Field.tsx';
import { PaperOut } from '../../ui/PaperOut.tsx';

/** Where the owner of a delegated dossier is reached: whatever of it was given. */
const ownerReachedAt = ({ ownerAddress, ownerPhone, ownerEmail }: Delegation): string =>
  [ownerAddress, ownerPhone, ownerEmail].filter(Boolean).join(' · ');

/** Who, for what, until when; the numbered papers that went out. */
export function FactsColumn({ dossier }: { readonly dossier: DossierState }) {
  const t = useText();
  const { makeDocument } = useActions();
  const officerName = useOfficerName();
  const { content, receipt, slip, dossierId } = dossier;
  const { applicant, delegation, procedure } = content;
  return (
    <div className="dossier-facts">
      <Card
        title={t('dossier.applicant')}
        aside={t(applicant.source === 'card-qr' ? 'dossier.fromCard' : 'dossier.typed')}
      >
        <div className="form">
          <ReadRow label={t('intake.fullName')}>
            <b>{applicant.fullName}</b>
          </ReadRow>
          <ReadRow label={t('intake.personalId')}>{applicant.personalId}</ReadRow>
          {applicant.birthDate !== null && (
            <ReadRow label={t('intake.birthDate')}>
              {dayText(applicant.birthDate)}
              {applicant.sex === null ? '' : ` · ${t(`words.${applicant.sex}`)}`}
            </ReadRow>
          )}
          <ReadRow label={t('intake.address')}>{applicant.address}</ReadRow>
          {applicant.phone !== '' && <ReadRow label={t('intake.phone')}>{applicant.phone}</ReadRow>}
          {applicant.email !== '' && <ReadRow label={t('intake.email')}>{applicant.email}</ReadRow>}
          {delegation !== null && (
            <>
              <ReadRow label={t('dossier.owner')}>
                {delegation.ownerName} {delegation.ownerId}
              </ReadRow>
              {ownerReachedAt(delegation) !== '' && (
                <ReadRow label={t('dossier.ownerReached')}>{ownerReachedAt(delegation)}</ReadRow>
              )}
              <ReadRow label={t('dossier.delegation')}>{delegation.document}</ReadRow>
            </>
          )}
        </div>
      </Card>
      <Card title={t('dossier.procedure')} aside={procedure.code}>
        <div className="form">
          <p className="strong">{procedure.name}</p>
          <ReadRow label={t('dossier.authority')}>{procedure.authority}</ReadRow>
          <ReadRow label={t('dossier.received')}>
            {momentText(dossier.receivedAt)} · {officerName(dossier.receivedBy)}
          </ReadRow>
          <ReadRow label={t('dossier.due')}>
            <b>{dossier.dueAt === null ? t('intake.noDue') : momentText(dossier.dueAt)}</b>
          </ReadRow>
          <ReadRow label={t('dossier.delivery')}>{t(`intake.${content.resultDelivery}`)}</ReadRow>
          {content.note !== '' && <ReadRow label={t('dossier.note')}>{content.note}</ReadRow>}
        </div>
      </Card>
      <Card title={t('dossier.papersOut')}>
        {slip !== null && (
          <PaperOut
            paper={t('dossier.slip')}
            detail={t('dossier.number', {
              n: slip.leased?.number ?? provisionalCodeOf(dossier) ?? dossier.code,
            })}
            make={() => makeDocument('intake-slip', dossierId)}
          />
        )}
        {receipt === null ? (
          <p className="quiet">{t(owesFee(dossier) ? 'supply.notCollected' : 'dossier.noFee')}</p>
        ) : (
          <PaperOut
            paper={t('dossier.receipt')}
            detail={[
              t('dossier.receiptNumber', {
                series: receipt.series,
                n: String(receipt.leased.number).padStart(8, '0'),
              }),
              moneyText(receipt.totalVnd),
              t(`dossier.${receipt.method}`),
            ].join(' · ')}
            make={() => makeDocument('fee-receipt', dossierId)}
          />
        )}
      </Card>
    </div>
  );
}
