import { Button, Textarea } from '@mantine/core';
import { IconBuildingBank, IconDeviceDesktop } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Failure } from '../../../shared/base/result.ts';
import { findChanged } from '../../../shared/domain/dossier/changeable-fields.ts';
import type { HeardConflict } from '../../../shared/domain/dossier/city-heard.ts';
import type { ConflictResolution } from '../../../shared/domain/dossier/conflict-resolved.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useText } from '../../text/use-text.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';

const SHORTEST = 3;

type Props = {
  readonly dossier: DossierState;
  readonly conflict: HeardConflict;
  readonly onDecided: (resolution: ConflictResolution) => void;
};

/** Two choices with what each of them does, and why: nothing is chosen beforehand, nothing goes without a note. */
export function DecisionForm({ dossier, conflict, onDecided }: Props) {
  const t = useText();
  const id = useId();
  const { resolveConflict } = useActions();
  const [chosen, setChosen] = useState<ConflictResolution | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { what } = conflict;
  const unfit = what.type === 'dossier-changed' && findChanged(dossier.content, what.changes) === null;
  const short = note.trim().length < SHORTEST;
  const signedAgain =
    what.type === 'dossier-changed' && dossier.status === 'approved' ? t('conflicts.signAgain') : '';

  const choose = (resolution: ConflictResolution) => {
    if (resolution === 'accept-city' && unfit) return;
    setChosen(resolution);
    document.getElementById(`${id}-note`)?.focus();
  };
  const decide = async () => {
    setAsked(true);
    if (busy) return;
    if (chosen === null) document.getElementById(`${id}-keep-desk`)?.focus();
    else if (short) document.getElementById(`${id}-note`)?.focus();
    else {
      setBusy(true);
      setFailure(null);
      const done = await resolveConflict(dossier.dossierId, conflict, chosen, note.trim());
      setBusy(false);
      if (done.ok) onDecided(chosen);
      else setFailure(done.failure);
    }
  };
  useShortcut('keepDesk', () => choose('keep-desk'));
  useShortcut('acceptCity', () => choose('accept-city'));
  useShortcut('main', () => void decide());

  const choice = (resolution: ConflictResolution) => {
    const ofDesk = resolution === 'keep-desk';
    const Icon = ofDesk ? IconDeviceDesktop : IconBuildingBank;
    const off = !ofDesk && unfit;
    return (
      <label className="choice" data-chosen={chosen === resolution || undefined} data-off={off || undefined}>
        <input
          type="radio"
          name={id}
          id={`${id}-${resolution}`}
          checked={chosen === resolution}
          disabled={off}
          aria-describedby={`${id}-${resolution}-does`}
          onChange={() => setChosen(resolution)}
        />
        <span className="choice-words">
          <span className="row">
            <Icon size={16} aria-hidden="true" />
            <b>{t(`conflicts.choice.${what.type}.${resolution}`)}</b>
            <span className="push">
              <Kbd of={ofDesk ? 'keepDesk' : 'acceptCity'} />
            </span>
          </span>
          <span className="small" id={`${id}-${resolution}-does`}>
            {off
              ? t('conflicts.unfit')
              : `${t(`conflicts.does.${what.type}.${resolution}`)} ${ofDesk ? '' : signedAgain}`.trim()}
          </span>
        </span>
      </label>
    );
  };

  return (
    <div className="decision">
      {failure !== null && <FailureNote failure={failure} />}
      <fieldset className="choices">
        <legend>{t('conflicts.choose')}</legend>
        {choice('keep-desk')}
        {choice('accept-city')}
      </fieldset>
      {asked && chosen === null && (
        <p className="field-wrong" role="alert">
          {t('conflicts.chooseOne')}
        </p>
      )}
      <Textarea
        id={`${id}-note`}
        label={t('conflicts.note')}
        description={t('conflicts.noteHint')}
        error={asked && short ? t('conflicts.noteShort') : undefined}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={1000}
        rows={2}
        required
      />
      <div className="row">
        <Button
          className="push"
          loading={busy}
          rightSection={<Kbd of="main" />}
          onClick={() => void decide()}
        >
          {t('conflicts.decide')}
        </Button>
      </div>
    </div>
  );
}
