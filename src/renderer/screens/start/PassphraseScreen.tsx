import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Failure } from '../../../shared/base/result.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useText } from '../../text/use-text.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Gate } from '../../ui/gate/Gate.tsx';
import { Progress } from '../../ui/Progress.tsx';

/** The channel's lower bound (`desk:unlock`). */
const SHORTEST = 8;

/** `isNew`: the passphrase is set now (twice), else it unlocks. */
export function PassphraseScreen({ isNew }: { readonly isNew: boolean }) {
  const t = useText();
  const { unlock } = useActions();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm({
    initialValues: { passphrase: '', again: '' },
    validate: {
      passphrase: (value) => (value.length < SHORTEST ? t('start.passphraseShort') : null),
      again: (value, all) => (isNew && value !== all.passphrase ? t('start.passphraseDiffers') : null),
    },
  });

  const submit = form.onSubmit(async ({ passphrase }) => {
    setBusy(true);
    setFailure(null);
    const opened = await unlock(passphrase);
    setBusy(false);
    if (opened.ok) return;
    form.reset();
    setFailure(opened.failure);
  });

  return (
    <Gate title={isNew ? t('start.newPassphrase') : t('start.unlock')}>
      <p className="quiet">{isNew ? t('start.newPassphraseWhy') : t('start.unlockWhy')}</p>
      <form onSubmit={submit}>
        <PasswordInput
          label={t('start.passphrase')}
          description={isNew ? t('start.passphraseRule') : undefined}
          data-autofocus
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': t('words.showTyped') }}
          autoComplete="off"
          {...form.getInputProps('passphrase')}
        />
        {isNew && (
          <PasswordInput
            label={t('start.passphraseAgain')}
            visibilityToggleButtonProps={{ 'aria-label': t('words.showTyped') }}
            autoComplete="off"
            {...form.getInputProps('again')}
          />
        )}
        {failure !== null && <FailureNote failure={failure} />}
        {busy && <Progress>{t('start.unlocking')}</Progress>}
        <Button type="submit" disabled={busy}>
          {isNew ? t('start.setPassphrase') : t('start.unlock')}
        </Button>
      </form>
    </Gate>
  );
}
