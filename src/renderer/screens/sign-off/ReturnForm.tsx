import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';

const SHORTEST = 3;
const OFTEN = ['unreadable', 'missing', 'wrongData', 'wrongFee'] as const;

/** The officer gets exactly this sentence; without one nothing is returned. */
export function ReturnForm({
  busy,
  onReturn,
  onCancel,
}: {
  readonly busy: boolean;
  readonly onReturn: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useText();
  const id = useId();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const short = reason.trim().length < SHORTEST;
  const send = () => {
    setAsked(true);
    if (short || busy) document.getElementById(id)?.focus();
    else onReturn(reason.trim());
  };
  useShortcut('main', send);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves the form from any of its fields
    <div className="return-form" onKeyDown={onKeyDown}>
      <h2>{t('signOff.returnTitle')}</h2>
      <fieldset className="return-often" aria-label={t('signOff.often')}>
        {OFTEN.map((each) => {
          const words = t(`signOff.reasons.${each}`);
          return (
            <button
              key={each}
              type="button"
              className="return-reason"
              aria-pressed={reason === words}
              onClick={() => {
                setReason(words);
                document.getElementById(id)?.focus();
              }}
            >
              {words}
            </button>
          );
        })}
      </fieldset>
      <Textarea
        id={id}
        label={t('signOff.reason')}
        description={t('signOff.reasonHint')}
        error={asked && short ? t('signOff.reasonShort') : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={1000}
        rows={3}
        autoFocus
        data-autofocus
      />
      <div className="row return-buttons">
        <Button variant="default" rightSection={<Kbd of="skip" />} disabled={busy} onClick={onCancel}>
          {t('words.cancel')}
        </Button>
        <Button color="red" rightSection={<Kbd of="main" />} loading={busy} onClick={send}>
          {t('signOff.return')}
        </Button>
      </div>
    </div>
  );
}
