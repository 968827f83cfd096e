import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../../shared/base/result.ts';
import type { BackupChoice, BackupStatus } from '../../../../shared/contracts/bridge/backup.ts';
import { useActions } from '../../../actions/actions-context.ts';
import { useText } from '../../../text/use-text.ts';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { LineDialog } from '../LineDialog.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';

/** Where the copy goes. Choosing a folder makes a new code; while that is shown only its own button leaves. */
export function BackupDialog({
  status,
  onClose,
}: {
  readonly status: BackupStatus;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { backup } = useActions();
  const [typed, setTyped] = useState(status.folder ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [code, setCode] = useState<string | null>(null);

  const choose = async (choice: BackupChoice) => {
    setBusy(true);
    setFailure(null);
    const chosen = await backup.choose(choice);
    setBusy(false);
    if (!chosen.ok) return setFailure(chosen.failure);
    if (chosen.value.status.folder !== null) setTyped(chosen.value.status.folder);
    setCode(chosen.value.recoveryCode);
    if (choice.folder === null) onClose();
  };
  const done = async () => {
    await backup.codeKept();
    onClose();
  };

  return (
    <LineDialog title={t('backup.title')} held={code !== null || busy} onClose={onClose}>
      {code !== null ? (
        <RecoveryCode code={code} onKept={() => void done()} />
      ) : (
        <>
          <p className="quiet">{t('backup.why')}</p>
          <form
            className="row"
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim() !== '') void choose({ folder: typed.trim() });
            }}
          >
            <TextInput
              className="grow"
              label={t('backup.folder')}
              placeholder={t('backup.folderHint')}
              maxLength={1000}
              data-autofocus
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <Button
              className="backup-browse"
              variant="default"
              disabled={busy}
              onClick={() => void choose({})}
            >
              {t('backup.browse')}
            </Button>
            <Button className="backup-browse" type="submit" disabled={busy || typed.trim() === ''}>
              {status.folder === null ? t('backup.begin') : t('backup.newCode')}
            </Button>
          </form>
          {status.folder !== null && <p className="quiet small">{t('backup.newCodeWhy')}</p>}
          {busy && <Progress>{t('backup.beginning')}</Progress>}
          {failure !== null && <FailureNote failure={failure} />}
          {status.folder !== null && (
            <div>
              <Button
                variant="default"
                size="xs"
                disabled={busy}
                onClick={() => void choose({ folder: null })}
              >
                {t('backup.stop')}
              </Button>
            </div>
          )}
        </>
      )}
    </LineDialog>
  );
}
