import { Button } from '@mantine/core';
import type { CarryWritten } from '../../../../shared/contracts/bridge/carry.ts';
import { sizeText } from '../../../text/dates-and-money.ts';
import { useText } from '../../../text/use-text.ts';
import { Note } from '../../../ui/Note.tsx';

/** What lies on the stick now, what does not, and what the officer does with it. */
export function WrittenReport({
  written,
  onClose,
}: {
  readonly written: Extract<CarryWritten, { outcome: 'written' }>;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { dossiers, pages, place, leftOut, unreadable, files } = written;
  return (
    <>
      <Note meaning="done">{t('carry.written', { dossiers, pages, place })}</Note>
      {leftOut.dossiers > 0 && (
        <Note meaning="look">
          {t('carry.leftOut', { n: leftOut.dossiers, size: sizeText(leftOut.bytes) })}
        </Note>
      )}
      {unreadable > 0 && <Note meaning="wrong">{t('carry.unreadable', { n: unreadable })}</Note>}
      <section aria-label={t('carry.files')}>
        <span className="quiet">{t('carry.files')}</span>
        <ul className="carry-files">
          {files.map(({ name, byteLength }) => (
            <li key={name}>
              <b>{name}</b> <span className="quiet">{sizeText(byteLength)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('carry.next')}>
        <span className="quiet">{t('carry.next')}</span>
        <ol className="carry-next">
          <li>{t('carry.next1')}</li>
          <li>{t('carry.next2')}</li>
          <li>{t('carry.next3')}</li>
        </ol>
      </section>
      <div className="row">
        <Button className="push" autoFocus data-autofocus onClick={onClose}>
          {t('carry.done')}
        </Button>
      </div>
    </>
  );
}
