import { TextInput } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowsDiff,
  IconCircleCheck,
  IconCircleDashed,
  IconMinus,
} from '@tabler/icons-react';
import { type KeyboardEvent, memo, useEffect, useId, useRef, useState } from 'react';
import type { DossierPage } from '../../../../shared/domain/page/page.ts';
import type { PaperFieldName } from '../../../../shared/domain/paper/paper.ts';
import { fieldText, fieldValue } from '../../../text/field-text.ts';
import { contradictionSentence } from '../../../text/sentence-by-code.ts';
import { useText } from '../../../text/use-text.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { FieldCrop } from '../../../ui/page/FieldCrop.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { type FieldRow, type FieldState, nextToCheck } from './field-states.ts';

const icons = {
  accepted: IconCircleCheck,
  contradicted: IconArrowsDiff,
  doubtful: IconAlertTriangle,
  proposed: IconCircleDashed,
  'not-read': IconMinus,
} satisfies Record<FieldState, unknown>;

const words = {
  accepted: 'intake.accepted',
  contradicted: 'fieldCheck.contradicted',
  doubtful: 'intake.doubtful',
  proposed: 'intake.proposed',
  'not-read': 'intake.notRead',
} as const satisfies Record<FieldState, string>;

type Props = {
  readonly page: DossierPage;
  readonly rows: readonly FieldRow[];
  readonly disabled: boolean;
  /** Still being read: nothing can be said to be missing yet. */
  readonly waiting: boolean;
  readonly here: PaperFieldName | null;
  readonly onHere: (name: PaperFieldName | null) => void;
  readonly onAccept: (row: FieldRow, value: string) => void;
};

/** The row at hand shows its whole line: an address does not fit the strip beside it. */
const WIDE_CROP_PX = 460;

/** So many rows without a value are shown at once; more stay folded until asked for. */
const FEW = 5;

/** Value beside its picture. Enter accepts, Tab goes to the next doubtful one, Esc leaves it open. */
export const FieldRows = memo(function FieldRows(props: Props) {
  const { page, rows, disabled, waiting, here, onHere, onAccept } = props;
  const t = useText();
  const form = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);
  const notRead = rows.filter((row) => row.state === 'not-read');
  // A paper of which nothing was read is typed from its picture: then its few rows all stand there.
  const folded = notRead.length > FEW && !all;
  const shown = folded ? rows.filter((row) => row.state !== 'not-read') : rows;
  const focusField = (name: PaperFieldName) =>
    form.current?.querySelector<HTMLInputElement>(`[data-field="${name}"] input`)?.focus();
  const goOn = (from: PaperFieldName): boolean => {
    const next = nextToCheck(rows, from);
    if (next === undefined) return false;
    focusField(next.name);
    return true;
  };
  useShortcut('fields', () => {
    const first = nextToCheck(rows, null) ?? rows[0];
    if (first !== undefined) focusField(first.name);
  });

  return (
    <div className="fields" ref={form}>
      <div className="fields-list">
        {shown.map((row) => (
          <OneField
            key={`${page.pageId}:${row.name}`}
            page={page}
            row={row}
            disabled={disabled}
            waiting={waiting}
            here={here === row.name}
            onHere={(is) => onHere(is ? row.name : null)}
            onAccept={(value) => {
              onAccept(row, fieldValue(row.name, value));
              if (!goOn(row.name)) form.current?.querySelector<HTMLInputElement>(':focus')?.blur();
            }}
            onSkip={() => {
              if (!goOn(row.name)) form.current?.querySelector<HTMLInputElement>(':focus')?.blur();
            }}
            onNext={() => goOn(row.name)}
          />
        ))}
        {notRead.length > FEW && (
          <button type="button" className="hidden-pages fields-more" onClick={() => setAll(!all)}>
            {t('fieldCheck.notReadRows', { n: notRead.length })} ·{' '}
            {t(all ? 'fieldCheck.closeNotRead' : 'fieldCheck.showNotRead')}
          </button>
        )}
      </div>
      <div className="fields-keys small">
        <Kbd of="fields" /> {t('intake.fieldsTitle')} · <Kbd of="accept" /> {t('intake.accept')}{' '}
        <Kbd of="nextDoubtful" /> {t('intake.nextDoubtful')} <Kbd of="skip" /> {t('intake.skip')}
      </div>
    </div>
  );
});

type OneProps = {
  readonly page: DossierPage;
  readonly row: FieldRow;
  readonly disabled: boolean;
  readonly waiting: boolean;
  readonly here: boolean;
  readonly onHere: (is: boolean) => void;
  readonly onAccept: (value: string) => void;
  readonly onSkip: () => void;
  readonly onNext: () => boolean;
};

function OneField({ page, row, disabled, waiting, here, onHere, onAccept, onSkip, onNext }: OneProps) {
  const t = useText();
  const id = useId();
  const known = fieldText(row.name, row.confirmed?.value ?? row.proposed?.value ?? '');
  const [value, setValue] = useState(known);
  // A reading that comes late fills the field unless the officer is typing in it.
  useEffect(() => setValue(known), [known]);
  const unread = waiting && row.state === 'not-read';
  const Icon = unread ? IconCircleDashed : icons[row.state];
  const word = t(unread ? 'fieldCheck.stillReading' : words[row.state]);
  const box = row.proposed?.page === page.sha256 ? row.proposed.box : null;
  const changed = value.trim() !== known;
  const source = row.proposed?.source;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      if (value.trim() === '') onSkip();
      else if (row.state !== 'contradicted' || changed || event.altKey) onAccept(value.trim());
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setValue(known);
      onSkip();
    } else if (event.key === 'Tab' && !event.shiftKey && onNext()) event.preventDefault();
  };

  return (
    <div className="read-field" data-field={row.name} data-state={row.state} data-here={here || undefined}>
      <label htmlFor={id}>{t(`paperFields.${row.name}`)}</label>
      <TextInput
        id={id}
        size="xs"
        disabled={disabled}
        title={value}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        onFocus={() => onHere(true)}
        onBlur={() => onHere(false)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-state`}
      />
      {box !== null ? <FieldCrop page={page} box={box} width={124} height={28} /> : <span />}
      <span className="read-state" id={`${id}-state`} title={word}>
        <Icon size={16} aria-hidden="true" />
        <span>{changed && row.state === 'accepted' ? t('intake.proposed') : word}</span>
        {row.state !== 'accepted' && source !== undefined && source !== 'zone' && source !== 'page' && (
          <b className="read-source">{t(`fieldCheck.sources.${source}`)}</b>
        )}
      </span>
      {here && box !== null && <FieldCrop page={page} box={box} width={WIDE_CROP_PX} height={40} />}
      {row.contradictions.map((each) => (
        <div key={each.code} className="read-against">
          {contradictionSentence(t, each)} <Kbd of="acceptAnyway" /> {t('fieldCheck.acceptAnyway')}
        </div>
      ))}
    </div>
  );
}
