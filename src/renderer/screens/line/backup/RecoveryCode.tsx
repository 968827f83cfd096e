import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asWritten, RECOVERY_GROUPS } from '../../../../shared/base/recovery-code.ts';
import type { Failure } from '../../../../shared/base/result.ts';
import { useActions } from '../../../actions/actions-context.ts';
import { useText } from '../../../text/use-text.ts';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Note } from '../../../ui/Note.tsx';

/** The code, once. Typing its last group from the paper proves that there is a paper. */
export function RecoveryCode({ code, onKept }: { readonly code: string; readonly onKept: () => void }) {
  const t = useText();
  const { backup } = useActions();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const groups = code.split(' ');
  const proved = asWritten(typed.trim()) === groups.at(-1);

  const send = async (out: 'print' | 'open') => {
    const sent = await backup.sheet(out);
    setFailure(sent.ok ? null : sent.failure);
  };

  return (
    <>
      <Note meaning="look">{t('backup.codeOnce')}</Note>
      <ol className="recovery-code" aria-label={t('backup.code')}>
        {groups.map((group, index) => (
          // Groups have no other name than their place.
          <li key={`${index + 1} ${group}`}>
            <span className="small quiet">{index + 1}</span>
            <b>{group}</b>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button data-autofocus variant="default" onClick={() => void send('print')}>
          {t('backup.print')}
        </Button>
        <Button variant="default" onClick={() => void send('open')}>
          {t('backup.openSheet')}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (proved) onKept();
        }}
      >
        <TextInput
          className="grow"
          label={t('backup.prove', { n: RECOVERY_GROUPS })}
          autoComplete="off"
          maxLength={12}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button className="backup-browse" type="submit" disabled={!proved}>
          {t('backup.kept')}
        </Button>
      </form>
    </>
  );
}
