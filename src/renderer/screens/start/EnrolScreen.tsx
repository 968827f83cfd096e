import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Failure } from '../../../shared/base/result.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useText } from '../../text/use-text.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Gate } from '../../ui/gate/Gate.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { RestoreScreen } from './RestoreScreen.tsx';

/** Once per machine: the city's address and the one-time code. */
export function EnrolScreen() {
  const t = useText();
  const { enrol } = useActions();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [restoring, setRestoring] = useState(false);
  const form = useForm({
    initialValues: { cityUrl: 'https://', code: '' },
    validate: {
      cityUrl: (value) =>
        /^https?:\/\/\S+$/.test(value.trim()) && URL.canParse(value.trim())
          ? null
          : t('start.cityAddressWrong'),
      code: (value) => (value.trim().length < 4 ? t('start.oneTimeCodeShort') : null),
    },
  });

  const submit = form.onSubmit(async ({ cityUrl, code }) => {
    setBusy(true);
    setFailure(null);
    const enrolled = await enrol(cityUrl.trim(), code.trim());
    setBusy(false);
    if (!enrolled.ok) setFailure(enrolled.failure);
  });

  if (restoring) return <RestoreScreen onBack={() => setRestoring(false)} />;
  return (
    <Gate title={t('start.enrol')}>
      <p className="quiet">{t('start.enrolWhy')}</p>
      <form onSubmit={submit}>
        <TextInput
          label={t('start.cityAddress')}
          autoFocus
          inputMode="url"
          {...form.getInputProps('cityUrl')}
        />
        <TextInput
          label={t('start.oneTimeCode')}
          autoComplete="one-time-code"
          {...form.getInputProps('code')}
        />
        {failure !== null && <FailureNote failure={failure} />}
        {busy && <Progress>{t('start.enrolling')}</Progress>}
        <Button type="submit" disabled={busy}>
          {t('start.enrolGo')}
        </Button>
      </form>
      <Button variant="subtle" disabled={busy} onClick={() => setRestoring(true)}>
        {t('backup.restoreLink')}
      </Button>
    </Gate>
  );
}
