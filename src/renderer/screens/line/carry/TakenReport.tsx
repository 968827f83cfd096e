import { Button } from '@mantine/core';
import type { CarryTaken } from '../../../../shared/contracts/bridge/carry.ts';
import { useText } from '../../../text/use-text.ts';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Note } from '../../../ui/Note.tsx';

/** What the city confirmed, what it refused, and which files could not be taken. */
export function TakenReport({
  taken,
  onAgain,
  onClose,
}: {
  readonly taken: Extract<CarryTaken, { outcome: 'taken' }>;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { accepted, refused, complete, leases, reference, missing, files, faults } = taken;
  const news = accepted + refused + complete > 0 || leases || reference;
  return (
    <>
      {files > 0 && (
        <>
          <Note meaning="done">{news ? t('carry.taken', { n: files }) : t('carry.nothingNew')}</Note>
          {news && (
            <dl className="carry-counts">
              <dt>{t('carry.accepted')}</dt>
              <dd>{t('carry.dossiers', { n: accepted })}</dd>
              <dt>{t('carry.complete')}</dt>
              <dd>{t('carry.dossiers', { n: complete })}</dd>
              <dt>{t('carry.refused')}</dt>
              <dd>{t('carry.dossiers', { n: refused })}</dd>
            </dl>
          )}
          {leases && <p>{t('carry.leases')}</p>}
          {reference && <p>{t('carry.reference')}</p>}
          {refused > 0 && <Note meaning="look">{t('carry.seeRefused')}</Note>}
          {missing && <Note meaning="look">{t('carry.missing')}</Note>}
        </>
      )}
      {faults.length > 0 && (
        <section aria-label={t('carry.notTaken')} className="carry-faults">
          <span className="quiet">{t('carry.notTaken')}</span>
          {faults.map(({ name, code, facts }) => (
            <FailureNote key={name} subject={name} failure={{ code, facts, remedy: 'officer-decides' }} />
          ))}
        </section>
      )}
      <div className="row">
        <Button variant="default" className="push" onClick={onAgain}>
          {t('carry.again')}
        </Button>
        <Button autoFocus data-autofocus onClick={onClose}>
          {t('carry.done')}
        </Button>
      </div>
    </>
  );
}
