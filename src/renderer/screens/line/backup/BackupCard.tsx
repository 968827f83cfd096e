import './backup.css';
import { Button } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { BackupStatus } from '../../../../shared/contracts/bridge/backup.ts';
import { useDeskView } from '../../../state/desk-view.ts';
import { shortMomentText } from '../../../text/dates-and-money.ts';
import { failureSentence } from '../../../text/sentence-by-code.ts';
import { useText } from '../../../text/use-text.ts';
import { Card } from '../../../ui/Card.tsx';
import { StatePill } from '../../../ui/StatePill.tsx';
import { BackupDialog } from './BackupDialog.tsx';
import { backupMeaning } from './backup-meaning.ts';
import { useBackup } from './use-backup.ts';

/** How far the copy on the second disk is, and what to do when it is not there. */
export function BackupCard({ now }: { readonly now: Date }) {
  const t = useText();
  const status = useBackup();
  const supervisor = useDeskView((view) => view.desk?.signedIn?.role === 'branch-supervisor');
  const [open, setOpen] = useState(false);
  return (
    <Card label={t('backup.title')} className="line-way">
      <IconDatabaseExport size={20} aria-hidden="true" />
      <div className="line-way-words">
        <div className="row">
          <b>{t('backup.title')}</b>
          {status !== null && (
            <StatePill meaning={backupMeaning[status.state]}>{t(`backup.states.${status.state}`)}</StatePill>
          )}
        </div>
        {status !== null && <BackupLine status={status} now={now} />}
      </div>
      {supervisor ? (
        <Button variant="default" size="xs" onClick={() => setOpen(true)}>
          {t('backup.setUp')}
        </Button>
      ) : (
        <span className="quiet small">{t('backup.bySupervisor')}</span>
      )}
      {open && status !== null && <BackupDialog status={status} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function BackupLine({ status, now }: { readonly status: BackupStatus; readonly now: Date }) {
  const t = useText();
  if (status.state === 'none') return <span className="quiet">{t('backup.hint')}</span>;
  const trouble =
    status.reason === null
      ? null
      : failureSentence(t, {
          code: status.reason,
          remedy: 'officer-decides',
          facts: { events: 0, seq: status.copiedSeq },
        });
  const said = [
    status.copiedAt === null
      ? t('backup.notYet')
      : t('backup.copied', {
          at: shortMomentText(status.copiedAt, now),
          seq: status.copiedSeq,
          head: status.headSeq,
        }),
    ...(status.pagesWaiting > status.pagesLost ? [t('backup.pagesWaiting', { n: status.pagesWaiting })] : []),
    ...(status.pagesLost > 0 ? [t('backup.pagesLost', { n: status.pagesLost })] : []),
    ...(status.pagesMended > 0 ? [t('backup.pagesMended', { n: status.pagesMended })] : []),
    ...(status.freeBytes === null ? [] : [t('backup.free', { n: Math.floor(status.freeBytes / 1e9) })]),
  ];
  return (
    <>
      <span className="quiet" title={status.folder ?? ''}>
        {said.join(' · ')}
      </span>
      {trouble !== null && <span className="small">{trouble}</span>}
    </>
  );
}
