import './sign-in.css';
import { Button, PasswordInput } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { OfficerId } from '../../../shared/base/ids.ts';
import type { Failure } from '../../../shared/base/result.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Gate } from '../../ui/gate/Gate.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Progress } from '../../ui/Progress.tsx';

const LAST_OFFICER = 'desk.last-officer';
/** The channel's lower bound (`officer:sign-in`). */
const SHORTEST_PIN = 4;

/** Choose a name (arrows), type the PIN, Enter. The one who sat here last is already chosen. */
export function SignInScreen() {
  const t = useText();
  const { signIn, tryLineNow } = useActions();
  const officers = useDeskView((view) => view.reference?.officers ?? null);
  const [chosen, setChosen] = useState(() => localStorage.getItem(LAST_OFFICER));
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const pinField = useRef<HTMLInputElement>(null);

  const officer = officers?.find((each) => each.officerId === chosen) ?? officers?.[0];
  const choose = (officerId: OfficerId) => {
    setChosen(officerId);
    setFailure(null);
  };

  /** A digit typed while choosing belongs to the PIN. */
  const onNameKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.preventDefault();
    if (event.key === 'Enter' || /^\d$/.test(event.key)) pinField.current?.focus();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (officer === undefined || pin.length < SHORTEST_PIN || busy) return;
    setBusy(true);
    setFailure(null);
    const signedIn = await signIn(officer.officerId, pin);
    setBusy(false);
    setPin('');
    if (signedIn.ok) {
      localStorage.setItem(LAST_OFFICER, officer.officerId);
      return;
    }
    setFailure(signedIn.failure);
    pinField.current?.focus();
  };

  if (officers === null || officer === undefined) {
    return (
      <Gate title={t('signIn.title')}>
        <EmptyState
          icon={IconUserQuestion}
          title={t('signIn.noOfficers')}
          action={<Button onClick={() => void tryLineNow()}>{t('words.retry')}</Button>}
        >
          {t('signIn.noOfficersDo')}
        </EmptyState>
      </Gate>
    );
  }

  return (
    <Gate title={t('signIn.title')}>
      <p className="quiet">{t('signIn.hint')}</p>
      <form onSubmit={submit}>
        <fieldset className="officers" aria-label={t('signIn.officers')}>
          {officers.map((each) => (
            <label key={each.officerId} className="officer">
              <input
                type="radio"
                name="officer"
                checked={each.officerId === officer.officerId}
                onChange={() => choose(each.officerId)}
                onClick={(event) => event.detail > 0 && pinField.current?.focus()}
                onKeyDown={onNameKey}
              />
              <b>{each.fullName}</b>
              <span className="quiet push">{t(`shell.${each.role}`)}</span>
            </label>
          ))}
        </fieldset>
        <PasswordInput
          ref={pinField}
          label={t('signIn.pin')}
          aria-label={t('signIn.pinOf', { name: officer.fullName })}
          inputMode="numeric"
          visibilityToggleButtonProps={{ 'aria-label': t('words.showTyped') }}
          autoComplete="off"
          autoFocus
          maxLength={64}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        {failure !== null && <FailureNote failure={failure} />}
        {busy && <Progress>{t('signIn.going')}</Progress>}
        <Button
          type="submit"
          disabled={busy || pin.length < SHORTEST_PIN}
          rightSection={<Kbd keys="Enter" />}
        >
          {t('signIn.go')}
        </Button>
      </form>
    </Gate>
  );
}
