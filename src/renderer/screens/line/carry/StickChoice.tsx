import { Button, Radio } from '@mantine/core';
import { IconFolder, IconUsb } from '@tabler/icons-react';
import { useState } from 'react';
import { sizeText } from '../../../text/dates-and-money.ts';
import { useText } from '../../../text/use-text.ts';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { useSticks } from './use-sticks.ts';

/** Which stick; what is plugged in appears by itself. `onChosen` with null: a folder by the system's dialog. */
export function StickChoice({
  label,
  action,
  disabled = false,
  onChosen,
}: {
  readonly label: string;
  /** What the main button does. */
  readonly action: string;
  readonly disabled?: boolean;
  readonly onChosen: (driveId: string | null) => void;
}) {
  const t = useText();
  const { overview, failure } = useSticks(true);
  const [picked, setPicked] = useState<string | null>(null);
  const drives = overview?.drives ?? [];
  // The only stick needs no choice; one that was pulled out is no longer chosen.
  const chosen = drives.find(({ driveId }) => driveId === picked) ?? (drives.length === 1 ? drives[0] : null);
  return (
    <div className="carry-choice">
      {overview === null && failure === null && <Progress>{t('carry.looking')}</Progress>}
      {failure !== null && <FailureNote failure={failure} />}
      {overview !== null && drives.length === 0 && (
        <div className="carry-none" role="status">
          <IconUsb size={22} aria-hidden="true" />
          <span>{t('carry.noStick')}</span>
        </div>
      )}
      {drives.length > 0 && (
        <Radio.Group label={label} value={chosen?.driveId ?? ''} onChange={setPicked}>
          <div className="carry-sticks">
            {drives.map(({ driveId, name, freeBytes }) => (
              <Radio
                key={driveId}
                value={driveId}
                label={name}
                description={t('carry.free', { size: sizeText(freeBytes) })}
              />
            ))}
          </div>
        </Radio.Group>
      )}
      <div className="row">
        <Button
          variant="default"
          leftSection={<IconFolder size={16} />}
          disabled={disabled}
          onClick={() => onChosen(null)}
        >
          {t('carry.otherFolder')}
        </Button>
        <Button
          className="push"
          // Has the focus as soon as there is a stick: Enter goes on.
          key={String(chosen != null)}
          autoFocus
          data-autofocus
          disabled={disabled || chosen == null}
          onClick={() => onChosen(chosen?.driveId ?? null)}
        >
          {action}
        </Button>
      </div>
    </div>
  );
}
