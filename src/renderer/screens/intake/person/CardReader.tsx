import { TextInput } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { type ClipboardEvent, useId, useRef, useState } from 'react';
import type { Result } from '../../../../shared/base/result.ts';
import type { CardQr, CardQrFailure } from '../../../../shared/domain/applicant/parse-card-qr.ts';
import { problemSentence } from '../../../text/sentence-by-code.ts';
import { useText } from '../../../text/use-text.ts';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Note } from '../../../ui/Note.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';

/** What came of the last card. */
export type CardWord = Result<CardQr, CardQrFailure>;

/** "Đọc thẻ": shows that a scanner may be used anywhere, and takes pasted text. */
export function CardReader({
  word,
  onText,
}: {
  readonly word: CardWord | null;
  readonly onText: (text: string) => void;
}) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useShortcut('readCard', () => field.current?.focus());

  const hand = (text: string) => {
    setTyped('');
    onText(text);
  };

  return (
    <>
      <Field label={t('intake.readCard')} htmlFor={id}>
        <TextInput
          id={id}
          ref={field}
          data-card-reader
          leftSection={<IconQrcode size={15} />}
          rightSection={<Kbd of="readCard" />}
          rightSectionWidth={48}
          placeholder={t('intake.readCardPlaceholder')}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onPaste={(event: ClipboardEvent) => {
            event.preventDefault();
            hand(event.clipboardData.getData('text'));
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || typed.trim() === '') return;
            event.preventDefault();
            hand(typed);
          }}
        />
      </Field>
      {word !== null && !word.ok && <FailureNote failure={word.failure} />}
      {word?.ok && word.value.warnings.length > 0 && (
        <Note meaning="look">
          <b>{t('intake.cardWarnings')}</b>
          <ul className="card-warnings">
            {word.value.warnings.map((code) => (
              <li key={code}>{problemSentence(t, { code, place: 'applicant' })}</li>
            ))}
          </ul>
        </Note>
      )}
      {word?.ok && word.value.warnings.length === 0 && (
        <span className="only-heard" role="status">
          {t('intake.cardRead', { name: word.value.fullName })}
        </span>
      )}
    </>
  );
}
